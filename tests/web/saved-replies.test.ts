import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { textLimits } from '#lib/domain/limits.ts';
import { savedReply } from '#lib/server/queries/saved-replies.ts';
import { createSavedReply } from '#lib/server/use-cases/create-saved-reply.ts';
import { signedIn } from '../support/accounts.ts';
import { post, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, granted, key, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta, davide, giulia } = await testHouse(desk);
const { inHand } = begin(desk, product);
const web = await startWeb(testing);
const cookies = { marta: await signedIn(desk, marta), giulia: await signedIn(desk, giulia) };
type Who = keyof typeof cookies;

beforeEach(async () => {
	await forgetTickets(desk);
	await desk.db.deleteFrom('saved_reply').execute();
});

const html = async (who: Who, path: string) =>
	(await web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html' } })).text();
const read = async (who: Who, path: string) => wordsOf(await html(who, path));
const send = (who: Who, path: string, fields: Record<string, string>) =>
	post(web, path, { ...key(), ...fields }, { cookie: cookies[who] });
const leadsTo = (answer: Response) => answer.headers.get('location');
const typed = { name: 'Grazie', shortcut: '/grazie', language: 'it', product: '', text: 'Gentile {{nome}}, grazie.' };
const saved = async (who: typeof marta, changed: object = {}) => {
	const reply = { ...typed, language: 'it', product: null, shared: false, ...key(), ...changed } as const;
	return granted(await createSavedReply(desk, who, reply)).reply;
};

describe('the list', () => {
	test('groups one’s own and the shared ones, and says language, product and use', async () => {
		await saved(marta, { product });
		await saved(giulia, { name: 'Thanks', shortcut: 'thanks', language: 'en', shared: true });
		const words = await read('marta', '/desk/replies');
		expect(words).toMatch(/Le mie una risposta .*Grazie \/grazie in italiano Isoipsa mai usata/);
		expect(words).toMatch(/Condivise una risposta .*Thanks \/thanks in inglese tutti i software mai usata/);
		expect(await read('giulia', '/desk/replies')).not.toContain('/grazie in italiano');
	});

	test('has an address for each filter, without what is not asked', async () => {
		const answer = await web.fetch('/desk/replies?q=+&language=en&product=&whose=', {
			headers: { cookie: cookies.marta },
		});
		expect(leadsTo(answer)).toBe('/desk/replies?language=en');
		await saved(marta);
		expect(await read('marta', '/desk/replies?language=en')).toContain('Nessuna risposta salvata corrisponde');
		expect(await read('marta', '/desk/replies?q=grazie&whose=personal')).toContain('/grazie in italiano');
	});

	test('empty, it says what to save first', async () => {
		expect(await read('marta', '/desk/replies')).toContain('Non c’è ancora nessuna risposta salvata');
	});
});

describe('the form', () => {
	test('saves, and comes back with what was typed and what is wrong beside its field', async () => {
		const wrong = await send('marta', '/desk/replies/new?/create', {
			...typed,
			whose: 'personal',
			text: 'Gentile {{nme}}',
		});
		const page = await wrong.text();
		expect([wrong.status, wordsOf(page)]).toEqual([
			409,
			expect.stringContaining('«{{nme}}» non è una variabile che conosciamo: forse intendeva {{nome}}?'),
		]);
		expect(page).toContain('Gentile {{nme}}</textarea>');
		expect(page).toMatch(/id="text-error"/);

		const done = await send('marta', '/desk/replies/new?/create', { ...typed, whose: 'personal' });
		expect([done.status, leadsTo(done)]).toEqual([303, '/desk/replies?done=saved']);
		const again = await send('marta', '/desk/replies/new?/create', { ...typed, whose: 'personal' });
		expect(wordsOf(await again.text())).toContain('La scorciatoia è già di «Grazie»');
		const empty = await send('marta', '/desk/replies/new?/create', { language: 'it', whose: 'personal' });
		expect([empty.status, await empty.text()]).toEqual([400, expect.stringContaining('aria-invalid="true"')]);
	});

	test('offers to share to supervisors, and lets nobody else', async () => {
		expect(await html('giulia', '/desk/replies/new')).toMatch(/type="radio"[^>]*value="shared"/);
		expect(await html('marta', '/desk/replies/new')).not.toMatch(/value="shared"/);
		const forged = await send('marta', '/desk/replies/new?/create', { ...typed, whose: 'shared' });
		expect([forged.status, wordsOf(await forged.text())]).toEqual([
			409,
			expect.stringContaining('Le risposte condivise le scrivono i responsabili'),
		]);
	});

	test('asked for a preview of a text that is too long, gives back all that was typed', async () => {
		const long = `Gentile cliente, ${'a'.repeat(textLimits.message)}`;
		const back = await send('marta', '/desk/replies/new?/preview', { ...typed, name: 'Da accorciare', text: long });
		const html = await back.text();
		expect([back.status, html.includes(`${long}</textarea>`), html.includes('value="Da accorciare"')]).toEqual([
			400,
			true,
			true,
		]);
		expect((await send('marta', '/desk/replies/preview', { language: 'it', text: long })).status).toBe(400);
	});

	test('shows a preview with an example, without saving, as its form and as it is typed', async () => {
		const shown = await send('marta', '/desk/replies/new?/preview', { ...typed, text: 'Gentile **{{nome}}**' });
		const page = await shown.text();
		expect(page).toContain('Gentile <strong>Paola Ferri</strong>');
		expect(page).toContain('Gentile **{{nome}}**</textarea>');
		const live = await send('marta', '/desk/replies/preview', { language: 'en', text: '{{name}} <b>{{nme}}' });
		expect(await live.json()).toEqual({
			html: '<p>Helen Whitfield &lt;b&gt;{{nme}}</p>',
			wrong: expect.stringContaining('{{name}}'),
		});
		expect(await read('marta', '/desk/replies')).toContain('Non c’è ancora');
	});

	test('shows what a colleague has saved meanwhile, and saves over it only when asked again', async () => {
		const reply = await saved(giulia, { shared: true });
		const path = `/desk/replies/${reply}?/change`;
		await send('giulia', path, { ...typed, text: 'Di prima.', version: '1' });
		const late = await send('giulia', path, { ...typed, text: 'Di dopo.', version: '1' });
		const page = await late.text();
		expect([late.status, wordsOf(page)]).toEqual([409, expect.stringMatching(/Il testo salvato adesso Di prima\./)]);
		expect(page).toContain('Di dopo.</textarea>');
		expect(page).toMatch(/name="version" value="2"/);
		expect(leadsTo(await send('giulia', path, { ...typed, text: 'Di dopo.', version: '2' }))).toContain('done=saved');
	});

	test('however long replies are, the list shows their beginning, and a ticket is sent the one that is asked for', async () => {
		const long = `Gentile {{nome}}, ${'ecco.'.repeat(3000)}`;
		const replies = [await saved(marta, { text: long }), await saved(marta, { shortcut: 'due', text: long })];
		expect((await html('marta', '/desk/replies')).length).toBeLessThan(40_000);
		const at = `/desk/tickets/${await inHand(paola, marta)}/replies`;
		const sent = async (query: string) => (await web.fetch(at + query, { headers: { cookie: cookies.marta } })).json();
		expect((await sent(`?reply=${replies[1]}`)) === long.replace('{{nome}}', 'Paola')).toBe(true);
		expect([await sent(''), await sent('?reply=999999'), await sent('?reply=x')]).toEqual([null, null, null]);
	});

	test('is for reading where the reply is somebody else’s to write; deleting is asked for once', async () => {
		const reply = await saved(giulia, { shared: true });
		const page = await html('marta', `/desk/replies/${reply}`);
		expect(wordsOf(page)).toContain('È condivisa: la cambiano i responsabili e gli amministratori.');
		expect(page).not.toContain('?/remove');
		expect((await send('marta', `/desk/replies/${reply}?/remove`, {})).status).toBe(409);
		const removed = await send('giulia', `/desk/replies/${reply}?/remove`, {});
		expect(leadsTo(removed)).toBe('/desk/replies?done=removed');
		expect((await web.fetch(`/desk/replies/${reply}`, { headers: { cookie: cookies.giulia } })).status).toBe(404);
	});
});

describe('on a ticket, without JavaScript', () => {
	test('a link of the list brings the form filled in; sent, it counts', async () => {
		const reply = await saved(marta);
		const ticket = await inHand(paola, marta);
		const page = await html('marta', `/desk/tickets/${ticket}`);
		expect(page).toContain(`href="?saved=${reply}&amp;in=reply#act-reply"`);
		const filled = await html('marta', `/desk/tickets/${ticket}?saved=${reply}&in=resolve`);
		expect(filled).toMatch(/id="resolve-text"[^>]*>\s*Gentile Paola, grazie\.<\/textarea>/);
		expect(filled).toMatch(/<details class="fold act resolve[^>]* open/);
		expect(filled).toContain(`name="savedReplies" value="${reply}"`);
		const fields = { text: 'Gentile Paola, grazie.', savedReplies: String(reply) };
		expect((await send('marta', `/desk/tickets/${ticket}?/reply`, fields)).status).toBe(303);
		expect((await savedReply(desk.db, marta, reply))?.used).toBe(1);
	});

	test('a gap keeps the message from being sent, which comes back with its text and what it was made from', async () => {
		const reply = await saved(marta);
		const ticket = await inHand(paola, marta);
		const fields = { text: 'La versione {{versione}}?', savedReplies: String(reply) };
		const answer = await send('marta', `/desk/tickets/${ticket}?/reply`, fields);
		const page = await answer.text();
		expect([answer.status, wordsOf(page)]).toEqual([409, expect.stringContaining('completi o tolga {{versione}}')]);
		expect(page).toContain('La versione {{versione}}?</textarea>');
		expect(page).toContain(`name="savedReplies" value="${reply}"`);
	});

	test('a reply that is saved as a draft knows what it was made from: counted when it is sent another day, once more asked who may', async () => {
		const [mine, theirs] = [await saved(marta), await saved(davide)];
		const ticket = await inHand(paola, marta);
		const made = { text: 'Gentile Paola, grazie.', savedReplies: String(mine), keepDraft: '1' };
		expect((await send('marta', `/desk/tickets/${ticket}?/reply`, made)).status).toBe(303);
		const page = await html('marta', `/desk/tickets/${ticket}`);
		expect(page).toContain(`name="savedReplies" value="${mine}"`);
		const { id, version } = await desk.db.selectFrom('draft').select(['id', 'version']).executeTakeFirstOrThrow();
		const draft = { draft: String(id), draftVersion: String(version) };
		const sent = { text: 'Gentile Paola, grazie.', ...draft };
		const body = new FormData();
		for (const [name, value] of Object.entries({ requestKey: randomUUID(), ...sent })) body.append(name, value);
		for (const reply of [mine, theirs]) body.append('savedReplies', String(reply));
		const answer = await web.fetch(`/desk/tickets/${ticket}?/reply`, {
			method: 'POST',
			body,
			headers: { cookie: cookies.marta, accept: 'text/html' },
		});
		expect(answer.status).toBe(303);
		expect((await savedReply(desk.db, marta, mine))?.used).toBe(1);
		expect((await savedReply(desk.db, davide, theirs))?.used).toBe(0);
	});

	test('nobody is offered what only who has the ticket in hand may send', async () => {
		await saved(giulia, { shared: true });
		const ticket = await inHand(paola, marta);
		expect(await html('giulia', `/desk/tickets/${ticket}`)).not.toContain('saved=');
	});
});
