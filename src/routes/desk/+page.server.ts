import { randomUUID } from 'node:crypto';
import { type ActionFailure, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Refusal } from '#lib/messages/say.ts';
import { standingNow, ticketInSight } from '#lib/server/access/tickets.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { key, listOf, requestKey } from '#lib/server/forms/parse-form.ts';
import { deskPage } from '#lib/server/queries/desk.ts';
import { queueSettings } from '#lib/server/queries/queue-settings.ts';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import type { FormEvent } from '../proof.ts';
import { type BroughtBack, receive } from '../receive.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneActs, stateAfter } from './acts.ts';
import { staffOf } from './reader.ts';

const doneHere = z.object({ act: z.enum(doneActs), number: key });

/** What the address says was just done, where the ticket stands that way. */
async function justDone({ db, clock }: Desk, agent: StaffViewer, { searchParams }: URL) {
	const said = doneHere.safeParse({ act: searchParams.get('done'), number: searchParams.get('number') }).data;
	const ticket = said && (await ticketInSight(db, agent, said.number));
	if (!ticket) return undefined;
	const { state } = await standingNow(db, ticket, await clock.now(db));
	return state === stateAfter[said.act] ? said : undefined;
}

/** The same for duty: which tickets leaving it has put back. */
function dutyDone(onDuty: boolean, { searchParams }: URL) {
	if (searchParams.get('duty') !== (onDuty ? 'on' : 'off')) return undefined;
	return { putBack: listOf(key).safeParse(searchParams.getAll('put-back')).data ?? [] };
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const agent = staffOf(locals);
	const page = await deskPage(locals.reading, agent);
	const { inHandLimit, reservationMinutes } = await queueSettings(locals.reading);
	return {
		...page,
		inHandLimit,
		reservationMinutes,
		done: await justDone(locals.reading, agent, url),
		dutyDone: dutyDone(page.onDuty, url),
		requestKey: randomUUID(),
		mark: locals.mark,
	};
};

type Act = 'take' | 'on-duty' | 'off-duty';
type Refused = BroughtBack & { act: Act; tickets: number[] };
type UseCase<Value> = (
	desk: Desk,
	viewer: StaffViewer,
	input: { requestKey: string },
) => Promise<Outcome<Value, Refusal & { tickets?: number[] }>>;

/** Has the use-case do what the form asks for, and goes where it leads. */
async function carryOut<Value>(
	event: FormEvent,
	act: Act,
	useCase: UseCase<Value>,
	whereTo: (value: Value) => string,
): Promise<ActionFailure<Refused>> {
	const agent = staffOf(event.locals);
	const received = await receive(event, z.object({ requestKey }));
	const back = ({ status, data }: ActionFailure<BroughtBack>, tickets: number[] = []) =>
		fail(status, { ...data, act, tickets });
	if (!received.ok) return back(received.back);
	const outcome = await useCase(event.locals.desk, agent, received.value);
	if (outcome.ok) redirect(303, whereTo(outcome.value));
	return back(received.refuse(outcome.refusal), outcome.refusal.tickets);
}

export const actions: Actions = {
	take: (event) => carryOut(event, 'take', takeNext, ({ ticket }) => `/desk/tickets/${ticket}`),
	'on-duty': (event) => carryOut(event, 'on-duty', goOnDuty, () => '/desk?duty=on'),
	'off-duty': (event) =>
		carryOut(event, 'off-duty', goOffDuty, ({ putBack }) => {
			const about = new URLSearchParams([['duty', 'off'], ...putBack.map((ticket) => ['put-back', String(ticket)])]);
			return `/desk?${about}`;
		}),
};
