import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { csvRow } from '#lib/domain/csv.ts';
import { importLimits } from '#lib/domain/customer-file/limits.ts';
import { importCalled, importRows, kindsOf } from '#lib/server/queries/customer-imports.ts';
import { carryOutImport } from '#lib/server/use-cases/carry-out-import.ts';
import { changeCustomer } from '#lib/server/use-cases/change-customer.ts';
import { confirmImport } from '#lib/server/use-cases/confirm-import.ts';
import { discardImport } from '#lib/server/use-cases/discard-import.ts';
import { previewImport } from '#lib/server/use-cases/preview-import.ts';
import { sweepExpired } from '#lib/server/use-cases/sweep-expired.ts';
import { giveAccount } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveProduct, giveStaff, granted, key } from '../support/house.ts';

const { desk, clock } = await testDesk();
const rita = await giveStaff(desk, 'rita', 'administrator');
const giulia = await giveStaff(desk, 'giulia', 'supervisor');
await giveProduct(desk, 'Isoipsa');
await giveProduct(desk, 'Catasto');

const bytesOf = (text: string) => new TextEncoder().encode(text);
const heading = 'Cliente;Persona;E-mail;Software\r\n';
const previewed = async (text: string | Uint8Array) => {
	const bytes = typeof text === 'string' ? bytesOf(text) : text;
	return granted(await previewImport(desk, rita, { ...key(), name: 'clienti.csv', bytes })).import;
};
const confirmed = async (id: number) => granted(await confirmImport(desk, rita, { ...key(), import: id }));
const brought = async (text: string) => {
	const id = await previewed(text);
	await confirmed(id);
	await carryOutImport(desk, id);
	return id;
};
const tallyOf = async (id: number) => (await importCalled(desk, id))?.tally;
const count = async (table: 'customer' | 'account' | 'licence' | 'audit_log') => {
	const { rows } = await sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)}`.execute(
		desk.db,
	);
	return rows[0]?.count ?? 0;
};
const counts = async () => [await count('customer'), await count('account'), await count('licence')];
const refusalOf = async (bytes: Uint8Array) => {
	const outcome = await previewImport(desk, rita, { ...key(), name: '', bytes });
	return outcome.ok ? undefined : outcome.refusal;
};
const row = (nth: number, customer = nth % 2_500) =>
	csvRow([
		`Studio ${customer}`,
		`Persona ${nth}`,
		`persona.${nth}@studio${customer}.example`,
		nth % 3 ? 'Isoipsa' : 'Isoipsa | Catasto',
	]);

test('nothing is written before it is confirmed; then it is, and the same file again changes nothing', async () => {
	const before = await counts();
	const text = `${heading}Neri;Paola Neri;paola@neri.example;Isoipsa|Catasto\r\nNeri;;;\r\nNeri;Ugo;ugo;\r\n`;
	const id = await previewed(text);
	expect(await counts()).toEqual(before);
	expect(await tallyOf(id)).toMatchObject({ customers: 1, people: 1, licences: 2, new: 1, unchanged: 1, refused: 1 });
	await carryOutImport(desk, id);
	expect(await counts()).toEqual(before);

	await confirmed(id);
	await confirmed(id);
	await carryOutImport(desk, id);
	expect(await counts()).toEqual(before.map((number, nth) => number + ([1, 1, 2][nth] ?? 0)));
	expect(await importCalled(desk, id)).toMatchObject({ state: 'finished', done: 3 });
	const paola = await desk.db
		.selectFrom('account')
		.selectAll()
		.where('email', '=', 'paola@neri.example')
		.executeTakeFirstOrThrow();
	expect(paola).toMatchObject({ role: 'user', username: 'paola', password_hash: null, language: 'it' });

	const entries = await count('audit_log');
	await carryOutImport(desk, id);
	expect(await count('audit_log')).toBe(entries);
	expect(await tallyOf(await brought(text))).toMatchObject({
		customers: 0,
		people: 0,
		licences: 0,
		unchanged: 2,
		refused: 1,
	});
	expect(await counts()).toEqual(before.map((number, nth) => number + ([1, 1, 2][nth] ?? 0)));
});

test('what has changed since the preview is decided anew, and told', async () => {
	const id = await previewed(`${heading}Bruni;Ada;ada@bruni.example;\r\nBruni;Leo;leo@bruni.example;\r\n`);
	await confirmed(id);
	const account = await giveAccount(desk, { role: 'agent', username: 'leopoldo' });
	await desk.db.updateTable('account').set({ email: 'LEO@bruni.example' }).where('id', '=', account).execute();
	await carryOutImport(desk, id);
	const [ada, leo] = await importRows(desk.db, { import: id, kind: undefined, limit: 10 });
	expect(ada).toMatchObject({ line: 2, differs: false, fate: { kind: 'new' } });
	expect(leo).toMatchObject({ line: 3, differs: true, fate: { kind: 'refused', problems: [{ reason: 'is-staff' }] } });
	expect(await kindsOf(desk.db, id)).toMatchObject({ kinds: { new: 1, refused: 1 }, differs: 1 });
});

test('each step is in the log, with who confirmed it', async () => {
	const id = await brought(`${heading}Log;Lia;lia@log.example;Isoipsa\r\n`);
	expect((await importCalled(desk, id))?.state).toBe('finished');
	const entries = await desk.db
		.selectFrom('audit_log')
		.select(['verb', 'actor', 'subject_name', 'details'])
		.orderBy('id', 'desc')
		.limit(5)
		.execute();
	expect(entries.map(({ verb, actor, subject_name }) => [verb, actor, subject_name]).reverse()).toEqual([
		['import-confirmed', rita.id, null],
		['customer-created', rita.id, 'Log'],
		['licences-changed', rita.id, 'Log'],
		['account-created', rita.id, 'Lia'],
		['import-finished', rita.id, null],
	]);
	expect(entries[0]?.details).toEqual({ file: 'clienti.csv', customers: 1, people: 1, licences: 1, refused: 0 });
});

test('two imports at once, of the same people, do not collide, and several processes carry out one only once', async () => {
	const text = heading + Array.from({ length: 600 }, (_, nth) => row(nth, nth % 7)).join('');
	const before = await counts();
	const [one, other] = [await previewed(text), await previewed(text)];
	await Promise.all([confirmed(one), confirmed(other)]);
	await Promise.all([one, other, one, other].map((id) => carryOutImport(desk, id)));
	const [first, second] = [await tallyOf(one), await tallyOf(other)];
	expect((first?.people ?? 0) + (second?.people ?? 0)).toBe(600);
	expect((first?.new ?? 0) + (first?.unchanged ?? 0)).toBe(600);
	expect(await counts()).toEqual(before.map((number, nth) => number + ([7, 600, 14][nth] ?? 0)));
});

test('a process that dies in the middle loses nothing, and the next goes on where it was', async () => {
	const id = await previewed(heading + Array.from({ length: 450 }, (_, nth) => row(nth, 9_000)).join(''));
	await confirmed(id);
	const before = await count('account');
	let batches = 0;
	const dying = {
		...desk,
		clock: {
			...clock,
			now: async () => {
				batches += 1;
				if (batches === 2) throw new Error('killed');
				return clock.now(desk.db);
			},
		},
	};
	await expect(carryOutImport(dying, id)).rejects.toThrow('killed');
	expect(await count('account')).toBe(before + 200);
	expect(await importCalled(desk, id)).toMatchObject({ state: 'running', done: 200 });
	await carryOutImport(desk, id);
	expect(await count('account')).toBe(before + 450);
	expect(await importCalled(desk, id)).toMatchObject({
		state: 'finished',
		done: 450,
		tally: { people: 450, unchanged: 0 },
	});
});

test('10,000 rows are previewed and carried out in under 20 seconds', { timeout: 60_000 }, async () => {
	const text = heading + Array.from({ length: importLimits.rows }, (_, nth) => row(nth + 50_000)).join('');
	const from = performance.now();
	const id = await previewed(text);
	const seen = performance.now();
	await confirmed(id);
	await carryOutImport(desk, id);
	const took = { preview: Math.round(seen - from), carriedOut: Math.round(performance.now() - seen) };
	if (process.env.MEASURE) console.log(took, process.memoryUsage.rss() / 1e6);
	expect(await tallyOf(id)).toMatchObject({ people: 10_000, refused: 0 });
	expect(took.preview + took.carriedOut).toBeLessThan(20_000);
	expect(await refusalOf(bytesOf(text + row(1)))).toEqual({ reason: 'too-many-rows', most: 10_000 });
});

test.each([
	['nothing', '', { reason: 'file-says-nothing' }],
	['no column of customers', 'Nome;E-mail\r\na;b', { reason: 'no-customer-column', found: ['Nome', 'E-mail'] }],
	['a column twice', 'Cliente;Customer\r\na;b', { reason: 'column-twice', column: 'Customer' }],
	['no rows', `${heading};;;\r\n`, { reason: 'no-rows' }],
	['a quote that is not closed', `${heading}"Neri;Paola\r\nBruni;Ada`, { reason: 'quote-not-closed' }],
	['a long cell', `${heading}${'x'.repeat(4_001)};;;`, { reason: 'cell-too-long', line: 2, limit: 4_000 }],
	['a workbook', 'PK\u0003\u0004\0\0', { reason: 'file-not-text' }],
])('a file that says %s is refused whole', async (_, text, refusal) => {
	expect(await refusalOf(bytesOf(text))).toEqual(refusal);
});

