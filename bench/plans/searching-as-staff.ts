import type { StaffOrder } from '#lib/domain/search.ts';
import type { Desk } from '#lib/server/desk.ts';
import { searchAsStaff } from '#lib/server/queries/search-as-staff.ts';
import type { StaffFilter } from '#lib/server/queries/staff-filter.ts';
import type { Asked } from './catch.ts';
import { staff } from './people.ts';

const whose = 'of staff';

/** Over all tickets: words that stand everywhere, nowhere else, and both; and filters that leave out nearly everything. */
export async function searchingAsStaff(desk: Desk): Promise<Asked> {
	const viewer = await staff(desk, 'agente1');
	const search = (typed: string, filter: StaffFilter = {}, order: StaffOrder = 'relevance') =>
		searchAsStaff(desk, viewer, { typed, filter, order, page: 1 });
	return {
		[`search ${whose}: a rare word`]: () => search('nivere'),
		[`search ${whose}: words of every ticket`]: () => search('il rilievo non si chiude'),
		[`search ${whose}: a word of every ticket and a rare one`]: () => search('rilievo nivere'),
		[`search ${whose}: two rare words`]: () => search('cibare barere'),
		[`search ${whose}: words of many tickets`]: () => search('cibaba reba rilievo'),
		[`search ${whose}: a number`]: () => search('1204'),
		[`search ${whose}: misspelt words`]: () => search('rileivo chidue progamma'),
		[`search ${whose}: a word begun`]: () => search('baba rili'),
		[`search ${whose}: ten words`]: () => search('rilievo chiude programma dice baba cibare lalo barere nivere reba'),
		[`search ${whose}: a customer and a word`]: () => search('provincia nivere'),
		[`search ${whose}: a rare word, one software and lane`]: () =>
			search('nivere', { product: 3, lane: 'consultancy', state: 'resolved' }),
		[`search ${whose}: of an agent, with files`]: () => search('rilievo', { agent: viewer.id, hasFiles: true }),
		[`search ${whose}: newest, within weeks of long ago`]: () =>
			search('nivere', { first: 20_000, last: 22_000 }, 'newest'),
		[`search ${whose}: filters only`]: () => search('', { product: 3, lane: 'consultancy' }),
		[`search ${whose}: filters only, of an agent`]: () => search('', { agent: viewer.id }),
		[`search ${whose}: filters only, in hand`]: () => search('', { state: 'in-hand' }),
		[`search ${whose}: filters only, came back`]: () => search('', { state: 'came-back' }),
		[`search ${whose}: filters only, waiting`]: () => search('', { state: 'awaiting-customer' }),
		[`search ${whose}: filters only, resolved with files`]: () => search('', { state: 'resolved', hasFiles: true }),
		[`search ${whose}: everything`]: () => search(''),
	};
}
