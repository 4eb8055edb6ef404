import type { RequestEvent } from '@sveltejs/kit';
import type { ProofRefusal } from '#lib/domain/credentials.ts';
import type { Refusal } from '#lib/messages/say.ts';
import type { Words } from '#lib/messages/words.ts';
import { keepSession, sessionToken } from '#lib/server/auth/session-cookie.ts';
import type { Fields } from '#lib/server/forms/read-form.ts';
import { confirmIdentity } from '#lib/server/use-cases/confirm-identity.ts';

export type FormEvent = Pick<RequestEvent, 'request' | 'locals' | 'cookies' | 'url' | 'getClientAddress'>;

/** What a form asks, beside its own fields, of who sends it; in words. */
export type AskedProof = { title: string; password: string; code?: string; submit: string };

/** What the form asks when it comes back for this reason. */
export function askedProof(refusal: Refusal, { proof }: Pick<Words, 'proof'>): AskedProof | undefined {
	const withCode = 'withCode' in refusal ? refusal.withCode : isAboutCode(refusal) || undefined;
	if (withCode === undefined) return undefined;
	const { title, password, submit } = proof;
	return { title, password, submit, ...(withCode && { code: proof.code }) };
}

/** The field of the proof that a refusal is about. */
export function proofField(refusal: Refusal): string | undefined {
	if (refusal.reason === 'wrong-password') return 'proofPassword';
	return isAboutCode(refusal) ? 'proofCode' : undefined;
}

function isAboutCode({ reason }: Refusal): boolean {
	return reason === 'wrong-code' || reason === 'second-factor-unreadable';
}

/**
 * Where a form brings the proof it was asked for, it is looked at before anything else. From then on the session has another token, and
 * the viewer of this request, wherever they are held, has just shown who they are.
 */
export async function proofRefused(event: FormEvent, fields: Fields): Promise<ProofRefusal | undefined> {
	const { viewer, desk } = event.locals;
	const token = sessionToken(event);
	const password = fields.proofPassword;
	if (typeof password !== 'string' || !viewer?.proved || !token) return undefined;
	const code = [fields.proofCode].flat()[0] ?? '';
	const outcome = await confirmIdentity(desk, viewer, { token, password, code, address: event.getClientAddress() });
	if (!outcome.ok) return outcome.refusal;
	const { session, at } = outcome.value;
	keepSession(event, session);
	viewer.proved = { ...viewer.proved, at };
	return undefined;
}
