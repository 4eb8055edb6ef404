import { sql } from 'kysely';
import { defaultPolicy } from '#lib/domain/policy.ts';
import type { Ground } from '../../composition/scratch.ts';
import { Breaker } from './breaker.ts';
import { beginDay } from './days.ts';
import { dice } from './dice.ts';
import { openHouse, type Size } from './house.ts';
import { reminds, sweeps } from './jobs.ts';
import { judge, type Verdict } from './verdict.ts';
import { newWorld, type World } from './world.ts';

export type Settings = Size & {
	seed: number;
	days: number;
	/** Which share of the acts meets a connection that breaks, 0 to 1. */
	crashes: number;
};

/** An empty, migrated database, opened so that `watch` is told of every connection the acts are given. */
export type Opening = (watch: Breaker['watch']) => Ground;

export type Result = Settings &
	Verdict & { acts: number; crashes: number; repeated: number; lapses: number; reminders: number; tickets: number };

/** A midnight of some three years, so that seeds meet every holiday and every change of the clocks. */
function beginning(seed: number): Temporal.Instant {
	const day = Temporal.PlainDate.from('2026-01-01').add({ days: dice(seed).below(1_000) });
	return day.toZonedDateTime({ timeZone: defaultPolicy.timeZone, plainTime: '00:01' }).toInstant();
}

/** Lives through the days of a seed on the ground, and judges what is there at the end. */
export async function simulate(settings: Settings, ground: Opening): Promise<Result> {
	const breaker = new Breaker((pid) => sql`select pg_terminate_backend(${pid}, 5000)`.execute(witness));
	const { desk, clock, witness, close } = ground(breaker.watch);
	await using undo = new AsyncDisposableStack();
	undo.defer(close);
	const start = beginning(settings.seed);
	clock.set(start);
	const throws = dice(settings.seed);
	const house = await openHouse(desk, throws.apart(), settings);
	const { crashes } = settings;
	const world = newWorld({ desk, clock, breaker, house, crashes, twice: { share: 0.03 }, now: start }, throws);
	await live(world, start.add({ hours: 24 * settings.days }));
	const { acts, repeated, lapses, reminders } = world.ledger;
	const figures = {
		acts,
		repeated,
		crashes: world.ledger.crashes,
		lapses,
		reminders: reminders.length,
		tickets: world.memory.tickets.size,
	};
	return { ...settings, ...(await judge(witness, world)), ...figures };
}

async function live(world: World, end: Temporal.Instant): Promise<void> {
	const { agenda, clock } = world;
	agenda.enter(world.now, () => beginDay(world));
	for (let next = agenda.next(end); next; next = agenda.next(end)) {
		// What was planned in another time zone may have passed already: time never runs back.
		if (Temporal.Instant.compare(next.at, world.now) > 0) world.now = next.at;
		clock.set(world.now);
		await next.what();
	}
	world.now = end;
	clock.set(end);
	await reminds(world);
	await sweeps(world);
}
