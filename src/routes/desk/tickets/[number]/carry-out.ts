import { type ActionFailure, error, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import type { DraftAct } from '#lib/domain/drafts.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { actRefused as english } from '#lib/messages/en/desk-act-refused.ts';
import { actRefused as italian } from '#lib/messages/it/desk-act-refused.ts';
import type { Refusal } from '#lib/messages/say.ts';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import type { Upload } from '#lib/server/forms/read-form.ts';
import type { FormEvent } from '../../../proof.ts';
import { type BroughtBack, receive } from '../../../receive.ts';
import { type ReceivedDraft, receiveDraft, type SentWith } from '../../../receive-draft.ts';
import type { Act } from '../../acts.ts';
import { staffOf } from '../../reader.ts';

type UseCase<Asked, Value> = (
	desk: Desk,
	viewer: StaffViewer,
	input: Asked & { ticket: number; files: Upload[] },
) => Promise<Outcome<Value, Refusal>>;

/** What an act that was not carried out brings back to the ticket's page: which one, and all that was typed. */
export type Refused = BroughtBack & { act: Act };

/**
 * Receives the form of an act, has the use-case do it, and goes on: to the desk where the ticket leaves the agent's hand, else
 * back to its page, as `stays` has it.
 */
export async function carryOut<Schema extends z.ZodType<{ requestKey: string }>, Value>(
	event: FormEvent & Pick<RequestEvent, 'params'>,
	act: Act,
	schema: Schema,
	useCase: UseCase<z.output<Schema>, Value>,
	stays: (asked: z.output<Schema>, value: Value) => boolean = () => false,
): Promise<ActionFailure<Refused>> {
	const { locals, params } = event;
	const viewer = staffOf(locals);
	const ticket = ticketNumber(params);
	const received = await receive(event, schema, asksFor(act, locals));
	if (!received.ok) return withAct(received.back, act);

	const { value: asked, uploads: files } = received;
	const outcome = await useCase(locals.desk, viewer, { ...asked, ticket, files });
	if (outcome.ok) redirect(303, whereTo(act, ticket, stays(asked, outcome.value)));
	if (outcome.refusal.reason === 'not-found') error(404);
	const back = withAct(received.refuse(outcome.refusal), act, atTheDesk(outcome.refusal, locals));
	return besideField(back, fieldOf(outcome.refusal));
}

type SendingUseCase<Asked> = (
	desk: Desk,
	viewer: StaffViewer,
	input: Asked & { ticket: number } & SentWith,
) => Promise<Outcome<undefined, Refusal>>;

type Sending = Pick<RequestEvent, 'request' | 'locals' | 'params'>;

/** The same for what is written, in a draft which goes with it; refused, its files wait there. */
export async function carryOutDrafted<Schema extends z.ZodType<{ requestKey: string }>>(
	event: Sending,
	act: DraftAct,
	schema: Schema,
	useCase: SendingUseCase<z.output<Schema>>,
): Promise<ActionFailure<Refused>> {
	const { viewer, ticket } = await inSight(event);
	const savedAt = () => `/desk/tickets/${ticket}#act-${act}`;
	const about = { ticket, act, savedAt, asks: asksFor(act, event.locals) };
	return send(event, { act, viewer, ticket }, await receiveDraft(viewer, event, schema, about), useCase);
}

async function inSight({ locals, params }: Sending) {
	const viewer = staffOf(locals);
	const { number: ticket } = (await ticketInSight(locals.desk.db, viewer, ticketNumber(params))) ?? error(404);
	return { viewer, ticket };
}

async function send<Asked>(
	{ locals }: Sending,
	{ act, viewer, ticket }: { act: DraftAct; viewer: StaffViewer; ticket: number },
	received: ReceivedDraft<Asked>,
	useCase: SendingUseCase<Asked>,
): Promise<ActionFailure<Refused>> {
	if (!received.ok) return withAct(received.back, act);
	const outcome = await useCase(locals.desk, viewer, { ...received.value, ticket, ...received.sent });
	if (outcome.ok) redirect(303, whereTo(act, ticket, act === 'reply' || act === 'note'));
	const back = withAct(await received.refuse(outcome.refusal), act, atTheDesk(outcome.refusal, locals));
	return besideField(back, fieldOf(outcome.refusal));
}

export function ticketNumber(params: Partial<Record<string, string>>): number {
	const number = key.safeParse(params.number);
	return number.success ? number.data : error(404);
}

function whereTo(act: Act, ticket: number, stays: boolean): string {
	return stays ? `/desk/tickets/${ticket}?done=${act}#done` : `/desk?done=${act}&number=${ticket}#done`;
}

const refusedWords = { it: italian, en: english };

/** What a customer is told about a resolved ticket is not what an agent needs to hear. */
function atTheDesk({ reason }: Refusal, { language }: App.Locals): string | undefined {
	return reason === 'resolved' ? refusedWords[language].resolvedMeanwhile : undefined;
}

/** What each field of the act wants, in its own words. */
function asksFor(act: Act, { language }: App.Locals): Record<string, string> {
	const { asks } = refusedWords[language];
	return act in asks ? asks[act as keyof typeof asks] : {};
}

/** A refusal about one field is said beside it; about the whole act, above it. */
function besideField(back: ActionFailure<Refused>, field: string | undefined): ActionFailure<Refused> {
	const { status, data } = back;
	return field && data.says ? fail(status, { ...data, errors: { [field]: data.says }, says: undefined }) : back;
}

/** Which field of its form a refusal is about. */
function fieldOf({ reason }: Refusal): string | undefined {
	switch (reason) {
		case 'same-ticket':
		case 'other-not-found':
		case 'other-customer':
		case 'not-visible-to-both':
		case 'other-resolved':
		case 'other-in-hand':
			return 'other';
		case 'handed-to-yourself':
		case 'unknown-colleague':
		case 'colleague-off-duty':
		case 'colleague-does-not-cover':
			return 'colleague';
		case 'same-product':
		case 'customer-not-licensed':
			return 'product';
		case 'no-reason-given':
		case 'no-message':
		case 'gaps-left':
		case 'empty-reply':
			return 'text';
		case 'nothing-missing':
			return 'missing';
		default:
			return undefined;
	}
}

function withAct({ status, data }: ActionFailure<BroughtBack>, act: Act, says = data.says): ActionFailure<Refused> {
	return fail(status, { ...data, says, act });
}