const latin = (text: string) => Uint8Array.from(text, (letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0)));
test.each([
	[
		'UTF-8 with BOM, comma',
		bytesOf('\uFEFFCustomer,Person,E-mail\n"L’Età, ""srl""\ndi Nò",A,a@eta.example\n'),
		'utf-8',
		',',
	],
	[
		'Windows-1252, semicolon',
		latin('Cliente;Persona;E-mail\r\n"L’Età, ""srl""\r\ndi Nò";A;a@eta.example\r\n'),
		'windows-1252',
		';',
	],
	[
		'UTF-16, tab',
		Buffer.from('\uFEFFE-mail\tPersona\tCliente\na@eta.example\tA\tL’Età, "srl" di Nò\n', 'utf16le'),
		'utf-16',
		'\t',
	],
])('%s', async (_, bytes, encoding, separator) => {
	const id = await previewed(new Uint8Array(bytes));
	expect(await importCalled(desk, id)).toMatchObject({ encoding, separator, rows: 1 });
	const [only] = await importRows(desk.db, { import: id, kind: 'new', limit: 5 });
	expect(only?.cells.customer.replace(/\s+/, ' ').replace(/\s+/g, ' ')).toBe('L’Età, "srl" di Nò');
	expect(only?.cells.email).toBe('a@eta.example');
});

