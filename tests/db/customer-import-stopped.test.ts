import { expect, test } from 'vitest';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { importCalled, importRows } from '#lib/server/queries/customer-imports.ts';
import { carryOutImport } from '#lib/server/use-cases/carry-out-import.ts';
import { changeAccount } from '#lib/server/use-cases/change-account.ts';
import { confirmImport } from '#lib/server/use-cases/confirm-import.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { previewImport } from '#lib/server/use-cases/preview-import.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key } from '../support/house.ts';

const { desk, clock } = await testDesk();
const elena = await giveStaff(desk, 'elena', 'administrator');

const disabled = (who: StaffViewer) => disableAccount(desk, elena, { ...key(), account: who.id });
const demoted = async ({ id: account }: StaffViewer) => {
	const { name, username, email, language } = await desk.db
		.selectFrom('account')
		.selectAll()
		.where('id', '=', account)
		.executeTakeFirstOrThrow();
	const person = { name, username, email: email ?? '', language };
	return changeAccount(desk, elena, { ...key(), ...person, account, role: 'supervisor' });
};

test.each([
	['disabled', disabled],
	['made a supervisor', demoted],
])('an import stops where whoever confirmed it is %s; the rows that are left say so', async (word, happens) => {
	const name = word.slice(0, 4);
	const rita = await giveStaff(desk, `rita.${name}`, 'administrator');
	const rows = Array.from({ length: 450 }, (_, nth) => `Studio ${name};Persona ${nth};p${nth}@${name}.example`);
	const bytes = new TextEncoder().encode(['Cliente;Persona;E-mail', ...rows].join('\r\n'));
	const { import: id } = granted(await previewImport(desk, rita, { ...key(), name: 'clienti.csv', bytes }));
	granted(await confirmImport(desk, rita, { ...key(), import: id }));

	let batches = 0;
	const now: typeof clock.now = async (db) => {
		batches += 1;
		if (batches === 2) throw new Error('killed');
		return clock.now(db);
	};
	await expect(carryOutImport({ ...desk, clock: { ...clock, now } }, id)).rejects.toThrow('killed');
	granted<unknown>(await happens(rita));
	await carryOutImport(desk, id);

	expect(await importCalled(desk, id)).toMatchObject({ state: 'finished', tally: { people: 200, refused: 250 } });
	const [first] = await importRows(desk.db, { import: id, kind: 'refused', limit: 1 });
	expect(first).toMatchObject({ line: 202, differs: true, fate: { problems: [{ column: null, reason: 'stopped' }] } });
});
