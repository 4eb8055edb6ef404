import { closes } from './closing.ts';
import { type Case, minutes, type World } from './world.ts';

/** It is support's turn: whoever is free sees it after a while. */
export function enqueue(world: World, mine: Case, at: Temporal.Instant): void {
	mine.state = 'queued';
	mine.since = at;
	for (const agent of world.agents) if (agent.onDuty && !agent.hand) world.wakes(agent, minutes(at, world.dice, 1, 11));
	if (mine.fate === 'closed-while-queued' && mine.turn === 0) closes(world, mine, at);
}
