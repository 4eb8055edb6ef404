import type { UserViewer } from '#lib/server/access/viewer.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { hasLapsed, type Known } from './memory.ts';
import { leavesHold } from './moving.ts';
import { act, later, type World, words, wrong } from './world.ts';

/** A new ticket, or the follow-up of a resolved one. */
export async function opens(world: World, user: UserViewer, follows?: Known): Promise<void> {
	const { memory, house, ledger, dice } = world;
	const product = dice.among(house.licences.get(user.customer) ?? []);
	const lane = dice.chance(0.75) ? 'technical' : 'consultancy';
	const description = words(world, 'La poligonale non chiude.');
	const told = { product, lane, subject: 'La poligonale non chiude', description, files: [] } as const;
	const about = { version: '12.1', operatingSystem: 'Windows 11', tools: '', follows: follows?.number };
	await act(world, {
		name: 'open-ticket',
		send: (desk, requestKey) => openTicket(desk, user, { ...told, ...about, files: [], requestKey }),
		acknowledged({ ticket }) {
			if (ticket !== memory.tickets.size + 1) wrong(world, `arrival number ${ticket} came out of order`);
			const known = { number: ticket, openedBy: user, product, lane, state: 'queued' } as const;
			const nothingYet = { agent: undefined, wait: undefined, heldWith: 0 };
			memory.tickets.set(ticket, { ...known, ...nothingYet, writtenOn: ledger.acts });
			ledger.texts.push(description);
			ledger.entered('opened', ticket, user.id);
			changesMind(world, memory.ticket(ticket));
		},
	});
}

/** Some find the answer themselves, some have more to say. */
function changesMind(world: World, ticket: Known): void {
	const { dice } = world;
	if (dice.chance(0.05)) later(world, { minutes: dice.between(1, 3_000) }, () => closesIt(world, ticket));
	if (dice.chance(0.08)) later(world, { minutes: dice.between(1, 3_000) }, () => replies(world, ticket));
}

/** Who was asked for something answers in time, at the last second, at the lapse, too late, or never. */
export function answers(world: World, ticket: Known, lapse: Temporal.Instant): void {
	const { dice, agenda, now } = world;
	const answer = () => replies(world, ticket);
	const at = dice.weighed<Temporal.Instant | undefined>([
		[34, now.add({ minutes: dice.between(5, 1_800) })],
		[16, now.add({ hours: dice.between(20, 150) })],
		[6, lapse.subtract({ seconds: 1 })],
		[6, lapse],
		[5, lapse.add({ minutes: dice.between(1, 900) })],
		[33, undefined],
	]);
	if (at) agenda.enter(at, answer);
}

export function addsToEvaluation(world: World, ticket: Known): void {
	const { dice } = world;
	if (dice.chance(0.2)) later(world, { minutes: dice.between(5, 900) }, () => replies(world, ticket));
}

export function afterSolution(world: World, ticket: Known): void {
	const { dice } = world;
	const after = { minutes: dice.between(10, 2_000) };
	if (dice.chance(0.06)) later(world, after, () => opens(world, ticket.openedBy, ticket));
	if (dice.chance(0.03)) later(world, after, () => replies(world, ticket));
}

/** On a resolved ticket, or a lapsed one that nothing has written down, it is refused, and some open a follow-up. */
export async function replies(world: World, ticket: Known): Promise<void> {
	const { ledger, now, dice } = world;
	const text = words(world, 'Ecco quanto chiesto.');
	const isOver = ticket.state === 'resolved' || hasLapsed(ticket, now);
	const user = ticket.openedBy;
	const isDone = await act(world, {
		name: 'reply-as-customer',
		send: (desk, requestKey) => replyAsCustomer(desk, user, { ticket: ticket.number, requestKey, text, files: [] }),
		may: isOver ? ['resolved'] : [],
		acknowledged() {
			if (isOver) wrong(world, `a reply on ticket ${ticket.number} came too late and was taken`);
			ledger.texts.push(text);
			ticket.writtenOn = ledger.acts;
			if (ticket.state === 'awaiting-customer') leavesHold(world, ticket, user.id);
		},
	});
	if (!isDone && dice.chance(0.5)) later(world, { minutes: dice.between(1, 20) }, () => opens(world, user, ticket));
}

export async function closesIt(world: World, ticket: Known): Promise<void> {
	const { ledger, now } = world;
	const isOver = ticket.state === 'resolved' || hasLapsed(ticket, now);
	await act(world, {
		name: 'close-ticket',
		send: (desk, requestKey) => closeTicket(desk, ticket.openedBy, { ticket: ticket.number, requestKey }),
		may: isOver ? ['resolved'] : [],
		acknowledged() {
			if (isOver) wrong(world, `ticket ${ticket.number} was closed, being resolved`);
			Object.assign(ticket, { state: 'resolved', wait: undefined });
			ledger.entered('resolved', ticket.number, ticket.openedBy.id);
		},
	});
}
