import type { DeskCalendar } from '#lib/domain/calendar.ts';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import { Agenda } from '../../simulation/agenda.ts';
import { dice as diceOf } from '../../simulation/dice.ts';
import type { Days } from '../days.ts';
import type { StaffKey } from '../house.ts';
import { person } from '../house.ts';
import { bringProducts, employ, type Opening } from '../opening.ts';
import { staffSide } from '../sides.ts';
import type { Stage } from '../stage.ts';
import { storyHours } from '../story/hours.ts';
import type { AnyProduct } from '../threads/all.ts';
import { take } from './at-the-counter.ts';
import { openingHours } from './hours.ts';
import { planDays } from './plan.ts';
import { townspeople } from './townspeople.ts';
import type { Agent, World } from './world.ts';

type Instant = Temporal.Instant;

const moreProducts = {
	nuvolaio: 'Nuvolaio · nuvole di punti da drone e laser scanner',
	cappotto: 'Cappotto · prestazione energetica',
	vedetta: 'Vedetta · sicurezza nei cantieri',
	stimario: 'Stimario · stime e perizie immobiliari',
} as const;

export const moreStaff = [
	{ ...person('Lorenzo Ricci', 'lorenzo.ricci', 'meridiana.example'), role: 'agent' },
	{ ...person('Federica Neri', 'federica.neri', 'meridiana.example'), role: 'agent' },
] as const;

/** What goes on around the story for three months: everything up to a moment, on each call. */
export type Season = { until(end: Instant): Promise<void>; writers: readonly UserViewer[] };

export async function beginSeason(told: Stage, begun: Opening, days: Days, calendar: DeskCalendar): Promise<Season> {
	// Its own acts do not wait for themselves.
	const stage: Stage = { ...told, meanwhile: undefined };
	const house = { ...begun.house, stage };
	const opening = { ...begun, house };
	const { cast } = opening;
	const more = await bringProducts(house, moreProducts);
	const products: Record<AnyProduct, number> = { ...cast.products, ...more };
	const agents = await staffAtTheCounter(stage, opening, products);
	const people = await townspeople(opening, products);
	const agenda = new Agenda();
	let last = house.when;
	const world: World = {
		...{ stage, products, people, agents, cases: new Map(), closing: false, dice: diceOf(20_26) },
		hours: openingHours(calendar, storyHours(days)),
		enter: (at, act) => agenda.enter(at, () => act(at)),
		wakes: (agent, at) => agenda.enter(at, () => take(world, agent, at)),
		moment(at) {
			const soonest = last.add({ seconds: 1 });
			last = Temporal.Instant.compare(at, soonest) < 0 ? soonest : at;
			return last;
		},
	};
	planDays(world, days, calendar);
	return {
		writers: people.map(({ viewer }) => viewer),
		async until(end) {
			for (let item = agenda.next(end); item; item = agenda.next(end)) await item.what();
		},
	};
}

async function staffAtTheCounter(
	stage: Stage,
	{ cast, house, agents }: Opening,
	products: Readonly<Record<AnyProduct, number>>,
): Promise<Agent[]> {
	const known = (['giulia', 'marta', 'davide'] satisfies StaffKey[]).map((key): Agent => {
		const side = staffSide(stage, agents[key]);
		return { side, covers: undefined, inStory: true, onDuty: false, atDesk: false, hand: undefined };
	});
	const covered = new Set(Object.keys(moreProducts) as AnyProduct[]);
	for (const colleague of moreStaff) {
		const side = staffSide(stage, await employ(house, colleague));
		await cast.elena.covers(
			house.when,
			side,
			[...covered].map((key) => products[key]),
		);
		known.push({ side, covers: covered, inStory: false, onDuty: false, atDesk: false, hand: undefined });
	}
	return known;
}
