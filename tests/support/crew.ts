import { randomUUID } from 'node:crypto';
import { lanes } from '#lib/domain/queue.ts';
import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { correctProduct } from '#lib/server/use-cases/correct-product.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { handOver } from '#lib/server/use-cases/hand-over.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { moveLane } from '#lib/server/use-cases/move-lane.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { among, type Breaks, upTo } from './breaks.ts';
import { key, request, saying } from './house.ts';
import type { Shop } from './shop.ts';

/** Those who work with tickets at the counter, each act tried as it comes, and what they were told was done. */
export class Crew {
	readonly opened = new Map<string, number>();
	readonly taken: { ticket: number; agent: number }[] = [];
	readonly replied = new Map<string, number>();
	readonly #shop: Shop;
	readonly #breaks: Breaks;
	#lettingGo = 0;

	constructor(shop: Shop, breaks: Breaks) {
		this.#shop = shop;
		this.#breaks = breaks;
	}

	/** Sent again under the same key until it is acknowledged or refused, as a browser would. */
	async opens(user: UserViewer): Promise<void> {
		const { products } = this.#shop;
		const input = request(among(products), { lane: among(lanes), subject: randomUUID() });
		const outcome = await this.#breaks.insist((desk) => openTicket(desk, user, input));
		if (outcome?.ok) this.opened.set(input.subject, outcome.value.ticket);
	}

	async closesOrReplies(user: UserViewer): Promise<void> {
		// Rarely one that waits for an answer: some waits have to come to their end.
		const ticket = Math.random() < 0.1 ? this.#lately() : upTo(Math.max(1, this.opened.size));
		const on = saying(ticket, randomUUID());
		if (Math.random() < 0.2) return void (await this.#attempt((desk) => closeTicket(desk, user, on)));
		const reply = await this.#attempt((desk) => replyAsCustomer(desk, user, on));
		if (reply?.ok) this.replied.set(on.text, on.ticket);
	}

	/** Takes, says something, and lets go in the next of the ways there are. */
	async serves(agent: StaffViewer): Promise<void> {
		if (Math.random() < 0.05) await this.#attempt((desk) => goOnDuty(desk, agent, key()));
		const ticket = await this.#next(agent);
		if (ticket === undefined) return;
		const reply = saying(ticket, randomUUID());
		const said = await this.#attempt((desk) => replyToCustomer(desk, agent, reply));
		if (said?.ok) this.replied.set(reply.text, ticket);

		const way = waysToLetGo[this.#lettingGo++ % waysToLetGo.length] ?? 'resolve';
		await this.#letGo(way, agent, saying(ticket, randomUUID()));
		if (way === 'resume') await this.#breaks.insist((desk) => resume(desk, agent, saying(ticket)));
		if (way === 'withdraw') await this.#breaks.insist((desk) => withdrawRequest(desk, agent, saying(ticket)));
	}

	async supervises(supervisor: StaffViewer): Promise<void> {
		await this.#attempt((desk) => putBack(desk, supervisor, saying(this.#lately())));
	}

	/** What the agent takes, or has in hand already. */
	async #next(agent: StaffViewer): Promise<number | undefined> {
		const taking = await this.#attempt((desk) => takeNext(desk, agent, key()));
		if (taking?.ok) this.taken.push({ ticket: taking.value.ticket, agent: agent.id });
		if (taking?.ok) return taking.value.ticket;
		return taking?.refusal.reason === 'in-hand-limit' ? among(taking.refusal.tickets) : undefined;
	}

	#letGo(way: Way, agent: StaffViewer, on: ReturnType<typeof saying>): Promise<unknown> {
		const { products, agents } = this.#shop;
		const [colleague, lane, product, other] = [among(agents).id, among(lanes), among(products), this.#likely()];
		return this.#breaks.insist<unknown>((desk) => {
			if (way === 'resolve') return resolve(desk, agent, on);
			if (way === 'put back') return putBack(desk, agent, on);
			if (way === 'leave') return goOffDuty(desk, agent, on);
			if (way === 'hand over') return handOver(desk, agent, { ...on, colleague });
			if (way === 'move') return moveLane(desk, agent, { ...on, lane });
			if (way === 'correct') return correctProduct(desk, agent, { ...on, product });
			if (way === 'merge') return mergeTicket(desk, agent, { ...on, other });
			if (way === 'evaluate' || way === 'resume') return evaluate(desk, agent, on);
			return awaitCustomer(desk, agent, { ...on, missing: ['tools-used'] });
		});
	}

	#attempt<T>(act: (desk: Desk) => Promise<T>): Promise<T | undefined> {
		return this.#breaks.attempt(act);
	}

	/** A ticket that was in somebody's hands a moment ago. */
	#lately(): number {
		return among(this.taken.slice(-24))?.ticket ?? 1;
	}

	/** A ticket that may be open still. */
	#likely(): number {
		return Math.random() < 0.3 ? this.#lately() : (among([...this.opened.values()].slice(-12)) ?? 1);
	}
}

/** One after the other, so that a slow machine comes to all of them; those with `resume` and `withdraw` go back on it at once. */
const waysToLetGo = [
	...(['ask', 'evaluate', 'merge', 'hand over', 'withdraw', 'move', 'resume', 'leave', 'correct', 'resolve'] as const),
	...(['ask', 'put back', 'merge', 'ask', 'hand over', 'move', 'resolve', 'withdraw', 'correct', 'merge'] as const),
];
type Way = (typeof waysToLetGo)[number];
