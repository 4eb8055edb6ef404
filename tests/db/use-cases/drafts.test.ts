import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { markOf } from '#lib/domain/drafts.ts';
import { draftKeptDays, draftLimits } from '#lib/domain/limits.ts';
import { draftFileInSight, draftInSight, draftsToOpen } from '#lib/server/access/drafts.ts';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import { addDraftFiles } from '#lib/server/use-cases/add-draft-files.ts';
import { discardDraft } from '#lib/server/use-cases/discard-draft.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { removeDraftFiles } from '#lib/server/use-cases/remove-draft-files.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { type SaveDraft, saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { sweepExpired } from '#lib/server/use-cases/sweep-expired.ts';
import { testDesk } from '../../support/desk.ts';
import { begin, everything, forgetTickets, granted, key, request, saying, testHouse } from '../../support/house.ts';

const { desk, clock } = await testDesk();
const { db, blobs } = desk;
const { product, paola, andrea, chiara, tommaso, marta } = await testHouse(desk);
const { opened, solved } = begin(desk, product);
const most = 10;

beforeEach(() => forgetTickets(desk));

const toOpen = (told: Partial<SaveDraft> = {}): SaveDraft => ({
	...key(),
	draft: undefined,
	base: undefined,
	ticket: undefined,
	fields: { subject: 'La poligonale', description: 'Non chiude.' },
	...told,
});
const begun = async (viewer: UserViewer, told?: Partial<SaveDraft>) =>
	granted(await saveDraft(desk, viewer, toOpen(told))).draft;

async function upload(name: string, content = randomBytes(20).toString('hex')) {
	const stored = await blobs.put(Readable.from([Buffer.from(content)]), 1_000);
	if (stored === 'too-large') throw new Error('Too large for this test.');
	return { name, ...stored };
}

async function withFiles(viewer: UserViewer, names: string[], told?: Partial<SaveDraft>) {
	const draft = await begun(viewer, told);
	const files = await Promise.all(names.map((name) => upload(name)));
	return { draft, files: granted(await addDraftFiles(desk, viewer, { ...key(), draft, files, most })) };
}

const attached = (ticket: number) =>
	db
		.selectFrom('attachment')
		.innerJoin('message', 'message.id', 'attachment.message')
		.select('name')
		.where('message.ticket', '=', ticket)
		.orderBy('message.id')
		.orderBy('position')
		.execute()
		.then((rows) => rows.map(({ name }) => name));

test('a draft is saved on top of what one has seen, and the version grows', async () => {
	const draft = await begun(paola);
	const fields = { subject: 'Altro' };
	expect(await saveDraft(desk, paola, toOpen({ draft, base: 1, fields }))).toMatchObject({
		ok: true,
		value: { version: 2 },
	});
	// The same again, as when the answer was lost.
	expect(await saveDraft(desk, paola, toOpen({ draft, base: 1, fields }))).toMatchObject({
		ok: true,
		value: { version: 2 },
	});
	expect(await draftInSight(db, paola, draft)).toMatchObject({ version: 2, fields });
});

test('what another window has saved is not overwritten: the refusal carries it', async () => {
	const draft = await begun(paola);
	granted(await saveDraft(desk, paola, toOpen({ draft, base: 1, fields: { subject: 'Primo' } })));
	const late = await saveDraft(desk, paola, toOpen({ draft, base: 1, fields: { subject: 'Secondo' } }));
	expect(late).toMatchObject({
		ok: false,
		refusal: { reason: 'draft-changed', stored: { version: 2, fields: { subject: 'Primo' } } },
	});
	expect(await draftInSight(db, paola, draft)).toMatchObject({ version: 2, fields: { subject: 'Primo' } });
});

test('sent again under its key with more text, a first saving begins no second draft', async () => {
	const first = toOpen();
	const { draft } = granted(await saveDraft(desk, paola, first));
	const grown = { ...first, own: [markOf(first.fields)], fields: { subject: 'Più testo' } };
	expect(granted(await saveDraft(desk, paola, grown))).toMatchObject({ draft, version: 2 });
	expect(granted(await saveDraft(desk, paola, grown))).toMatchObject({ draft, version: 2 });
	expect(await draftsToOpen(db, paola)).toMatchObject([{ subject: 'Più testo' }]);
});

