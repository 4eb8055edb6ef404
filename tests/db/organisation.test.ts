import { expect, test } from 'vitest';
import { organisationNow } from '#lib/server/db/organisation.ts';
import { changeOrganisation } from '#lib/server/use-cases/change-organisation.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key } from '../support/house.ts';

const { desk } = await testDesk();
const ada = await giveStaff(desk, 'ada', 'administrator');
const giulia = await giveStaff(desk, 'giulia', 'supervisor');

const typed = { name: 'Rilievi Srl', postalAddress: 'Via Roma 1\n00100 Roma', supportAddress: 'aiuto@rilievi.it' };
const entries = () => desk.db.selectFrom('audit_log').select(['verb', 'actor', 'details']).orderBy('id').execute();

test('until somebody says whose desk it is, it bears the name of the product', async () => {
	expect(await organisationNow(desk.db)).toEqual({
		version: 1,
		name: 'Sportello',
		postalAddress: [],
		supportAddress: null,
	});
});

test('only administrators say so', async () => {
	const outcome = await changeOrganisation(desk, giulia, { ...key(), ...typed, basedOn: 1 });
	expect(outcome).toEqual({ ok: false, refusal: { reason: 'administrators-only' } });
	expect(await organisationNow(desk.db)).toMatchObject({ version: 1 });
});

test('what changed is kept, and told in the log as it was and as it is', async () => {
	const form = { ...key(), ...typed, basedOn: 1 };
	granted(await changeOrganisation(desk, ada, form));
	granted(await changeOrganisation(desk, ada, form));
	expect(await organisationNow(desk.db)).toEqual({
		...{ version: 2, name: 'Rilievi Srl', supportAddress: 'aiuto@rilievi.it' },
		postalAddress: ['Via Roma 1', '00100 Roma'],
	});
	const details = {
		from: { name: 'Sportello', postalAddress: '', supportAddress: '' },
		to: { name: 'Rilievi Srl', postalAddress: 'Via Roma 1, 00100 Roma', supportAddress: 'aiuto@rilievi.it' },
	};
	expect(await entries()).toEqual([{ verb: 'organisation-changed', actor: ada.id, details }]);
});

test('what is the same is no change', async () => {
	granted(await changeOrganisation(desk, ada, { ...key(), ...typed, basedOn: 2 }));
	expect(await organisationNow(desk.db)).toMatchObject({ version: 2 });
	expect(await entries()).toHaveLength(1);
});

test('of two who change it at once the second is told, and overwrites nothing', async () => {
	const [first, second] = await Promise.all(
		['Uno Srl', 'Due Srl'].map((name) => changeOrganisation(desk, ada, { ...key(), ...typed, name, basedOn: 2 })),
	);
	const refused = [first, second].filter((outcome) => !outcome?.ok);
	expect(refused).toEqual([{ ok: false, refusal: { reason: 'organisation-changed-meanwhile' } }]);
	expect(await organisationNow(desk.db)).toMatchObject({ version: 3, name: first?.ok ? 'Uno Srl' : 'Due Srl' });
});
