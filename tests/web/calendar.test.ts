import { beforeEach, expect, test } from 'vitest';
import { giveAccount, signedIn } from '../support/accounts.ts';
import { post, requestKeyIn } from '../support/browse.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { begin, forgetTickets, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const web = await startWeb(testing);
const house = await testHouse(desk);
const id = await giveAccount(desk, { role: 'administrator', username: 'rita' });
const cookie = await signedIn(desk, { id, role: 'administrator' });

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
	await desk.db.deleteFrom('closure_day').execute();
});

const pageOf = async (path: string) => (await web.fetch(path, { headers: { cookie } })).text();
const asking = (closure: Record<string, string>) => pageOf(`/admin/calendar?${new URLSearchParams(closure)}`);
const send = (path: string, fields: Parameters<typeof post>[2]) => post(web, path, fields, { cookie });
const closedDays = async () => (await desk.db.selectFrom('closure_day').select('day').orderBy('day').execute()).length;
/** What stands in the cell of a day, without markup. */
const dayIn = (html: string, day: string) =>
	new RegExp(`<time[^>]*datetime="${day}"[^>]*>(.*?)</time>`, 's')
		.exec(html)?.[1]
		?.replaceAll(/<[^>]*>/g, '')
		.replaceAll(/\s+/g, ' ')
		.trim();
/** The classes of the cell of a day. */
const markIn = (html: string, day: string) =>
	/class="([^"]*)"/.exec(new RegExp(`<time[^>]*datetime="${day}"[^>]*>`).exec(html)?.[0] ?? '')?.[1];

test('the year is twelve tables with captions and headers; a day says in words what it is', async () => {
	const html = await pageOf('/admin/calendar');
	expect(html.match(/<caption/g)).toHaveLength(12);
	expect(html.match(/<th scope="col"/g)).toHaveLength(12 * 7);
	expect(dayIn(html, '2026-12-07')).toBe('7');
	expect(dayIn(html, '2026-12-08')).toBe('8 festa: Immacolata Concezione');
	expect(dayIn(html, '2026-12-12')).toBe('12 non lavorativo');
	expect(dayIn(html, '2026-11-23')).toBe('23 oggi');
});

test('years follow each other by address', async () => {
	expect(await pageOf('/admin/calendar')).toContain('href="?year=2027"');
	const html = await pageOf('/admin/calendar?year=2027');
	expect(dayIn(html, '2027-01-06')).toBe('6 festa: Epifania');
	expect(html).toContain('Feste nazionali del 2027');
});

test('what a closure would change is shown before anything is saved, then it is done as shown', async () => {
	const ticket = await begin(desk, house.product).awaitingCustomer(house.paola, house.marta);
	const closure = { from: '2026-11-27', to: '2026-11-30', reason: 'Trasloco' };
	const html = await asking(closure);
	expect(html).toContain('2 giorni diventano di chiusura');
	expect(html).toContain(`href="/desk/tickets/${ticket}"`);
	expect(html).toMatch(/da lunedì 30 novembre.*a mercoledì 2 dicembre/s);
	expect(html).toContain('value="Trasloco"');
	expect(html).toContain('Questi giorni non contano già ora');
	expect(await closedDays()).toBe(0);

	const answer = await send('/admin/calendar?year=2026&/add', { ...closure, requestKey: requestKeyIn(html) });
	const location = answer.headers.get('location') ?? '';
	expect([answer.status, location]).toEqual([303, '/admin/calendar?year=2026&done=closure-days-added']);
	expect(await closedDays()).toBe(4);
	const after = await pageOf(location);
	expect(after).toContain('I 4 giorni di chiusura sono stati aggiunti.');
	expect(after).toContain('Un’attesa aperta contava su questi giorni');
	expect(dayIn(after, '2026-11-27')).toBe('27 chiusura: Trasloco');
	expect(dayIn(after, '2026-11-28')).toBe('28 non lavorativo, chiusura: Trasloco');
	expect(markIn(after, '2026-11-27')).toContain('closure');
	// The weekend between them does not part them, and still looks like one.
	expect(markIn(after, '2026-11-28')).toContain('notWorked');
	expect(after).toContain('da venerdì 27 novembre a lunedì 30 novembre');
});

