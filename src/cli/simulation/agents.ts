import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { afterSolution } from './customers.ts';
import { awaits, evaluates, resumes, withdraws } from './holding.ts';
import type { Known } from './memory.ts';
import { correctsProduct, handsOver, merges, movesLane, putsBack } from './moving.ts';
import { act, type World, words, wrong } from './world.ts';

/** One working day at the desk, from `from` to `to`. */
export function works(world: World, agent: StaffViewer, from: Temporal.Instant, to: Temporal.Instant): void {
	const { agenda, dice } = world;
	// Who forgets to say so is on duty from the first taking, and put off duty by nobody.
	if (dice.chance(0.85)) agenda.enter(from, () => comes(world, agent));
	for (let at = from; ; ) {
		at = at.add({ minutes: dice.between(10, 100), seconds: dice.below(60) });
		if (Temporal.Instant.compare(at, to) >= 0) break;
		agenda.enter(at, () => doesSomething(world, agent));
	}
	if (dice.chance(0.4)) agenda.enter(from.add({ hours: 4 }), () => leaves(world, agent));
	if (dice.chance(0.85)) agenda.enter(to, () => leaves(world, agent));
}

export async function comes(world: World, agent: StaffViewer): Promise<void> {
	const { memory, ledger } = world;
	if (memory.disabled.has(agent.id)) return;
	await act(world, {
		name: 'go-on-duty',
		send: (desk, requestKey) => goOnDuty(desk, agent, { requestKey }),
		acknowledged() {
			if (!memory.onDuty.has(agent.id)) ledger.entered('duty', undefined, agent.id);
			memory.onDuty.add(agent.id);
		},
	});
}

export async function leaves(world: World, agent: StaffViewer): Promise<void> {
	if (world.memory.disabled.has(agent.id)) return;
	await act(world, {
		name: 'go-off-duty',
		send: (desk, requestKey) => goOffDuty(desk, agent, { requestKey }),
		acknowledged: ({ putBack }) => isAway(world, agent.id, agent.id, putBack),
	});
}

/** What was in hand is queued again, and the duty has ended. */
export function isAway(world: World, agent: number, actor: number, putBack: number[]): void {
	const { memory, ledger, now } = world;
	const inHand = memory.open(now, (ticket) => ticket.state === 'in-hand' && ticket.agent === agent);
	if (String(inHand.map(({ number }) => number)) !== String(putBack)) {
		wrong(world, `agent ${agent} left, and ${putBack} was put back`);
	}
	for (const ticket of inHand) {
		Object.assign(ticket, { state: 'queued', agent: undefined });
		ledger.entered('queued', ticket.number, actor);
	}
	if (memory.onDuty.delete(agent)) ledger.entered('duty', undefined, actor);
}

/** A turn at the desk: mostly with what is in hand, else with the next one. */
export async function doesSomething(world: World, agent: StaffViewer): Promise<void> {
	const { memory, dice, now } = world;
	if (memory.disabled.has(agent.id)) return;
	const mine = (state: Known['state']) =>
		memory.open(now, (ticket) => ticket.state === state && ticket.agent === agent.id);
	const [inHand, evaluated, awaited] = [mine('in-hand'), mine('under-evaluation'), mine('awaiting-customer')];
	if (evaluated.length > 0 && dice.chance(0.2)) return resumes(world, agent, dice.among(evaluated));
	if (awaited.length > 0 && dice.chance(0.004)) return withdraws(world, agent, dice.among(awaited));
	// Now and then with the hands full: it is refused.
	if (inHand.length === 0 || dice.chance(0.15)) return takes(world, agent, inHand.length);
	return worksOn(world, agent, dice.among(inHand));
}

async function takes(world: World, agent: StaffViewer, inHand: number): Promise<void> {
	const { memory, ledger } = world;
	await act(world, {
		name: 'take-next',
		send: (desk, requestKey) => takeNext(desk, agent, { requestKey }),
		may: inHand >= memory.policy.inHandLimit ? ['in-hand-limit'] : ['nothing-queued'],
		acknowledged(value) {
			const ticket = memory.ticket(value.ticket);
			if (ticket.state !== 'queued') wrong(world, `ticket ${value.ticket} was taken, being ${ticket.state}`);
			Object.assign(ticket, { state: 'in-hand', agent: agent.id });
			if (!memory.onDuty.has(agent.id)) ledger.entered('duty', undefined, agent.id);
			memory.onDuty.add(agent.id);
			ledger.entered('taken', ticket.number, agent.id);
		},
	});
}

function worksOn(world: World, agent: StaffViewer, ticket: Known): Promise<void> {
	const does = world.dice.weighed([
		[14, replies],
		[6, notes],
		[28, resolves],
		[20, awaits],
		[12, evaluates],
		[4, putsBack],
		[5, handsOver],
		[4, movesLane],
		[4, correctsProduct],
		[5, merges],
	]);
	return does(world, agent, ticket);
}

async function replies(world: World, agent: StaffViewer, { number: ticket }: Known): Promise<void> {
	const text = words(world, 'Buongiorno, provi così.');
	await act(world, {
		name: 'reply-to-customer',
		send: (desk, requestKey) => replyToCustomer(desk, agent, { ticket, requestKey, text, files: [] }),
		acknowledged: () => void world.ledger.texts.push(text),
	});
}

async function notes(world: World, agent: StaffViewer, { number: ticket }: Known): Promise<void> {
	const text = words(world, 'Si ripete con il progetto di prova.');
	await act(world, {
		name: 'add-note',
		send: (desk, requestKey) => addNote(desk, agent, { ticket, requestKey, text }),
		acknowledged: () => void world.ledger.texts.push(text),
	});
}

async function resolves(world: World, agent: StaffViewer, ticket: Known): Promise<void> {
	const { dice, ledger } = world;
	const text = dice.chance(0.7) ? words(world, 'Risolto, buon lavoro.') : '';
	const input = { ticket: ticket.number, text, files: [] };
	const isDone = await act(world, {
		name: 'resolve',
		send: (desk, requestKey) => resolve(desk, agent, { ...input, requestKey }),
		acknowledged() {
			if (text) ledger.texts.push(text);
			ticket.state = 'resolved';
			ledger.entered('resolved', ticket.number, agent.id);
		},
	});
	if (isDone) afterSolution(world, ticket);
}
