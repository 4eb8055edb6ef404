import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { correctProduct } from '#lib/server/use-cases/correct-product.ts';
import { handOver } from '#lib/server/use-cases/hand-over.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { moveLane } from '#lib/server/use-cases/move-lane.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import type { Known } from './memory.ts';
import { act, type World, words, wrong } from './world.ts';

const toQueue = { state: 'queued', agent: undefined } as const;

/** A hold that ends before its lapse: the ticket is queued again. */
export function leavesHold({ ledger }: World, ticket: Known, actor: number): void {
	Object.assign(ticket, { ...toQueue, wait: undefined });
	ledger.entered('queued', ticket.number, actor);
}

export async function putsBack(world: World, agent: StaffViewer, ticket: Known): Promise<void> {
	await act(world, {
		name: 'put-back',
		send: (desk, requestKey) => putBack(desk, agent, { ticket: ticket.number, requestKey }),
		acknowledged() {
			Object.assign(ticket, toQueue);
			world.ledger.entered('queued', ticket.number, agent.id);
		},
	});
}

/** To any colleague at all: whoever may not have it is named in the refusal. */
export async function handsOver(world: World, agent: StaffViewer, ticket: Known): Promise<void> {
	const { ledger, dice, house } = world;
	const colleague = dice.among(house.agents).id;
	const text = dice.chance(0.5) ? words(world, 'È pratica tua.') : '';
	const may = whyNotHandedOver(world, agent.id, ticket, colleague);
	await act(world, {
		name: 'hand-over',
		send: (desk, requestKey) => handOver(desk, agent, { ticket: ticket.number, colleague, text, requestKey }),
		may,
		acknowledged() {
			if (may.length > 0) wrong(world, `ticket ${ticket.number} was handed over to ${colleague}: ${may}`);
			if (text) ledger.texts.push(text);
			Object.assign(ticket, toQueue);
			ledger.entered('queued', ticket.number, agent.id);
		},
	});
}

function whyNotHandedOver({ memory }: World, by: number, { product }: Known, to: number): string[] {
	const { onDuty, disabled, covers, policy } = memory;
	const reasons = [
		disabled.has(to) && 'unknown-colleague',
		to === by && 'handed-to-yourself',
		!onDuty.has(to) && 'colleague-off-duty',
		covers.get(to)?.includes(product) === false && 'colleague-does-not-cover',
		policy.reservationMinutes === 0 && 'reservations-off',
	];
	return reasons.filter((reason) => reason !== false);
}

export async function movesLane(world: World, agent: StaffViewer, ticket: Known): Promise<void> {
	const { ledger } = world;
	const lane = ticket.lane === 'technical' ? 'consultancy' : 'technical';
	const text = words(world, 'È una richiesta dell’altro tipo.');
	await act(world, {
		name: 'move-lane',
		send: (desk, requestKey) => moveLane(desk, agent, { ticket: ticket.number, requestKey, lane, text }),
		acknowledged() {
			ticket.lane = lane;
			if (lane === 'consultancy') Object.assign(ticket, toQueue);
			ledger.texts.push(text);
			ledger.entered('moved', ticket.number, agent.id);
		},
	});
}

/** To a software the customer is licensed for, or not. */
export async function correctsProduct(world: World, agent: StaffViewer, ticket: Known): Promise<void> {
	const { house, dice, ledger } = world;
	const product = dice.among(house.products);
	const licensed = house.licences.get(ticket.openedBy.customer) ?? [];
	const isSame = product === ticket.product;
	await act(world, {
		name: 'correct-product',
		send: (desk, requestKey) => correctProduct(desk, agent, { ticket: ticket.number, requestKey, product }),
		may: [...(isSame ? ['same-product'] : []), ...(licensed.includes(product) ? [] : ['customer-not-licensed'])],
		acknowledged() {
			ticket.product = product;
			ledger.entered('corrected', ticket.number, agent.id);
		},
	});
}

/** With any open ticket of the same customer; where colleagues see only their own, of the same user. */
export async function merges(world: World, agent: StaffViewer, mine: Known): Promise<void> {
	const { memory, ledger, dice, now } = world;
	const { id, customer, seesColleagues } = mine.openedBy;
	const others = memory.open(
		now,
		({ number, openedBy, state, agent: holder }) =>
			number !== mine.number &&
			openedBy.customer === customer &&
			(seesColleagues || openedBy.id === id) &&
			(state !== 'in-hand' || holder === agent.id),
	);
	if (others.length === 0) return;
	const other = dice.among(others);
	const [kept, left] = mine.number < other.number ? [mine, other] : [other, mine];
	await act(world, {
		name: 'merge-ticket',
		send: (desk, requestKey) => mergeTicket(desk, agent, { ticket: mine.number, requestKey, other: other.number }),
		acknowledged(merged) {
			if (merged.kept !== kept.number) wrong(world, `of ${mine.number} and ${other.number} the later one stayed`);
			Object.assign(left, { state: 'resolved', wait: undefined });
			ledger.entered('merged', left.number, agent.id);
			// What the customer wrote there since the other was put to await them is their answer (P5).
			const isAnswered = kept.state === 'awaiting-customer' && left.writtenOn > kept.heldWith;
			if (isAnswered) leavesHold(world, kept, agent.id);
		},
	});
}
