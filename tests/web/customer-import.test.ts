import { expect, test } from 'vitest';
import { csvRow } from '#lib/domain/csv.ts';
import { carryOutImport } from '#lib/server/use-cases/carry-out-import.ts';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveLicence, giveProduct, giveStaff, key, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const web = await startWeb(testing);
const { paola } = await testHouse(desk);
const rita = await giveStaff(desk, 'rita', 'administrator');
const cookie = await signedIn(desk, rita);
const barred = await giveProduct(desk, 'Catasto | \\2');
await giveLicence(desk, paola, barred);

const get = async (path: string) => {
	const answer = await web.fetch(path, { headers: { cookie } });
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
	return { status: answer.status, text, headers: answer.headers };
};
const send = (path: string, fields: Record<string, string | File>) => {
	const body = new FormData();
	for (const [name, value] of Object.entries({ ...key(), ...fields })) body.append(name, value);
	return web.fetch(path, { method: 'POST', headers: { cookie, accept: 'text/html' }, body });
};
const uploaded = async (text: string) => {
	const answer = await send('/admin/customers/import', { file: new File([text], 'clienti.csv'), pasted: '' });
	expect(answer.status).toBe(303);
	const path = answer.headers.get('location') ?? '';
	return { path, id: Number(path.split('/').at(-1)) };
};
const exported = async () => {
	const answer = await web.fetch('/admin/customers/export', { method: 'POST', headers: { cookie } });
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
};

test('from the template to people at a customer, without scripts', async () => {
	const template = await get('/admin/customers/import/template');
	expect(template.text).toBe('\uFEFFCliente;Colleghi;Persona;Nome utente;E-mail;Lingua;Software\r\n');
	expect(template.headers.get('content-disposition')).toContain('modello-clienti.csv');

	const rows = ['Studio Neri;sì;Ugo Neri;;ugo@neri.example;;Isoipsa', 'Studio Neri;;Lia;;lia;;Isoipso'];
	const { path, id } = await uploaded(`${template.text}${rows.join('\r\n')}`);
	const preview = await get(path);
	expect(preview.text).toContain('persona nuova, nome utente ugo');
	expect(preview.text).toContain('Non c’è nessun software «Isoipso»');
	expect(preview.text).toContain('colonne separate da punto e virgola');
	expect((await get(`${path}?only=refused`)).text).not.toContain('nome utente ugo');
	expect((await get('/admin/customers/import')).text).toContain('clienti.csv');
	expect((await get(`/admin/customers?q=Neri`)).text).not.toContain('Studio Neri');

	const confirmed = await send(`${path}?/confirm`, {});
	expect(confirmed.headers.get('location')).toBe(path);
	expect((await get(path)).text).toMatch(/0 righe su 2/);
	await carryOutImport(desk, id);
	expect((await get(path)).text).toContain('Importazione conclusa');
	expect((await get(`/admin/customers?q=Neri`)).text).toContain('Studio Neri');

	const refused = await get(`${path}/refused`);
	expect(refused.text.split('\r\n')).toHaveLength(3);
	expect(refused.text).toMatch(/Lingua;Software;Motivo\r\nStudio Neri;;Lia;;lia;;Isoipso;"?E-mail: Non è un indirizzo/);
	const again = await uploaded(refused.text.replace(';lia;', ';lia@neri.example;').replace('Isoipso', 'Isoipsa'));
	expect((await get(again.path)).text).toContain('persona nuova, nome utente lia');
	expect((await get(again.path)).text).not.toContain('Motivo');
});

test('what was pasted and cannot be read comes back with the reason', async () => {
	const answer = await send('/admin/customers/import', { pasted: 'Nome\nPaola' });
	expect(answer.status).toBe(409);
	const html = await answer.text();
	expect(html).toContain('manca la colonna «Cliente»');
	expect(html).toContain('Nome\nPaola</textarea>');
});

const nasty = [
	'=1+1',
	'+39 041',
	'-2',
	'@sum(a1)',
	"'=2",
	"''-3",
	'Rossi; "Bianchi" & figli, srl',
	'È’€ 😀',
	"'",
	'\\| |',
];
test('what is exported and brought in again changes nothing, whatever the cells hold', async () => {
	for (const [nth, name] of nasty.entries()) {
		const at = await desk.clock.now(desk.db);
		const customer = await desk.db
			.insertInto('customer')
			.values({ name, colleagues_see_tickets: nth % 2 === 0, created_at: at })
			.returning('id')
			.executeTakeFirstOrThrow();
		if (nth % 3 === 0) continue;
		const account = { role: 'user' as const, customer: customer.id, name, language: 'en' as const, created_at: at };
		await desk.db
			.insertInto('account')
			.values({ ...account, username: `-nasty.${nth}`, email: `=nasty.${nth}@x.example` })
			.execute();
	}
	const file = await exported();
	expect(file).toContain(csvRow(['=1+1', 'sì', '', '', '', '', '']));
	expect(file).not.toMatch(/(^|;|\n)"?[=+\-@]/);
	const { path } = await uploaded(file);
	const preview = await get(path);
	expect(preview.text).toContain('Questo file non cambierebbe nulla');
	expect((await get(`${path}?only=refused`)).text).toContain('Nessuna riga di questo tipo');

	expect((await get('/admin/audit?area=customers')).text).toContain('Clienti e persone esportati');
});
