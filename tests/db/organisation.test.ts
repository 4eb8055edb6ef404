import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { organisationNow } from '#lib/server/db/organisation.ts';
import { changeOrganisation } from '#lib/server/use-cases/change-organisation.ts';
import { sweepExpired } from '#lib/server/use-cases/sweep-expired.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key } from '../support/house.ts';
import { png } from '../support/png.ts';

const { desk, clock } = await testDesk();
const ada = await giveStaff(desk, 'ada', 'administrator');
const giulia = await giveStaff(desk, 'giulia', 'supervisor');

const typed = {
	name: 'Rilievi Srl',
	postalAddress: 'Via Roma 1\n00100 Roma',
	supportAddress: 'aiuto@rilievi.it',
	logo: '',
};
const entries = () => desk.db.selectFrom('audit_log').select(['verb', 'actor', 'details']).orderBy('id').execute();

test('until somebody says whose desk it is, it bears the name of the product', async () => {
	expect(await organisationNow(desk.db)).toEqual({
		version: 1,
		name: 'Sportello',
		postalAddress: [],
		supportAddress: null,
		logo: null,
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
		...{ postalAddress: ['Via Roma 1', '00100 Roma'], logo: null },
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

async function stored(content: Buffer): Promise<string> {
	const blob = await desk.blobs.put(Readable.from([content]), 10_000_000);
	if (blob === 'too-large') throw new Error('Ten megabytes are enough.');
	return blob.sha256.toString('hex');
}

const isStored = async (sha256: string) => {
	const content = await desk.blobs.open(Buffer.from(sha256, 'hex'));
	content?.destroy();
	return content !== undefined;
};

test('a logo is kept as long as it is the logo, and what was looked at only is not', async () => {
	const [logo, other] = [await stored(png(320, 80)), await stored(png(10, 10))];
	granted(await changeOrganisation(desk, ada, { ...key(), ...typed, logo, basedOn: 3 }));
	const kept = { sha256: logo, mediaType: 'image/png', width: 320, height: 80 };
	expect(await organisationNow(desk.db)).toMatchObject({ version: 4, logo: kept });
	expect((await entries()).at(-1)?.details).toMatchObject({
		from: { logo: '' },
		to: { logo: `image/png, 320 × 80, ${logo.slice(0, 12)}` },
	});
	clock.advance({ hours: 24 * 365 });
	await sweepExpired(desk);
	expect([await isStored(logo), await isStored(other)]).toEqual([true, false]);
	granted(await changeOrganisation(desk, ada, { ...key(), ...typed, basedOn: 4 }));
	await sweepExpired(desk);
	expect(await isStored(logo)).toBe(false);
});

test.each([
	['text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'logo-not-a-picture'],
	['a picture of another kind', Buffer.from('47494638396101000100800000ffffff00000021f904', 'hex'), 'logo-moves'],
	['the beginning of a picture', png(10, 10).subarray(0, 18), 'logo-not-a-picture'],
	['a picture of too many pixels', png(2001, 1), 'logo-too-large'],
	['a picture of too many bytes', Buffer.concat([png(9, 9), Buffer.alloc(256 * 1024)]), 'logo-too-large'],
])('%s is no logo', async (_, content, reason) => {
	const { version } = await organisationNow(desk.db);
	const change = { ...key(), ...typed, logo: await stored(content), basedOn: version };
	expect(await changeOrganisation(desk, ada, change)).toMatchObject({ ok: false, refusal: { reason } });
	expect(await organisationNow(desk.db)).toMatchObject({ version });
});

test('a file that is not there any more is no logo either', async () => {
	const { version } = await organisationNow(desk.db);
	const change = { ...key(), ...typed, logo: 'ab'.repeat(32), basedOn: version };
	expect(await changeOrganisation(desk, ada, change)).toMatchObject({ refusal: { reason: 'logo-gone' } });
});
