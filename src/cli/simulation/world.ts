import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '#lib/domain/outcome.ts';
import { firstPolicy } from '#lib/domain/policy.ts';
import type { SetClock } from '#lib/server/clock.ts';
import type { Desk } from '#lib/server/desk.ts';
import { holidaysOf } from '#lib/server/holidays.ts';
import { Agenda } from './agenda.ts';
import { type Breaker, type Cut, cuts } from './breaker.ts';
import type { Dice } from './dice.ts';
import type { House } from './house.ts';
import { Ledger } from './ledger.ts';
import { Memory } from './memory.ts';

/** The simulation as each part of it sees it. */
export type World = {
	/** Through the connection that breaks. */
	desk: Desk;
	clock: SetClock;
	breaker: Breaker;
	dice: Dice;
	/** Apart, so that the same people do the same things with crashes and without. */
	crashDice: Dice;
	/** Which share of the acts meets a connection that breaks. */
	crashes: number;
	twice: Twice;
	agenda: Agenda;
	house: House;
	memory: Memory;
	ledger: Ledger;
	/** The moment that stands. */
	now: Temporal.Instant;
	/** For how many days to come no job runs. */
	outage: number;
};

/** Which share of the acts is sent a second time, and who looks on while it is. */
export type Twice = { share: number; watched?: <Value>(send: () => Promise<Value>) => Promise<Value> };

type Given = Pick<World, 'desk' | 'clock' | 'breaker' | 'house' | 'crashes' | 'twice' | 'now'>;

/** A world in which nothing has happened yet. */
export function newWorld(given: Given, throws: Dice): World {
	return {
		...given,
		dice: throws.apart(),
		crashDice: throws.apart(),
		agenda: new Agenda(),
		memory: new Memory({ ...firstPolicy, version: 1 }),
		ledger: new Ledger(),
		outage: 0,
	};
}

export type Act<Value> = {
	name: string;
	/** What a form does when it is sent; sent again with the same key when the answer was lost. */
	send(desk: Desk, requestKey: string): Promise<Outcome<Value, { reason: string }>>;
	/** For what reasons it may be refused here. */
	may?: readonly string[];
	/** What the ledger and the memory have of it once it is acknowledged. */
	acknowledged(value: Value): void;
};

/** Somebody does something: until it is acknowledged or refused, whatever breaks meanwhile. */
export async function act<Value>(world: World, { name, send, may = [], acknowledged }: Act<Value>): Promise<boolean> {
	const { dice, ledger, twice } = world;
	ledger.acts += 1;
	const key = dice.uuid();
	const again = dice.chance(twice.share);
	const outcome = await untilAnswered(world, () => send(world.desk, key));
	if (!outcome.ok) {
		ledger.refused(outcome.refusal.reason);
		if (!may.includes(outcome.refusal.reason)) wrong(world, `${name} was refused: ${JSON.stringify(outcome.refusal)}`);
		return false;
	}
	acknowledged(outcome.value);
	if (again) await sentTwice(world, name, outcome.value, () => send(world.desk, key));
	return true;
}

/** A second click on a button: the same key, so the first answer, and nothing done. */
async function sentTwice<Value>(
	world: World,
	name: string,
	first: Value,
	send: () => Promise<Outcome<Value, { reason: string }>>,
): Promise<void> {
	const { ledger, twice } = world;
	ledger.repeated += 1;
	const second = await (twice.watched ?? ((each) => each()))(send);
	if (second.ok && isDeepStrictEqual(second.value, first)) return;
	wrong(world, `${name}, sent twice, was answered ${JSON.stringify(first)} and then ${JSON.stringify(second)}`);
}

/** Tries again as long as the connection broke; what else is thrown is a bug, and ends the simulation. */
export async function untilAnswered<Value>(world: World, send: () => Promise<Value>): Promise<Value> {
	const { breaker, ledger } = world;
	let cut = nextCut(world);
	for (;;) {
		breaker.arm(cut);
		try {
			const answer = await send();
			breaker.arm(undefined);
			return answer;
		} catch (error) {
			if (!breaker.isBroken) throw error;
			ledger.crashes += 1;
			// Whether what was under way came to be done is a race for these two, and must not move the dice.
			cut = cut?.how === 'before' || cut?.how === 'terminated' ? nextCut(world) : undefined;
		}
	}
}

function nextCut({ crashDice, crashes }: World): Cut | undefined {
	if (!crashDice.chance(crashes)) return undefined;
	return { how: crashDice.among(cuts), statement: crashDice.between(1, 14) };
}

export function wrong(world: World, what: string): void {
	world.ledger.wrong.push(`${world.now}: ${what}`);
}

/** Enters what happens after a while, or at a moment. */
export function later(world: World, after: Temporal.DurationLike, what: () => Promise<void>): void {
	world.agenda.enter(world.now.add(after), what);
}

/** A text that is told from all others. */
export function words(world: World, about: string): string {
	return `${about} (${world.ledger.acts})`;
}

/** The public holidays of a country in the years around `now`, as ISO dates. */
export async function holidaysAround(now: Temporal.Instant, country: string): Promise<ReadonlySet<string>> {
	const { year } = now.toZonedDateTimeISO('UTC');
	return new Set((await holidaysOf(country, [year - 1, year, year + 1])).keys());
}
