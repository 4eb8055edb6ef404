import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultPolicy } from '#lib/domain/policy.ts';
import { typedFrom } from '#lib/domain/policy-rebase.ts';
import { policyNow } from '#lib/server/db/policy.ts';
import { policyVersions } from '#lib/server/queries/policy-versions.ts';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, giveStaff, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta, giulia } = await testHouse(desk);
const { awaitingCustomer } = begin(desk, product);
const ada = await giveStaff(desk, 'ada', 'administrator');
const web = await startWeb(testing);
const cookies = {
	visitor: '',
	user: await signedIn(desk, paola),
	agent: await signedIn(desk, marta),
	supervisor: await signedIn(desk, giulia),
	administrator: await signedIn(desk, ada),
};
type Who = keyof typeof cookies;
type Typed = Record<string, string | readonly string[]>;

beforeEach(async () => {
	await desk.db.deleteFrom('policy_version').execute();
	await forgetTickets(desk);
});

const get = (path: string, who: Who = 'administrator', headers = {}) =>
	web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html', ...headers } });

const settings = { ...typedFrom(defaultPolicy), basedOn: '1' };

function send(act: 'preview' | 'save', changes: Typed = {}, who: Who = 'administrator') {
	const fields: Typed = { requestKey: randomUUID(), ...settings, note: 'Dopo la fiera', ...changes };
	const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
	return web.fetch(`/admin/policy?/${act}`, {
		method: 'POST',
		body: new URLSearchParams(pairs),
		headers: { cookie: cookies[who], accept: 'text/html' },
	});
}

/** A page as its text, without what only machines read. */
const words = (html: string) =>
	html
		.replaceAll(/<script[\s\S]*?<\/script>|<!--.*?-->/g, '')
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll(/\s+/g, ' ');
const version = async () => (await policyNow(desk.db)).version;

describe('what may not be set is not there', () => {
	test.each<[Who, number, string | null]>([
		['visitor', 303, '/login?next=%2Fadmin%2Fpolicy'],
		['user', 404, null],
		['agent', 404, null],
		['supervisor', 404, null],
	])('for a %s', async (who, status, location) => {
		const answers = [
			await get('/admin/policy', who),
			await send('preview', { holdDays: '6' }, who),
			await send('save', { holdDays: '6' }, who),
		];
		for (const answer of answers) expect([answer.status, answer.headers.get('location')]).toEqual([status, location]);
		expect(await version()).toBe(1);
	});
});

test.each<Who>(['visitor', 'user', 'agent', 'supervisor', 'administrator'])('a %s reads the policy', async (who) => {
	const answer = await get('/policy', who);
	expect([answer.status, words(await answer.text())]).toEqual([
		200,
		expect.stringContaining('Questa attesa dura al massimo cinque giorni lavorativi.'),
	]);
});

test('a visitor reads the policy in the language of their browser, and finds the way to it', async () => {
	const page = words(await (await get('/policy', 'visitor', { 'accept-language': 'en' })).text());
	expect(page).toContain('This hold lasts at most five business days.');
	expect(await (await get('/login', 'visitor')).text()).toContain('href="/policy"');
});

test('the policy counts an example on the day it is read', async () => {
	const page = words(await (await get('/policy')).text());
	expect(page).toMatch(/l’ultimo giorno utile per rispondere sarebbe lunedì 30 novembre, entro fine giornata/);
	expect(page).toMatch(/sabato 28 novembre: non si conta, giorno non lavorativo/);
});

test('every setting stands on the page with its meaning, its limits and how it was at first', async () => {
	const html = await (await get('/admin/policy')).text();
	for (const name of Object.keys(settings)) expect(html).toContain(`name="${name}"`);
	const page = words(html);
	expect(page).toContain('Da 1 a 30. All’inizio: cinque giorni lavorativi.');
	expect(page).toContain('Da 0 a 480. All’inizio: un’ora.');
	expect(page).toContain('una volta sola, per 7 giorni');
});

test('a preview shows what would change, and saves nothing', async () => {
	await awaitingCustomer(paola, marta);
	const answer = await send('preview', { holdDays: '2', workingWeek: ['1', '2', '3', '4', '5', '6'] });
	const html = await answer.text();
	const page = words(html);
	expect(answer.status).toBe(200);
	expect(page).toMatch(/cinque giorni lavorativi diventa due giorni lavorativi/);
	expect(page).toMatch(/Oggi Ultimo giorno utile: lunedì 30 novembre.*Ultimo giorno utile: mercoledì 25 novembre/);
	expect(page).toContain('C’è un’attesa aperta: conserva ciò che è stato promesso al cliente');
	expect(page).toMatch(/dura al massimo cinque giorni.*dura al massimo due giorni/);
	expect(page).toContain('Salva come versione 2');
	expect(html).toMatch(/type="hidden" name="holdDays" value="2"/);
	expect(html.match(/type="hidden" name="workingWeek"/g)).toHaveLength(6);
	expect(await version()).toBe(1);
});

test('what was looked at is saved, is said, and is the policy everybody reads', async () => {
	const answer = await send('save', { holdDays: '2', reservationMinutes: '0' });
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/policy?done=policy-saved']);
	const page = words(await (await get('/admin/policy?done=policy-saved')).text());
	expect(page).toContain('La nuova versione del regolamento è in vigore.');
	expect(page).toMatch(
		/salvata da Ada · in vigore Dopo la fiera Riserva un’ora diventa mai Durata dell’attesa cinque giorni lavorativi diventa due/,
	);
	const policy = words(await (await get('/policy', 'visitor')).text());
	expect(policy).toContain('dura al massimo due giorni lavorativi.');
	expect(policy).toContain('Punti cambiati: 4 (Ordine di arrivo), 5 (Attese).');
});

