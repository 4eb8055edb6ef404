import { missingItems } from '#lib/domain/hold.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { addsToEvaluation, answers } from './customers.ts';
import { reminds, sweeps } from './jobs.ts';
import type { Known } from './memory.ts';
import { leavesHold } from './moving.ts';
import { promised } from './promises.ts';
import { act, holidaysAround, type World, words } from './world.ts';

/** The first hold case. */
export async function evaluates(world: World, agent: StaffViewer, ticket: Known): Promise<void> {
	const { ledger } = world;
	const text = words(world, 'Ne parliamo con chi sviluppa il programma.');
	const isDone = await act(world, {
		name: 'evaluate',
		send: (desk, requestKey) => evaluate(desk, agent, { ticket: ticket.number, requestKey, text }),
		acknowledged() {
			ticket.state = 'under-evaluation';
			ledger.texts.push(text);
			ledger.entered('held', ticket.number, agent.id);
		},
	});
	if (isDone) addsToEvaluation(world, ticket);
}

export async function resumes(world: World, agent: StaffViewer, ticket: Known): Promise<void> {
	await act(world, {
		name: 'resume',
		send: (desk, requestKey) => resume(desk, agent, { ticket: ticket.number, requestKey }),
		acknowledged: () => leavesHold(world, ticket, agent.id),
	});
}

export async function withdraws(world: World, agent: StaffViewer, ticket: Known): Promise<void> {
	await act(world, {
		name: 'withdraw-request',
		send: (desk, requestKey) => withdrawRequest(desk, agent, { ticket: ticket.number, requestKey }),
		acknowledged: () => leavesHold(world, ticket, agent.id),
	});
}

/** The second hold case: the customer is promised a lapse, and answers or does not. */
export async function awaits(world: World, agent: StaffViewer, ticket: Known): Promise<void> {
	const { memory, ledger, dice, now, agenda } = world;
	const text = words(world, 'Ci serve ancora qualcosa da Lei.');
	const missing = missingItems.filter((_, nth) => nth === 3 || dice.chance(0.3));
	const holidays = await holidaysAround(now, memory.policy.country);
	const isDone = await act(world, {
		name: 'await-customer',
		send: (desk, requestKey) =>
			awaitCustomer(desk, agent, { ticket: ticket.number, requestKey, missing, text, files: [] }),
		acknowledged() {
			const wait = promised(now, memory.policy, holidays, memory.closed);
			Object.assign(ticket, { state: 'awaiting-customer', wait, heldWith: ledger.acts });
			memory.waits.push({ ticket: ticket.number, promised: wait });
			ledger.texts.push(text);
			ledger.entered('held', ticket.number, agent.id);
		},
	});
	const lapse = ticket.wait?.lapsesAt;
	if (!isDone || !lapse) return;
	answers(world, ticket, lapse);
	// A sweep just before the lapse writes nothing down; one at the very instant does.
	if (dice.chance(0.2)) agenda.enter(lapse.subtract({ nanoseconds: 1_000 }), () => sweeps(world));
	if (dice.chance(0.2)) agenda.enter(lapse, () => sweeps(world));
	// What was not sent before the lapse is not sent at it.
	if (dice.chance(0.2)) agenda.enter(lapse, () => reminds(world));
}
