import type { UserViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { listedTickets } from '#lib/server/queries/listed-tickets.ts';
import { searchTickets } from '#lib/server/queries/search-tickets.ts';
import { similarTickets } from '#lib/server/queries/similar-tickets.ts';
import { large } from '../house.ts';
import type { Asked } from './catch.ts';
import { named } from './people.ts';

/** Of the customer with the most tickets, and of one of the many. */
export async function searching(desk: Desk): Promise<Asked> {
	return {
		...searches(desk, 'of the large customer', await named(desk, large.user)),
		...searches(desk, 'of a usual customer', await named(desk, 'utente999')),
	};
}

/** Lists and searches as they are asked for, and as nobody would ask who meant well. */
function searches(desk: Desk, whose: string, viewer: UserViewer): Asked {
	const search = (typed: string, filter = {}) => searchTickets(desk, viewer, { typed, filter, page: 1 });
	return {
		[`list ${whose}`]: () => listedTickets(desk, viewer, {}),
		[`list ${whose}, my turn`]: () => listedTickets(desk, viewer, { turn: 'customer' }),
		[`list ${whose}, one product, far down`]: () =>
			listedTickets(desk, viewer, { product: 3, turn: 'resolved' }, 30_000),
		[`search ${whose}: a rare word`]: () => search('nivere 1204'),
		[`search ${whose}: words of every ticket`]: () => search('il rilievo non si chiude'),
		[`search ${whose}: the same, filtered`]: () => search('rilievo chiude', { turn: 'resolved', product: 3 }),
		[`search ${whose}: a word begun`]: () => search('baba rili'),
		[`search ${whose}: misspelt words`]: () => search('rileivo chidue progamma'),
		[`search ${whose}: tickets like a subject`]: () =>
			similarTickets(desk, viewer, { product: 8, subject: 'Il rilievo non si chiude' }),
		[`search ${whose}: ten words`]: () => search('rilievo chiude programma dice baba cecici lalo barere cibare reba'),
	};
}
