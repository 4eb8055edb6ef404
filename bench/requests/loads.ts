import { existsSync } from 'node:fs';
import type { Desk } from '#lib/server/desk.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { granted, key, on } from '../../tests/support/house.ts';
import { ask } from './browser.ts';
import { clients, type Load } from './load.ts';
import { type Held, inHandLimit, type People, type Taker, takersOfClient } from './people.ts';
import { refusalOf, type Way } from './ways.ts';

/** A page as somebody asks for it. */
export type Page = { path: string; cookie: string };
export type Pages = Record<string, (nth: number) => Page>;

/** Every ticket is read before one is read again: no number of tickets is a multiple of it. */
const stride = 7_919;
const searched = ['il rilievo non si chiude', 'rilievo compensazione', 'nivere 1204', 'rileivo progamma', 'baba rili'];

/** The pages of the desk, as they are asked for the nth time. */
export function pages({ readers }: People, tickets: number): Pages {
	const as = (nth: number, path: string) => ({ path, cookie: readers[nth % readers.length]?.cookie ?? '' });
	const search = (nth: number) =>
		as(nth, `/desk/search?q=${encodeURIComponent(searched[nth % searched.length] ?? '')}`);
	return {
		'ticket page': (nth) => as(nth, `/desk/tickets/${1 + ((nth * stride) % tickets)}`),
		'desk page': (nth) => as(nth, '/desk'),
		...(hasSearch && { search }),
	};
}

const hasSearch = existsSync(new URL('../../src/routes/desk/search', import.meta.url));

export function reading(origin: string, page: (nth: number) => Page): Load {
	let asked = 0;
	return {
		next() {
			const { path, cookie } = page(asked++);
			return async () => refusalOf(await ask(origin, path, cookie), isWhole);
		},
	};
}

const isWhole = ({ status, body }: { status: number; body: string }) => status === 200 && body.includes('</html>');

/** The acts; what they need is made ready without the application, so that nothing else of it is measured. */
export function acts(way: Way, desk: Desk, people: People, origin: string): Record<string, Load> {
	return {
		opened: { next: (client) => way.open(personOf(people.writers, client)) },
		taken: taking(way, desk, people.takers),
		answered: answering(way, desk, people.takers, origin),
	};
}

function personOf<Person>(people: Person[], client: number): Person {
	const person = people[client % people.length];
	if (!person) throw new Error('Nobody is there.');
	return person;
}

/** Each takes until the limit; then all is put back at its number. */
function taking(way: Way, desk: Desk, takers: Taker[]): Load {
	let free: Taker[][] = [];
	return {
		async prepare() {
			await letGo(desk, takers);
			const shares = Array.from({ length: clients }, (_, nth) =>
				takers.slice(nth * takersOfClient, (nth + 1) * takersOfClient),
			);
			free = shares.map((share) => share.flatMap((taker) => Array<Taker>(inHandLimit).fill(taker)));
		},
		next(client) {
			const taker = free[client]?.pop();
			return taker && way.take(taker);
		},
	};
}

async function letGo(desk: Desk, takers: Taker[]): Promise<void> {
	const held = await inHandOf(desk, takers);
	await Promise.all(held.map(async ({ ticket, agent }) => granted<unknown>(await putBack(desk, agent, on(ticket)))));
}

/** Each answers the one ticket they took, again and again. */
function answering(way: Way, desk: Desk, takers: Taker[], origin: string): Load {
	let held: Held[] = [];
	let asked = 0;
	return {
		async prepare() {
			await letGo(desk, takers);
			await Promise.all(takers.map(async (taker) => granted(await takeNext(desk, taker, key()))));
			held = await Promise.all((await inHandOf(desk, takers)).map((each) => shown(origin, each)));
		},
		next: () => way.answer(personOf(held, asked++)),
	};
}

type InHand = Omit<Held, 'seen'>;

async function inHandOf({ db }: Desk, takers: Taker[]): Promise<InHand[]> {
	const entries = db.selectFrom('queue_entry').select(['ticket', 'agent']).where('state', '=', 'in-hand');
	const rows = await entries.execute();
	return rows.flatMap(({ ticket, agent: id }) =>
		takers.filter((taker) => taker.id === id).map((agent) => ({ ticket, agent })),
	);
}

/** How far its page says that it shows the ticket. */
async function shown(origin: string, inHand: InHand): Promise<Held> {
	const { body } = await ask(origin, `/desk/tickets/${inHand.ticket}`, inHand.agent.cookie);
	return { ...inHand, seen: /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? '' };
}