test('only administrators bring in files; a preview is deleted on request, and after seven days', async () => {
	const input = { ...key(), name: '', bytes: bytesOf(`${heading}Verdi;;;`) };
	expect(await previewImport(desk, giulia, input)).toMatchObject({
		ok: false,
		refusal: { reason: 'administrators-only' },
	});
	const [gone, old] = [await previewed(`${heading}Verdi;;;`), await previewed(`${heading}Rossi;;;`)];
	expect(await confirmImport(desk, giulia, { ...key(), import: gone })).toMatchObject({ ok: false });
	granted(await discardImport(desk, rita, { ...key(), import: gone }));
	expect(await confirmImport(desk, rita, { ...key(), import: gone })).toMatchObject({
		refusal: { reason: 'unknown-record' },
	});
	clock.advance({ hours: 24 * 7 + 1 });
	expect(await importCalled(desk, old)).toBeUndefined();
	expect(await confirmImport(desk, rita, { ...key(), import: old })).toMatchObject({
		refusal: { reason: 'unknown-record' },
	});
	await sweepExpired(desk);
	expect(await importRows(desk.db, { import: old, kind: undefined, limit: 1 })).toEqual([]);
});

test('a customer renamed meanwhile is another customer', async () => {
	const id = await previewed(`${heading}Cambio;;;Isoipsa\r\n`);
	await brought(`${heading}Cambio;;;\r\n`);
	const { id: customer } = await desk.db
		.selectFrom('customer')
		.select('id')
		.where('name', '=', 'Cambio')
		.executeTakeFirstOrThrow();
	granted(await changeCustomer(desk, rita, { ...key(), customer, name: 'Scambio', colleaguesSeeTickets: true }));
	await confirmed(id);
	await carryOutImport(desk, id);
	expect(await tallyOf(id)).toMatchObject({ customers: 1, licences: 1 });
});
