import { beforeEach, expect, test } from 'vitest';
import { type MissingItem, missingItems } from '#lib/domain/hold.ts';
import { textLimits } from '#lib/domain/limits.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { signedIn } from '../support/accounts.ts';
import { post, wordsOf } from '../support/browse.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { begin, forgetTickets, granted, key, saying, standingOf, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { product, paola, marta } = await testHouse(desk);
const { inHand } = begin(desk, product);
const web = await startWeb(testing);
const cookie = await signedIn(desk, paola);

beforeEach(async () => {
	await forgetTickets(desk);
	clock.set(MONDAY_MORNING);
});

async function asked(missing: readonly MissingItem[] = missingItems): Promise<number> {
	const ticket = await inHand(paola, marta);
	granted(await awaitCustomer(desk, marta, { ...saying(ticket), missing: [...missing] }));
	return ticket;
}
const page = async (ticket: number) =>
	(await web.fetch(`/tickets/${ticket}`, { headers: { cookie, accept: 'text/html' } })).text();
const reply = (ticket: number, fields: Record<string, string>) =>
	post(web, `/tickets/${ticket}?/reply`, { ...key(), text: '', ...fields }, { cookie });

test('each item that was asked for has a field of its own, and what was not has none', async () => {
	const html = await page(await asked(['product-version', 'confirmation']));
	expect(html).toMatch(/<input[^>]*name="version"/);
	expect(html).toMatch(/type="checkbox" name="versionAsBefore" value="12\.1"/);
	expect(html).toMatch(/type="radio" name="confirmation"/);
	expect(html).not.toContain('name="operatingSystem"');
	expect(html).not.toContain('name="other"');
});

test('the calendar of the wait is a list of days in words, and no style stands in the page', async () => {
	const html = await page(await asked());
	const words = wordsOf(html);
	for (const said of [
		'lunedì 23 novembre: inizio dell’attesa, non si conta, oggi',
		'martedì 24 novembre: 1º di 5',
		'sabato 28 novembre: non si conta, giorno non lavorativo',
		'lunedì 30 novembre: 5º di 5, ultimo giorno utile',
	])
		expect(words).toContain(said);
	expect(html).not.toContain('style="');
});

test('the answers are one reply; the ticket goes back to the queue and says what was updated', async () => {
	const ticket = await asked();
	const answer = await reply(ticket, { version: '12.2', operatingSystemAsBefore: 'Windows 11', confirmation: 'works' });
	expect(answer.headers.get('location')).toBe(`/tickets/${ticket}?replied#done`);
	expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'queued' });
	const html = await page(ticket);
	expect(html).toContain('<strong>Versione del software:</strong> 12.2');
	expect(html).toContain('<strong>Sistema operativo:</strong> Windows 11');
	expect(html).toContain('<strong>Ora funziona?</strong> Sì, ora funziona');
	expect(wordsOf(html)).toContain('Dati del ticket aggiornati: versione 12.2');
});

test('a reply that cannot be accepted comes back with every answer in its field, and what is wrong beside it', async () => {
	const ticket = await asked();
	const long = 'x'.repeat(textLimits.answer + 1);
	const typed = {
		version: '12.2',
		toolsAsBefore: '',
		confirmation: 'fails',
		confirmationWords: 'Si ferma.',
		text: 'Ciao',
	};
	const answer = await reply(ticket, { ...typed, operatingSystemAsBefore: 'Windows 11', other: long });
	const html = await answer.text();
	expect(answer.status).toBe(400);
	expect(html).toMatch(/<input[^>]*value="12\.2"[^>]*name="version"|<input[^>]*name="version"[^>]*value="12\.2"/);
	expect(html).toMatch(/<input[^>]*name="operatingSystemAsBefore"[^>]*checked/);
	expect(html).toMatch(/<input[^>]*value="fails"[^>]*checked/);
	expect(html).toContain('Si ferma.</textarea>');
	expect(html.includes(`${long}</textarea>`)).toBe(true);
	expect(wordsOf(html)).toContain(`al massimo ${textLimits.answer} caratteri`);
	expect(await standingOf(desk, paola, ticket)).toMatchObject({ state: 'awaiting-customer' });
});

test('an answer longer than its field is refused, not cut', async () => {
	const ticket = await asked();
	const answer = await reply(ticket, { version: 'v'.repeat(textLimits.version + 1) });
	expect(answer.status).toBe(400);
	expect(await answer.text()).toMatch(/id="version-error"/);
});

test('answers that come after the lapse are in the follow-up form, each where it belongs (P5)', async () => {
	const ticket = await asked();
	clock.set(Temporal.Instant.from('2026-12-01T00:00:00+01:00'));
	const typed = {
		version: '12.2',
		tools: 'Stampante',
		confirmation: 'fails',
		other: 'Ecco il resto.',
		text: 'Scusate.',
	};
	const answer = await reply(ticket, typed);
	const html = await answer.text();
	expect(answer.status).toBe(409);
	const form = html.slice(html.indexOf(`action="/tickets/new?follows=${ticket}"`));
	const description = /<textarea[^>]*name="description"[^>]*>([^<]*)</.exec(form)?.[1];
	expect(description?.trim()).toBe(
		'- **Ora funziona?** No, non ancora\n- **Quanto chiediamo nel messaggio:** Ecco il resto.\n\nScusate.',
	);
	expect(form).toMatch(/name="version"[^>]*value="12\.2"|value="12\.2"[^>]*name="version"/);
	expect(form).toMatch(/name="tools"[^>]*value="Stampante"|value="Stampante"[^>]*name="tools"/);
});