test('a first saving sent again overwrites nothing that was saved since, and brings back no draft that is gone', async () => {
	const first = toOpen();
	const { draft } = granted(await saveDraft(desk, paola, first));
	granted(await saveDraft(desk, paola, toOpen({ draft, base: 1, fields: { subject: 'Altrove' } })));
	const late = { ...first, fields: { subject: 'Più testo' } };
	expect(await saveDraft(desk, paola, late)).toMatchObject({
		ok: false,
		refusal: { reason: 'draft-changed', stored: { id: draft, fields: { subject: 'Altrove' } } },
	});
	await discardDraft(desk, paola, draft);
	expect(await saveDraft(desk, paola, late)).toMatchObject({ ok: false, refusal: { reason: 'draft-gone' } });
});

test.each([
	['in the order in which they were typed', ['Primo', 'Secondo']],
	['the later one first', ['Secondo', 'Primo']],
])('of two savings of one window that meet on their way the later text stands, %s', async (_, order) => {
	const draft = await begun(paola, { fields: { subject: 'Inizio' } });
	const saving = (subject: string) => ({
		...toOpen({ draft, base: 1, fields: { subject } }),
		own: subject === 'Primo' ? [] : [markOf({ subject: 'Primo' })],
	});
	for (const subject of order) await saveDraft(desk, paola, saving(subject));
	expect(await draftInSight(db, paola, draft)).toMatchObject({ fields: { subject: 'Secondo' } });
});

test('so it is when the first saving and the last meet: there is one draft, with the later text', async () => {
	const first = toOpen({ fields: { subject: 'Primo' } });
	const last = { ...first, own: [markOf(first.fields)], fields: { subject: 'Secondo' } };
	for (const saving of [last, first]) await saveDraft(desk, paola, saving);
	expect(await draftsToOpen(db, paola)).toMatchObject([{ subject: 'Secondo' }]);
});

test('a saving tells which files wait now, from whatever window they came', async () => {
	const { draft } = await withFiles(paola, ['a.txt']);
	const saved = granted(await saveDraft(desk, paola, toOpen({ draft, base: 1, fields: { subject: 'Altro' } })));
	expect(saved.files).toMatchObject([{ name: 'a.txt' }]);
});

test('files another window added or took out are sent only once they were seen', async () => {
	const { draft, files } = await withFiles(paola, ['a.txt', 'b.txt']);
	const [a = '', b = ''] = files.map(({ id }) => id);
	const sent = (seenFiles: string[], without: string[] = []) =>
		openTicket(desk, paola, { ...request(product), draft, draftVersion: 1, seenFiles, without });
	const changed = (added: string[], gone: number) => ({
		ok: false,
		refusal: { reason: 'draft-files-changed', added, gone },
	});
	expect(await sent([])).toEqual(changed(['a.txt', 'b.txt'], 0));
	await removeDraftFiles(desk, paola, { draft, files: [b] });
	expect(await sent([a, b])).toEqual(changed([], 1));
	expect((await draftInSight(db, paola, draft))?.files).toHaveLength(1);
	// Taken out here too, it is not missed.
	const { ticket } = granted(await sent([a, b], [b]));
	expect(await attached(ticket)).toEqual(['a.txt']);
});

test('sent from a window that has not seen what another saved, it is refused with that; seen, it goes', async () => {
	const { draft } = await withFiles(paola, ['a.txt']);
	granted(await saveDraft(desk, paola, toOpen({ draft, base: 1, fields: { description: 'Dal telefono.' } })));
	const sent = { ...request(product), draft };
	expect(await openTicket(desk, paola, { ...sent, draftVersion: 1 })).toMatchObject({
		ok: false,
		refusal: { reason: 'draft-changed', stored: { id: draft, version: 2, fields: { description: 'Dal telefono.' } } },
	});
	expect(await draftInSight(db, paola, draft)).toMatchObject({ files: [{ name: 'a.txt' }] });
	const { ticket } = granted(await openTicket(desk, paola, { ...sent, draftVersion: 2 }));
	expect(await attached(ticket)).toEqual(['a.txt']);
	expect(await draftInSight(db, paola, draft)).toBeUndefined();
});