test('the same form sent twice saves one version', async () => {
	const requestKey = randomUUID();
	for (const _ of ['once', 'twice']) {
		expect((await send('save', { requestKey, holdDays: '6' })).status).toBe(303);
	}
	expect(await policyVersions(desk)).toHaveLength(2);
});

test.each(['preview', 'save'] as const)(
	'%s: what is wrong is said beside each field, and all that was typed is there again',
	async (act) => {
		const answer = await send(act, {
			holdDays: '99',
			workingWeek: [],
			country: 'ZZ',
			reminders: '40',
			inHandLimit: '3',
			reservationMinutes: '999',
		});
		const html = await answer.text();
		const page = words(html);
		expect(answer.status).toBe(400);
		expect(page).toContain('Ci sono 5 cose da correggere');
		expect(page).toContain('Giorni lavorativi dell’attesa: Scriva un numero intero da 1 a 30.');
		expect(page).toContain('Giorni di lavoro: Scelga almeno un giorno della settimana.');
		// In the order of the page.
		const fields = ['reservationMinutes', 'holdDays', 'workingWeek', 'country', 'reminders'];
		expect([...html.matchAll(/<li[^>]*><a href="#(\w+)"/g)].map(([, field]) => field)).toEqual(fields);
		expect(html).toMatch(/name="holdDays"[^>]*value="99"|value="99"[^>]*name="holdDays"/);
		expect(html).toMatch(/name="reminders"[^>]*value="40"|value="40"[^>]*name="reminders"/);
		expect(html).toMatch(/name="inHandLimit"[^>]*value="3"|value="3"[^>]*name="inHandLimit"/);
		expect(page).not.toContain('Salva come versione');
		expect(await version()).toBe(1);
	},
);

test('settings that are as they were are not saved', async () => {
	const answer = await send('preview');
	expect([answer.status, words(await answer.text())]).toEqual([
		409,
		expect.stringContaining('non c’è nulla da salvare'),
	]);
});

test('without a reason nothing is saved, and the preview is there again', async () => {
	const answer = await send('save', { holdDays: '6', note: ' ' });
	const page = words(await answer.text());
	expect(answer.status).toBe(400);
	expect(page).toContain('Perché cambia: Questo campo è necessario.');
	expect(page).toContain('Salva come versione 2');
	expect(await version()).toBe(1);
});

describe('when a colleague has saved a version since the form was opened', () => {
	beforeEach(async () => {
		expect((await send('save', { holdDays: '6', note: 'Più tempo' })).status).toBe(303);
	});

	test.each(['preview', 'save'] as const)(
		'%s: the colleague’s change is not undone, and is said at the head of the preview',
		async (act) => {
			const answer = await send(act, { inHandLimit: '2', note: 'Due alla volta' });
			const html = await answer.text();
			const [preview = ''] = /<section[^>]*id="preview"[\s\S]*?<\/section>/.exec(html) ?? [];
			const page = words(preview);
			expect(answer.status).toBe(act === 'save' ? 409 : 200);
			expect(page).toMatch(
				/Nel frattempo il regolamento è cambiato Versione 2, salvata da Ada · oggi alle [\d:]+ · Più tempo.*cinque giorni lavorativi diventa sei giorni lavorativi.*Che cosa cambia Ticket in lavorazione al massimo uno diventa al massimo due/,
			);
			expect(page).not.toMatch(/diventa cinque/);
			expect(preview).toContain('type="hidden" name="holdDays" value="6"');
			expect(html.match(/name="basedOn" value="2"/g)).toHaveLength(2);
			if (act === 'save') {
				expect(page.indexOf('nulla è stato sovrascritto')).toBeLessThan(page.indexOf('Versione 2, salvata'));
				expect(page.indexOf('nulla è stato sovrascritto')).toBeGreaterThan(0);
				expect(html).toMatch(/<textarea[^>]*>Due alla volta<\/textarea>/);
			}
			expect(await version()).toBe(2);
			const saved = await send('save', { basedOn: '2', holdDays: '6', inHandLimit: '2' });
			expect(saved.status).toBe(303);
			expect(await policyNow(desk.db)).toMatchObject({ version: 3, holdDays: 6, inHandLimit: 2 });
		},
	);

	test('a setting that both changed is marked, and shows both values', async () => {
		const page = words(await (await send('preview', { holdDays: '4' })).text());
		expect(page).toContain('Avete cambiato entrambi: «Durata dell’attesa».');
		expect(page).toMatch(
			/sei giorni lavorativi diventa quattro giorni lavorativi Cambiato da entrambi: prima il valore salvato/,
		);
	});

	test.each(['preview', 'save'] as const)(
		'%s: what comes to nothing on top of it says so, and the form goes on from it',
		async (act) => {
			const html = await (await send(act, { holdDays: '6' })).text();
			expect(words(html)).toContain('non c’è nulla da salvare');
			expect(words(html)).toContain('Versione 2, salvata da Ada');
			expect(html).toContain('name="basedOn" value="2"');
			expect(html).toMatch(/name="holdDays"[^>]*value="6"|value="6"[^>]*name="holdDays"/);
		},
	);

	test('what cannot be on top of it is said beside the field', async () => {
		await send('save', { basedOn: '2', holdDays: '2' });
		const answer = await send('preview', { basedOn: '2', holdDays: '6', reminders: '4' });
		const page = words(await answer.text());
		expect([answer.status, page]).toEqual([400, expect.stringContaining('Promemoria: Scriva numeri interi da 0 a 1')]);
		expect(page).toContain('Versione 3, salvata da Ada');
	});
});
