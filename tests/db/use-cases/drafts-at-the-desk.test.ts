import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeEach, expect, test } from 'vitest';
import { draftInSight } from '#lib/server/access/drafts.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { staffTicketPage } from '#lib/server/queries/ticket-page.ts';
import { addDraftFiles } from '#lib/server/use-cases/add-draft-files.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { type SaveDraft, saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { testDesk } from '../../support/desk.ts';
import { asking, begin, forgetTickets, granted, key, on, saying, testHouse } from '../../support/house.ts';

const { desk } = await testDesk();
const { product, paola, chiara, marta, davide, giulia } = await testHouse(desk);
const { inHand, awaitingCustomer } = begin(desk, product);

beforeEach(() => forgetTickets(desk));

const writing = (ticket: number | undefined, text: string, told: Partial<SaveDraft> = {}): SaveDraft => ({
	...key(),
	draft: undefined,
	base: undefined,
	ticket,
	fields: { text },
	...told,
});
const draftsOf = async (agent: StaffViewer, ticket: number) => {
	const drafts = (await staffTicketPage(desk, agent, ticket))?.page.drafts;
	return [drafts?.reply?.fields.text, drafts?.note?.fields.text];
};
/** Puts a file into a draft of Marta's; answers its key. */
async function fileIn(draft: number): Promise<string> {
	const stored = await desk.blobs.put(Readable.from([randomBytes(20)]), 1_000);
	if (stored === 'too-large') throw new Error('Too large for this test.');
	const files = [{ name: 'schermata.png', ...stored }];
	const [file] = granted(await addDraftFiles(desk, marta, { ...key(), draft, files, most: 10 }));
	return file?.id ?? '';
}
const notFound = { ok: false, refusal: { reason: 'not-found' } };

test('each agent has a draft of a reply and one of a note on a ticket, and nobody else reads them', async () => {
	const ticket = await inHand(paola, marta);
	const reply = granted(await saveDraft(desk, marta, writing(ticket, 'Provi così.'))).draft;
	const note = granted(await saveDraft(desk, marta, writing(ticket, 'È la copia.', { isNote: true }))).draft;
	granted(await saveDraft(desk, davide, writing(ticket, 'Lo conosco.', { isNote: true })));
	expect(note).not.toBe(reply);
	expect(await draftsOf(marta, ticket)).toEqual(['Provi così.', 'È la copia.']);
	expect(await draftsOf(davide, ticket)).toEqual([undefined, 'Lo conosco.']);
	expect(await draftsOf(giulia, ticket)).toEqual([undefined, undefined]);
	for (const other of [davide, giulia, paola]) expect(await draftInSight(desk.db, other, note)).toBeUndefined();
});

test('begun in another window it is the same draft, and another text there is never overwritten unseen', async () => {
	const ticket = await inHand(paola, marta);
	const first = writing(ticket, 'Uno.', { isNote: true });
	const { draft } = granted(await saveDraft(desk, marta, first));
	expect(granted(await saveDraft(desk, marta, first))).toMatchObject({ draft, version: 1 });
	expect(await saveDraft(desk, marta, writing(ticket, 'Due.', { isNote: true }))).toMatchObject({
		ok: false,
		refusal: { reason: 'draft-changed', stored: { id: draft, fields: { text: 'Uno.' } } },
	});
	granted(await saveDraft(desk, marta, writing(ticket, 'Due.')));
	expect(await draftsOf(marta, ticket)).toEqual(['Due.', 'Uno.']);
});

test('a note is for staff to draft, a ticket to open for users', async () => {
	const ticket = await inHand(paola, marta);
	expect(await saveDraft(desk, paola, writing(ticket, 'Nota', { isNote: true }))).toEqual(notFound);
	expect(await saveDraft(desk, marta, writing(undefined, 'Un ticket'))).toEqual(notFound);
	expect(await saveDraft(desk, marta, writing(999, 'Altrove'))).toEqual(notFound);
});

test('a reply takes its draft with it, files first; a note takes its own; a refused one takes nothing', async () => {
	const ticket = await inHand(paola, marta);
	const { draft } = granted(await saveDraft(desk, marta, writing(ticket, 'Ecco.')));
	await fileIn(draft);
	const note = granted(await saveDraft(desk, marta, writing(ticket, 'Nota.', { isNote: true }))).draft;

	expect(await replyToCustomer(desk, davide, { ...saying(ticket), draft })).toMatchObject({ ok: false });
	granted(await replyToCustomer(desk, marta, { ...saying(ticket, ''), draft, draftVersion: 1 }));
	expect(await draftsOf(marta, ticket)).toEqual([undefined, 'Nota.']);
	const page = await staffTicketPage(desk, marta, ticket);
	const said = page?.page.conversation.findLast((item) => item.kind === 'message');
	expect(said?.attachments).toMatchObject([{ name: 'schermata.png' }]);

	granted(await addNote(desk, marta, { ...on(ticket), text: 'Nota.', draft: note, draftVersion: 1 }));
	expect(await draftsOf(marta, ticket)).toEqual([undefined, undefined]);
});

test('what was written on one ticket, and its files, goes with no act on another', async () => {
	const theirs = await awaitingCustomer(chiara, marta);
	const ticket = await inHand(paola, marta);
	const { draft } = granted(await saveDraft(desk, marta, writing(theirs, 'Solo per Arcadia.')));
	const seenFiles = [await fileIn(draft)];
	const from = { ...saying(ticket), draft, seenFiles };

	const gone = { ok: false, refusal: { reason: 'draft-gone' } };
	expect(await replyToCustomer(desk, marta, from)).toMatchObject(gone);
	expect(await awaitCustomer(desk, marta, { ...asking(ticket), draft, seenFiles })).toMatchObject(gone);
	expect(await resolve(desk, marta, from)).toMatchObject(gone);
	expect(await addNote(desk, marta, from)).toMatchObject(gone);
	expect(await addNote(desk, marta, { ...saying(theirs), draft })).toMatchObject(gone);
	expect(await draftInSight(desk.db, marta, draft)).toMatchObject({ files: [{ name: 'schermata.png' }] });
});

test('a draft outlives the ticket’s way back to the queue', async () => {
	const ticket = await inHand(paola, marta);
	granted(await saveDraft(desk, marta, writing(ticket, 'Quasi finito.')));
	granted(await putBack(desk, marta, on(ticket)));
	expect(await draftsOf(marta, ticket)).toEqual(['Quasi finito.', undefined]);
});