test('a single day needs no last one; what cannot be is said beside its field, with what was typed', async () => {
	expect(await asking({ from: '2026-12-07', to: '', reason: 'Ponte' })).toContain('Un giorno diventa di chiusura');
	const missing = await asking({ from: '2026-12-07', to: '', reason: '' });
	expect(missing).toContain('id="reason-error"');
	expect(missing).toContain('value="2026-12-07"');
	expect(await asking({ from: '2026-12-08', to: '', reason: 'Ponte' })).toContain('id="from-error"');
	expect(await asking({ from: '2026-12-07', to: '2026-12-01', reason: 'Ponte' })).toContain('id="to-error"');
});

test.each([
	['2026-12-07', '2027-03-01', 'to'],
	['2028-11-01', '2028-12-07', 'to'],
	['2026-10-01', '2026-11-24', 'from'],
	['2029-01-08', '', 'from'],
])('from %s to %s is refused beside the day that cannot be: %s', async (from, to, field) => {
	const html = await asking({ from, to, reason: 'Ponte' });
	expect([...html.matchAll(/id="(from|to|reason)-error"/g)].map(([, name]) => name)).toEqual([field]);
});

test('where nothing is typed the page says what is missing; unasked it says nothing', async () => {
	const html = await asking({ year: '2026', from: '', to: '', reason: '' });
	expect([...html.matchAll(/id="(from|to|reason)-error"/g)].map(([, name]) => name)).toEqual(['from', 'reason']);
	const shownAlert = /role="alert"(?! hidden)/;
	expect(html).toMatch(shownAlert);
	expect(await pageOf('/admin/calendar?year=2026')).not.toMatch(shownAlert);
});

test('an address alone does not say that days were closed', async () => {
	const said = /giorni di chiusura sono stati aggiunti|giorno di chiusura è stato aggiunto/;
	expect(await pageOf('/admin/calendar?done=closure-days-added')).not.toMatch(said);
	await send('/admin/calendar?/add', { from: '2026-12-07', to: '', reason: 'Ponte', requestKey: crypto.randomUUID() });
	expect(await pageOf('/admin/calendar?done=closure-days-added&days=5')).toContain(
		'Il giorno di chiusura è stato aggiunto.',
	);
	clock.advance({ minutes: 11 });
	expect(await pageOf('/admin/calendar?done=closure-days-added')).not.toMatch(said);
});

test('what was closed by somebody else meanwhile is refused, and the form is still filled in', async () => {
	const closure = { from: '2026-12-07', to: '2026-12-07', reason: 'Ponte' };
	const requestKey = requestKeyIn(await asking(closure));
	await send('/admin/calendar?/add', { ...closure, reason: 'Ferie', requestKey: crypto.randomUUID() });
	const refused = await send('/admin/calendar?year=2026&/add', { ...closure, requestKey });
	const html = await refused.text();
	expect(refused.status).toBe(409);
	expect(html).toContain('id="from-error"');
	expect(html).toContain('value="Ponte"');
	expect(html).not.toContain('Conferma la chiusura');
	expect(await closedDays()).toBe(1);
});

test('a day taken away leads back to its year', async () => {
	const closure = { from: '2027-01-04', to: '2027-01-05', reason: 'Ponte' };
	await send('/admin/calendar?/add', { ...closure, requestKey: crypto.randomUUID() });
	const fields = { days: '2027-01-04', requestKey: crypto.randomUUID() };
	const answer = await send('/admin/calendar?year=2027&/remove', fields);
	expect(answer.headers.get('location')).toBe('/admin/calendar?year=2027&done=closure-day-removed');
	expect(await closedDays()).toBe(1);
});

test('the days of a closure are taken away together by the form that stands beside them', async () => {
	const closure = { from: '2027-01-04', to: '2027-01-05', reason: 'Ponte' };
	await send('/admin/calendar?/add', { ...closure, requestKey: crypto.randomUUID() });
	const html = await pageOf('/admin/calendar?year=2027');
	const form = html.split('<form').find((part) => part.includes('Togli tutti')) ?? '';
	const days = [...form.matchAll(/name="days" value="([\d-]+)"/g)].map(([, day]) => day ?? '');
	expect(days).toEqual(['2027-01-04', '2027-01-05']);
	const fields = days.map((day): [string, string] => ['days', day]);
	const requestKey = ['requestKey', crypto.randomUUID()] satisfies [string, string];
	const answer = await send('/admin/calendar?year=2027&/remove', [...fields, requestKey]);
	const location = answer.headers.get('location') ?? '';
	expect(await pageOf(location)).toContain('I giorni sono stati tolti.');
	expect(await closedDays()).toBe(0);
});