test('on a ticket one has one reply: begun in another window too, it is the same or a conflict', async () => {
	const ticket = await opened(paola);
	const reply = (text: string) => saveDraft(desk, paola, toOpen({ ticket, fields: { text } }));
	const { draft } = granted(await reply('Ecco.'));
	expect(granted(await reply('Ecco.')).draft).toBe(draft);
	expect(await reply('Altro.')).toMatchObject({
		ok: false,
		refusal: { reason: 'draft-changed', stored: { id: draft } },
	});
	// A colleague who sees the ticket has a draft of their own.
	expect(granted(await saveDraft(desk, andrea, toOpen({ ticket, fields: { text: 'Mio.' } }))).draft).not.toBe(draft);
});

test('the twenty-first draft of a ticket is refused, also when several come at once; others are not counted', async () => {
	for (let nth = 1; nth < draftLimits.toOpen; nth++) await begun(paola);
	await begun(andrea);
	// As many connections as there will be savings, or they come one after the other.
	await Promise.all(Array.from({ length: 8 }, () => sql`select pg_sleep(0.1)`.execute(db)));
	const atOnce = await Promise.all(Array.from({ length: 8 }, () => saveDraft(desk, paola, toOpen())));
	expect(atOnce.filter(({ ok }) => ok)).toHaveLength(1);
	expect(atOnce.find(({ ok }) => !ok)).toEqual({
		ok: false,
		refusal: { reason: 'too-many-drafts', most: draftLimits.toOpen },
	});
	const ticket = await opened(paola);
	granted(await saveDraft(desk, paola, toOpen({ ticket })));
	// Where nobody could be asked to make room first, it is kept; not without end.
	for (let nth = 0; nth < draftLimits.late; nth++) granted(await saveDraft(desk, paola, toOpen({ late: true })));
	expect(await saveDraft(desk, paola, toOpen({ late: true }))).toMatchObject({
		ok: false,
		refusal: { reason: 'too-many-drafts' },
	});
});

test.each([
	['too many fields', Object.fromEntries(Array.from({ length: draftLimits.fields + 1 }, (_, nth) => [`f${nth}`, 'x']))],
	['too much text', { description: 'x'.repeat(draftLimits.text + 1) }],
	['a name too long', { ['x'.repeat(draftLimits.fieldName + 1)]: 'x' }],
])('%s: the draft is refused and nothing is kept', async (_, fields) => {
	expect(await saveDraft(desk, paola, toOpen({ fields }))).toMatchObject({
		ok: false,
		refusal: { reason: 'draft-too-long' },
	});
	expect(await draftsToOpen(db, paola)).toEqual([]);
});

test('files wait in their order, and go with the ticket that is opened; the draft is gone', async () => {
	const { draft, files } = await withFiles(paola, ['c.txt', 'a.txt', 'b.txt']);
	const form = { ...request(product), draft, without: [files[1]?.id ?? ''], files: [await upload('d.txt')] };
	const { ticket } = granted(await openTicket(desk, paola, form));
	expect(await attached(ticket)).toEqual(['c.txt', 'b.txt', 'd.txt']);
	expect(await draftInSight(db, paola, draft)).toBeUndefined();
	// Sent again under its key it answers the same, and no file is there twice.
	expect(granted(await openTicket(desk, paola, form))).toEqual({ ticket });
	expect(await attached(ticket)).toEqual(['c.txt', 'b.txt', 'd.txt']);
});

test('a reply of files alone is a reply; sent from a second window it is refused and attaches nothing', async () => {
	const ticket = await opened(paola);
	const { draft } = await withFiles(paola, ['rilievo.dxf'], { ticket, fields: { text: '' } });
	granted(await replyAsCustomer(desk, paola, { ...saying(ticket, ''), draft }));
	expect(await attached(ticket)).toEqual(['rilievo.dxf']);
	const before = await everything(desk);
	expect(await replyAsCustomer(desk, paola, { ...saying(ticket), draft })).toEqual({
		ok: false,
		refusal: { reason: 'draft-gone' },
	});
	expect(await everything(desk)).toBe(before);
});

