import { expect, test, vi } from 'vitest';
import { openLive } from '#lib/server/live.ts';
import { changeOrganisation } from '#lib/server/use-cases/change-organisation.ts';
import { createLogger } from '#platform/logging.ts';
import { signedIn } from '../support/accounts.ts';
import { wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const web = await startWeb(testing);
const elena = await giveStaff(desk, 'elena', 'administrator');
const cookie = await signedIn(desk, elena);
const path = '/admin/organisation';
const page = async (address: string, headers: Record<string, string> = { cookie }) =>
	(await web.fetch(address, { headers: { accept: 'text/html', ...headers } })).text();
const typed = {
	name: 'Rilievi <b>& Figli',
	postalAddress: 'Via Roma 1\n00100 Roma',
	supportAddress: 'aiuto@rilievi.it',
};
const send = (act: string, fields: Record<string, string>) =>
	web.fetch(`${path}?/${act}`, {
		method: 'POST',
		body: new URLSearchParams({ ...key(), ...fields }),
		headers: { cookie, accept: 'text/html' },
	});

test('the preview shows page and mail, and keeps nothing', async () => {
	const answer = await send('preview', { ...typed, basedOn: '1' });
	const html = await answer.text();
	expect(wordsOf(html)).toContain('Anteprima: non è ancora salvato');
	expect(html).not.toContain('<b>&');
	const src = /<iframe src="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
	const mail = await web.fetch(src, { headers: { cookie } });
	expect(mail.headers.get('content-security-policy')).toMatch(
		/^sandbox; default-src 'none'; style-src 'unsafe-inline'/,
	);
	expect(await mail.text()).toMatch(
		/Rilievi &lt;b&gt;&amp; Figli<\/strong><br>Via Roma 1<br>00100 Roma<br>.*aiuto@rilievi\.it/,
	);
	expect(await page('/login', {})).toContain('· Sportello</title>');
});

test('what cannot be is said beside its field, with what was typed', async () => {
	const answer = await send('save', { ...typed, supportAddress: 'aiuto', basedOn: '1' });
	expect(answer.status).toBe(409);
	const html = await answer.text();
	expect(wordsOf(html)).toContain('L’indirizzo non è completo: serve qualcosa come «assistenza@studio.it».');
	expect(html).toContain('value="Rilievi &lt;b>&amp; Figli"');
});

test('once saved, pages bear it at once', async () => {
	expect(await page('/policy', {})).not.toContain('aiuto@rilievi.it');
	const saved = await send('save', { ...typed, basedOn: '1' });
	expect(saved.headers.get('location')).toBe(`${path}?done=organisation-changed`);
	const signIn = await page('/login', {});
	expect(signIn).toContain('· Rilievi &lt;b>&amp; Figli</title>');
	expect(signIn).not.toContain('Sportello</title>');
	const policy = wordsOf(await page('/policy', {}));
	expect(policy).toContain('00100 Roma');
	expect(policy).toContain('aiuto@rilievi.it');
});

test('who saves on an older version sees how it is by now, and can save then', async () => {
	const answer = await send('save', { ...typed, name: 'Altra Srl', basedOn: '1' });
	expect(answer.status).toBe(409);
	const html = await answer.text();
	expect(wordsOf(html)).toContain('Come sono adesso');
	expect(html).toContain('name="basedOn" value="2"');
	expect(html).toContain('value="Altra Srl"');
});

test('another process shows it as soon as it is told', async () => {
	const logger = createLogger(web.configuration);
	const other = openLive({ desk, databaseUrl: testing.url, name: 'sportello test, another', logger });
	try {
		await vi.waitFor(() => expect(other.mark).not.toBe(''));
		expect(await other.organisation()).toBe(await other.organisation());
		granted(await changeOrganisation(desk, elena, { ...key(), ...typed, name: 'Nuova Srl', logo: '', basedOn: 2 }));
		await vi.waitFor(async () => expect(await other.organisation()).toMatchObject({ name: 'Nuova Srl', version: 3 }));
		await vi.waitFor(async () => expect(await page('/login', {})).toContain('· Nuova Srl</title>'));
	} finally {
		await other.close();
	}
});
