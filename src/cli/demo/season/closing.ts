import { closedByThemselves } from './sayings.ts';
import { oneOf } from './wording.ts';
import { type Case, minutes, type World } from './world.ts';

type Instant = Temporal.Instant;

/** The customer found it before anybody took it up. */
export function closes(world: World, mine: Case, at: Instant): void {
	world.enter(world.hours.free(minutes(at, world.dice, 1, 4)), async (then) => {
		if (mine.state === 'queued') await close(world, mine, then);
	});
}

/** The customer closes it, with a word if nobody has begun yet. */
export async function close(world: World, mine: Case, at: Instant): Promise<void> {
	const { who, ticket, facts, dice } = mine;
	const wasQueued = mine.state === 'queued';
	mine.state = 'resolved';
	if (wasQueued && facts.language === 'it' && dice.chance(0.7)) {
		await who.side.replies(world.moment(at), ticket, oneOf(closedByThemselves, facts, dice));
	}
	await who.side.closes(world.moment(at.add({ seconds: dice.between(15, 50) })), ticket);
	mine.since = at;
}