test('a file with the same name and the same content is one file, however often it is chosen', async () => {
	const { draft, files } = await withFiles(paola, ['a.txt']);
	const [a] = await db.selectFrom('draft_file').select(['name', 'size', 'sha256', 'media_type as mediaType']).execute();
	if (!a) throw new Error('There is no file.');
	const renamed = { ...a, name: 'copia.txt' };
	const again = await addDraftFiles(desk, paola, { ...key(), draft, files: [a, renamed, renamed], most: 2 });
	expect(granted(again).map(({ name }) => name)).toEqual(['a.txt', 'copia.txt', 'copia.txt']);
	expect(granted(again)[0]).toEqual(files[0]);
	const other = await upload('a.txt', 'Un altro contenuto.');
	const { ticket } = granted(await openTicket(desk, paola, { ...request(product), draft, files: [a, other], most: 3 }));
	expect(await attached(ticket)).toEqual(['a.txt', 'copia.txt', 'a.txt']);
});

test('files that came with the form and those that wait are together no more than a message may have', async () => {
	const { draft } = await withFiles(paola, ['a.txt']);
	const form = { ...request(product), draft, files: [await upload('b.txt')], most: 1 };
	expect(await openTicket(desk, paola, form)).toEqual({
		ok: false,
		refusal: { reason: 'too-many-files', maxFiles: 1 },
	});
	expect((await draftInSight(db, paola, draft))?.files).toHaveLength(1);
});

test('a refused act leaves the draft and its files where they are', async () => {
	const { draft } = await withFiles(paola, ['a.txt']);
	expect(await openTicket(desk, paola, { ...request(product + 1), draft })).toMatchObject({ ok: false });
	expect(await draftInSight(db, paola, draft)).toMatchObject({ files: [{ name: 'a.txt' }] });
});

test('a reply takes no draft that was written on another ticket, nor one of a ticket to open', async () => {
	const [ticket, other] = [await opened(paola), await opened(paola)];
	for (const about of [{ ticket: other }, {}]) {
		const { draft } = granted(await saveDraft(desk, paola, toOpen(about)));
		expect(await replyAsCustomer(desk, paola, { ...saying(ticket), draft })).toMatchObject({
			ok: false,
			refusal: { reason: 'draft-gone' },
		});
		expect(await draftInSight(db, paola, draft)).toBeDefined();
	}
});

test('a ticket to open takes no reply that was begun elsewhere, and that of the ticket it follows', async () => {
	const [before, followed] = [await solved(paola, marta), await solved(paola, marta)];
	const { draft } = await withFiles(paola, ['a.txt'], { ticket: await opened(paola) });
	const gone = { ok: false, refusal: { reason: 'draft-gone' } };
	for (const follows of [undefined, before])
		expect(await openTicket(desk, paola, { ...request(product), follows, draft })).toEqual(gone);
	expect(await draftInSight(db, paola, draft)).toMatchObject({ files: [{ name: 'a.txt' }] });

	const late = await withFiles(paola, ['b.txt'], { ticket: followed });
	const going = { ...request(product), follows: followed, draft: late.draft };
	const { ticket } = granted(await openTicket(desk, paola, going));
	expect(await attached(ticket)).toEqual(['b.txt']);
});

test('a file counts once however often it is sent, empty ones and one too many are refused', async () => {
	const draft = await begun(paola);
	const one = { ...key(), draft, files: [await upload('uno.txt')], most: 2 };
	expect(granted(await addDraftFiles(desk, paola, one))).toEqual(granted(await addDraftFiles(desk, paola, one)));
	const add = (file: Awaited<ReturnType<typeof upload>>) =>
		addDraftFiles(desk, paola, { ...one, ...key(), files: [file] });
	expect(await add(await upload('vuoto.txt', ''))).toEqual({
		ok: false,
		refusal: { reason: 'empty-file', name: 'vuoto.txt' },
	});
	const both = await Promise.all([add(await upload('due.txt')), add(await upload('tre.txt'))]);
	expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: { reason: 'too-many-files', maxFiles: 2 } }]);
	expect((await draftInSight(db, paola, draft))?.files).toHaveLength(2);
});

