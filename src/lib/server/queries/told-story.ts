import type { Kysely } from 'kysely';
import type { CouldServe, Explanation, QueuedBefore, Step } from '#lib/domain/explain.ts';
import type { HoldCase } from '#lib/domain/hold.ts';
import type { Lane, QueuedAgain, Reservation, ResolvedAs } from '#lib/domain/queue.ts';
import type { DB } from '../db/types.ts';

/** Somebody of the staff. */
export type Named = { id: number; name: string };

/** Instants are ISO 8601 strings. */
export type ReservedView = { for: Named; until: string };

export type BeforeView = Pick<QueuedBefore, 'ticket' | 'lane' | 'because'> & {
	product: string;
	reserved: ReservedView | undefined;
};

/** Why a ticket was taken when it was, with names; `before` in full or, on a page, its beginning. */
export type ExplanationView = {
	since: string | undefined;
	lane: Lane;
	product: string;
	reserved: ReservedView | undefined;
	before: BeforeView[];
	beforeBy: Record<QueuedBefore['because'], number>;
	technicalQueued: number;
	agents: (Named & { could: CouldServe })[];
};

/** What happened to a ticket and bore on who was next. */
export type StepView = { seq: number; at: string } & (
	| { type: 'opened'; lane: Lane; product: string }
	| { type: 'taken'; agent: Named; explanation: ExplanationView | undefined }
	| { type: 'queued'; reason: QueuedAgain; reserved: ReservedView | undefined }
	| { type: 'held'; case: HoldCase }
	| { type: 'moved'; lane: Lane }
	| { type: 'corrected'; product: string }
	| { type: 'resolved'; as: Exclude<ResolvedAs, 'duplicate'> }
	| { type: 'merged'; into: number }
);

type Names = { agent(id: number): Named; product(id: number): string };

/** The steps of a ticket with the names of people and products; at most `shown` of the tickets queued before. */
export async function told(
	db: Kysely<DB>,
	steps: readonly Step[],
	shown = Number.POSITIVE_INFINITY,
): Promise<StepView[]> {
	const names = await namesOf(db);
	return steps.map((step) => stepView(step, names, shown));
}

/** All of them: a house has some dozens. */
async function namesOf(db: Kysely<DB>): Promise<Names> {
	const [staff, products] = await Promise.all([
		db.selectFrom('account').select(['id', 'name']).where('role', '<>', 'user').execute(),
		db.selectFrom('product').select(['id', 'name']).execute(),
	]);
	const people = new Map(staff.map((one) => [one.id, one]));
	const software = new Map(products.map(({ id, name }) => [id, name]));
	return { agent: (id) => people.get(id) ?? { id, name: `${id}` }, product: (id) => software.get(id) ?? `${id}` };
}

function stepView({ fact, explanation }: Step, names: Names, shown: number): StepView {
	const moment = { seq: fact.seq, at: fact.at.toString() };
	switch (fact.type) {
		case 'opened':
			return { ...moment, type: fact.type, lane: fact.lane, product: names.product(fact.product) };
		case 'taken': {
			const view = explanation && explanationView(explanation, names, shown);
			return { ...moment, type: fact.type, agent: names.agent(fact.agent), explanation: view };
		}
		case 'queued':
			return { ...moment, type: fact.type, reason: fact.reason, reserved: reservedView(fact.reserved, names) };
		case 'held':
			return { ...moment, type: fact.type, case: fact.case };
		case 'moved':
			return { ...moment, type: fact.type, lane: fact.lane };
		case 'corrected':
			return { ...moment, type: fact.type, product: names.product(fact.product) };
		case 'resolved':
			return { ...moment, type: fact.type, as: fact.as };
		case 'merged':
			return { ...moment, type: fact.type, into: fact.into };
		default:
			return fact satisfies never;
	}
}

function explanationView(explanation: Explanation, names: Names, shown: number): ExplanationView {
	const { since, lane, product, reserved, before, technicalQueued, agents } = explanation;
	const beforeBy = { 'technical-first': 0, 'not-covered': 0, reserved: 0, nothing: 0 };
	for (const { because } of before) beforeBy[because] += 1;
	return {
		since: since?.toString(),
		lane,
		product: names.product(product),
		reserved: reservedView(reserved, names),
		before: before.slice(0, shown).map((other) => ({
			...{ ticket: other.ticket, lane: other.lane, because: other.because },
			product: names.product(other.product),
			reserved: reservedView(other.reserved, names),
		})),
		beforeBy,
		technicalQueued,
		agents: agents.map(({ agent, could }) => ({ ...names.agent(agent), could })),
	};
}

function reservedView(reserved: Reservation | undefined, names: Names): ReservedView | undefined {
	return reserved && { for: names.agent(reserved.for), until: reserved.until.toString() };
}
