import { works } from './agents.ts';
import { opens } from './customers.ts';
import { cleans, reminds, sweeps } from './jobs.ts';
import { closesDays, disables, opensDay, savesPolicy, setsCoverage, supervises } from './office.ts';
import { isBusinessDay, localDay } from './promises.ts';
import { holidaysAround, type World } from './world.ts';

/** Plans the local day that begins now, and the planning of the next one. */
export async function beginDay(world: World): Promise<void> {
	const { memory, agenda, now } = world;
	const { policy, closed } = memory;
	const holidays = await holidaysAround(now, policy.country);
	const day = localDay(now, policy);
	const at = (time: string, minutes = 0) =>
		day.toZonedDateTime({ timeZone: policy.timeZone, plainTime: time }).toInstant().add({ minutes });
	const isWorked = isBusinessDay(day, { policy, holidays, closed });
	planCustomers(world, isWorked, at);
	if (isWorked) planDesk(world, at);
	planJobs(world, at);
	const tomorrow = day.add({ days: 1 }).toZonedDateTime(policy.timeZone).toInstant();
	agenda.enter(tomorrow.add({ minutes: 1 }), () => beginDay(world));
}

type At = (time: string, minutes?: number) => Temporal.Instant;

/** Most of them write while the desk is open. */
function planCustomers(world: World, isWorked: boolean, at: At): void {
	const { dice, agenda, house } = world;
	const { length: agents } = house.agents;
	for (let left = isWorked ? dice.between(agents, 2 * agents) : dice.below(4); left > 0; left--) {
		const user = dice.among(house.users);
		const isByDay = dice.chance(0.9);
		const moment = isByDay ? at('08:00', dice.below(600)) : at('00:05', dice.below(1_430));
		agenda.enter(moment.add({ milliseconds: dice.below(60_000) }), () => opens(world, user));
	}
}

function planDesk(world: World, at: At): void {
	const { dice, agenda, house } = world;
	for (const agent of house.agents) {
		if (dice.chance(0.1)) continue;
		works(world, agent, at('08:20', dice.below(80)), at('17:00', dice.below(90)));
	}
	const office = [
		[0.12, closesDays],
		[0.06, opensDay],
		[0.12, savesPolicy],
		[0.15, setsCoverage],
		[0.2, supervises],
		[0.03, disables],
	] as const;
	for (const [share, does] of office) {
		if (dice.chance(share)) agenda.enter(at('09:00', dice.below(500)), () => does(world));
	}
}

/** For days on end nothing may run: what holds by time holds without it. */
function planJobs(world: World, at: At): void {
	const { dice, agenda } = world;
	if (world.outage === 0 && dice.chance(0.15)) world.outage = dice.between(1, 4);
	if (world.outage > 0) {
		world.outage -= 1;
		return;
	}
	for (let runs = dice.between(1, 5); runs > 0; runs--)
		agenda.enter(at('00:02', dice.below(1_430)), () => sweeps(world));
	for (let runs = dice.between(1, 5); runs > 0; runs--)
		agenda.enter(at('00:02', dice.below(1_430)), () => reminds(world));
	if (dice.chance(0.3)) agenda.enter(at('04:17'), () => cleans(world));
}