test('all that waits of somebody is bounded, whatever drafts it waits beside', async () => {
	const { draft, files } = await withFiles(paola, ['grande.zip'], { ticket: await opened(paola) });
	const almost = { size: draftLimits.fileBytes - 5 };
	await db
		.updateTable('draft_file')
		.set(almost)
		.where('id', '=', files[0]?.id ?? '')
		.execute();
	const other = await begun(paola);
	const add = async (viewer: UserViewer, content: string, beside: number) =>
		addDraftFiles(desk, viewer, { ...key(), draft: beside, files: [await upload('altro.txt', content)], most });
	const refusal = { reason: 'too-much-waits', maxBytes: draftLimits.fileBytes };
	expect(await add(paola, '123456', other)).toEqual({ ok: false, refusal });
	expect(await add(paola, '12345', other)).toMatchObject({ ok: true });
	expect(await add(paola, '1', draft)).toEqual({ ok: false, refusal });
	expect(await add(andrea, '123456', await begun(andrea))).toMatchObject({ ok: true });
});

test.each([
	['a colleague', andrea],
	['another customer', chiara],
])('%s finds nothing of a draft: not its text, not its files, and sends nothing with it', async (_, stranger) => {
	const { draft, files } = await withFiles(paola, ['segreto.txt']);
	const file = files[0]?.id ?? '';
	const gone = { ok: false, refusal: { reason: 'draft-gone' } };
	const before = await everything(desk);
	expect(await draftInSight(db, stranger, draft)).toBeUndefined();
	expect(await draftsToOpen(db, stranger)).toEqual([]);
	expect(await draftFileInSight(db, stranger, draft, file)).toBeUndefined();
	expect(await saveDraft(desk, stranger, toOpen({ draft, base: 1, fields: {} }))).toEqual(gone);
	expect(await addDraftFiles(desk, stranger, { ...key(), draft, files: [await upload('x.txt')], most })).toEqual(gone);
	expect(await openTicket(desk, stranger, { ...request(product), draft })).toEqual(gone);
	await removeDraftFiles(desk, stranger, { draft, files: [file] });
	await discardDraft(desk, stranger, draft);
	expect(await everything(desk)).toBe(before);
	// What does not exist is answered alike.
	expect(await openTicket(desk, stranger, { ...request(product), draft: draft + 1_000 })).toEqual(gone);
});

test('a reply waits only while its ticket is in sight', async () => {
	const ticket = await opened(chiara);
	expect(await saveDraft(desk, tommaso, toOpen({ ticket }))).toEqual({ ok: false, refusal: { reason: 'not-found' } });
	const seesAll = { ...tommaso, seesColleagues: true };
	const { draft, files } = await withFiles(seesAll, ['a.txt'], { ticket });
	expect(await draftInSight(db, seesAll, draft)).toMatchObject({ ticket });
	expect(await draftInSight(db, tommaso, draft)).toBeUndefined();
	expect(await draftFileInSight(db, tommaso, draft, files[0]?.id ?? '')).toBeUndefined();
});

test('the content of a file that waits in a draft stays, until the draft is thrown away', async () => {
	const { draft } = await withFiles(paola, ['a.txt']);
	const { sha256 } = await db
		.selectFrom('draft_file')
		.select('sha256')
		.where('draft', '=', draft)
		.executeTakeFirstOrThrow();
	const isThere = async () => {
		const content = await blobs.open(sha256);
		content?.destroy();
		return content !== undefined;
	};
	// The file system's own time, which the sweep goes by, is today's.
	const today = await clock.now(db);
	clock.set(Temporal.Now.instant().add({ hours: 48 }));
	await db
		.updateTable('draft')
		.set({ saved_at: await clock.now(db) })
		.execute();
	await sweepExpired(desk);
	expect(await isThere()).toBe(true);
	await discardDraft(desk, paola, draft);
	await sweepExpired(desk);
	expect(await isThere()).toBe(false);
	clock.set(today);
});

test('a draft that nobody touches is thrown away after its days, and not before', async () => {
	const draft = await begun(paola);
	const start = await clock.now(db);
	clock.set(start.add({ hours: draftKeptDays * 24 }));
	await sweepExpired(desk);
	expect(await draftInSight(db, paola, draft)).toBeDefined();
	clock.set(start.add({ hours: draftKeptDays * 24, seconds: 1 }));
	await sweepExpired(desk);
	expect(await draftInSight(db, paola, draft)).toBeUndefined();
	clock.set(start);
});
