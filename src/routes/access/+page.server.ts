import { randomUUID } from 'node:crypto';
import { type ActionFailure, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { textLimits } from '#lib/domain/limits.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Refusal } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { isStaff, type Viewer } from '#lib/server/access/viewer.ts';
import { secondFactorOf } from '#lib/server/auth/second-factor.ts';
import { sessionToken } from '#lib/server/auth/session-cookie.ts';
import { staffNeedsSecondFactor } from '#lib/server/auth/sign-in-rule.ts';
import type { Desk } from '#lib/server/desk.ts';
import { requestKey, text } from '#lib/server/forms/parse-form.ts';
import { ownAddress, ownSessions, usernameOf } from '#lib/server/queries/own-account.ts';
import { askNewAddress } from '#lib/server/use-cases/ask-new-address.ts';
import { beginSecondFactor } from '#lib/server/use-cases/begin-second-factor.ts';
import { changePassword } from '#lib/server/use-cases/change-password.ts';
import { endSessions } from '#lib/server/use-cases/end-sessions.ts';
import { removeSecondFactor } from '#lib/server/use-cases/remove-second-factor.ts';
import { renewRecoveryCodes } from '#lib/server/use-cases/renew-recovery-codes.ts';
import { otherSessionsForm, sessionForm } from '../(portal)/account/forms.ts';
import { chosenPassword, sameTwice } from '../(visitor)/chosen-password.ts';
import type { FormEvent } from '../proof.ts';
import { type BroughtBack, receive } from '../receive.ts';
import type { Actions, PageServerLoad } from './$types';
import { signedInOf } from './reader.ts';

const bareForm = z.object({ requestKey });
const addressForm = z.object({ requestKey, email: text(textLimits.email) });
/** The present one is never left out, however recently somebody has shown it. */
const passwordForm = z.object({ ...chosenPassword, proofPassword: z.string().min(1), requestKey }).refine(...sameTwice);

export const load: PageServerLoad = async (event) => {
	const { reading } = event.locals;
	const viewer = signedInOf(event.locals);
	const [factor, username, address, required, sessions] = await Promise.all([
		secondFactorOf(reading.db, viewer.id),
		usernameOf(reading, viewer),
		ownAddress(reading, viewer),
		isStaff(viewer) && staffNeedsSecondFactor(reading.db),
		// Users find theirs on the page of their account.
		isStaff(viewer) ? ownSessions(reading, viewer, sessionToken(event) ?? '') : [],
	]);
	const secondFactor = factor && { since: factor.since.toString(), codesLeft: factor.codesLeft };
	return { secondFactor, username, address, required, sessions, requestKey: randomUUID() };
};

export const actions: Actions = {
	begin: async (event) => {
		const done = await carryOut(event, 'begin', bareForm, beginSecondFactor);
		return done.ok ? redirect(303, '/access/set-up') : done.back;
	},
	codes: async (event) => {
		const done = await carryOut(event, 'codes', bareForm, renewRecoveryCodes);
		return done.ok ? { codes: done.value } : done.back;
	},
	remove: async (event) => {
		const done = await carryOut(event, 'remove', bareForm, removeSecondFactor);
		return done.ok ? redirect(303, '/access?done=removed#done') : done.back;
	},
	password: async (event) => {
		const asks = { passwordAgain: wordsFor(event.locals.language).auth.password.differs };
		const done = await carryOut(
			...([event, 'password', passwordForm] as const),
			(desk, viewer, { password, requestKey }) =>
				// Asked for now: whoever has just confirmed that it is they has another token by it.
				changePassword(desk, viewer, { password, requestKey, token: sessionToken(event) ?? '' }),
			asks,
		);
		return done.ok ? redirect(303, '/access?done=password#done') : done.back;
	},
	address: async (event) => {
		const done = await carryOut(event, 'address', addressForm, askNewAddress);
		return done.ok ? redirect(303, '/access?done=address#done') : done.back;
	},
	session: async (event) => {
		const done = await carryOut(event, 'session', sessionForm, async (desk, viewer, sent) => {
			const outcome = await endSessions(desk, viewer, sent);
			return outcome.ok ? { ok: true, value: sent.session } : outcome;
		});
		return done.ok ? redirect(303, `/access?done=session&number=${done.value}#done`) : done.back;
	},
	others: async (event) => {
		const done = await carryOut(event, 'others', otherSessionsForm, (desk, viewer, sent) =>
			endSessions(desk, viewer, { ...sent, allBut: sessionToken(event) ?? '' }),
		);
		return done.ok ? redirect(303, '/access?done=others#done') : done.back;
	},
};

type Act = 'address' | 'password' | 'begin' | 'codes' | 'remove' | 'session' | 'others';
type CarriedOut<Value> = { ok: true; value: Value } | { ok: false; back: ActionFailure<BroughtBack & { act: Act }> };

async function carryOut<Schema extends z.ZodType, Value>(
	event: FormEvent,
	act: Act,
	schema: Schema,
	useCase: (desk: Desk, viewer: Viewer, value: z.output<Schema>) => Promise<Outcome<Value, Refusal>>,
	asks: Record<string, string> = {},
): Promise<CarriedOut<Value>> {
	const viewer = signedInOf(event.locals);
	const named = ({ status, data }: ActionFailure<BroughtBack>) =>
		({ ok: false, back: fail(status, { ...data, act }) }) as const;
	const received = await receive(event, schema, asks);
	if (!received.ok) return named(received.back);
	const outcome = await useCase(event.locals.desk, viewer, received.value);
	return outcome.ok ? outcome : named(besideField(received.refuse(outcome.refusal), outcome.refusal));
}

/** The form's field that a refusal is about, and beside which it is said. */
const fields: { [Reason in Refusal['reason']]?: string } = {
	'password-common': 'password',
	'password-personal': 'password',
	'not-valid': 'email',
	'address-yours': 'email',
};

function besideField(back: ActionFailure<BroughtBack>, { reason }: Refusal): ActionFailure<BroughtBack> {
	const { status, data } = back;
	const field = fields[reason];
	return field && data.says ? fail(status, { ...data, errors: { [field]: data.says }, says: undefined }) : back;
}
