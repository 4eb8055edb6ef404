import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { type DraftAct, draftActs } from '#lib/domain/drafts.ts';
import { draftInSight } from '#lib/server/access/drafts.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { staffTicketPage } from '#lib/server/queries/staff-ticket-page.ts';
import { addDraftFiles } from '#lib/server/use-cases/add-draft-files.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
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
async function uploads() {
	const stored = await desk.blobs.put(Readable.from([randomBytes(20)]), 1_000);
	if (stored === 'too-large') throw new Error('Too large for this test.');
	return [{ name: 'schermata.png', ...stored }];
}
/** Puts a file into a draft of Marta's; answers its key. */
async function fileIn(draft: number): Promise<string> {
	const files = await uploads();
	const [file] = granted(await addDraftFiles(desk, marta, { ...key(), draft, files, most: 10 }));
	return file?.id ?? '';
}
const notFound = { ok: false, refusal: { reason: 'not-found' } };

test('each agent has a draft of a reply and one of a note on a ticket, and nobody else reads them', async () => {
	const ticket = await inHand(paola, marta);
	const reply = granted(await saveDraft(desk, marta, writing(ticket, 'Provi così.'))).draft;
	const note = granted(await saveDraft(desk, marta, writing(ticket, 'È la copia.', { act: 'note' }))).draft;
	granted(await saveDraft(desk, davide, writing(ticket, 'Lo conosco.', { act: 'note' })));
	expect(note).not.toBe(reply);
	expect(await draftsOf(marta, ticket)).toEqual(['Provi così.', 'È la copia.']);
	expect(await draftsOf(davide, ticket)).toEqual([undefined, 'Lo conosco.']);
	expect(await draftsOf(giulia, ticket)).toEqual([undefined, undefined]);
	for (const other of [davide, giulia, paola]) expect(await draftInSight(desk.db, other, note)).toBeUndefined();
});

test('begun in another window it is the same draft, and another text there is never overwritten unseen', async () => {
	const ticket = await inHand(paola, marta);
	const first = writing(ticket, 'Uno.', { act: 'note' });
	const { draft } = granted(await saveDraft(desk, marta, first));
	expect(granted(await saveDraft(desk, marta, first))).toMatchObject({ draft, version: 1 });
	expect(await saveDraft(desk, marta, writing(ticket, 'Due.', { act: 'note' }))).toMatchObject({
		ok: false,
		refusal: { reason: 'draft-changed', stored: { id: draft, fields: { text: 'Uno.' } } },
	});
	granted(await saveDraft(desk, marta, writing(ticket, 'Due.')));
	expect(await draftsOf(marta, ticket)).toEqual(['Due.', 'Uno.']);
});

test('a note is for staff to draft, a ticket to open for users', async () => {
	const ticket = await inHand(paola, marta);
	expect(await saveDraft(desk, paola, writing(ticket, 'Nota', { act: 'note' }))).toEqual(notFound);
	expect(await saveDraft(desk, marta, writing(undefined, 'Un ticket'))).toEqual(notFound);
	expect(await saveDraft(desk, marta, writing(999, 'Altrove'))).toEqual(notFound);
});

test('a reply takes its draft with it, files first; a note takes its own; a refused one takes nothing', async () => {
	const ticket = await inHand(paola, marta);
	const { draft } = granted(await saveDraft(desk, marta, writing(ticket, 'Ecco.')));
	await fileIn(draft);
	const note = granted(await saveDraft(desk, marta, writing(ticket, 'Nota.', { act: 'note' }))).draft;

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

test.each(['reply', 'await', 'evaluate', 'resolve'] as const)(
	'what was written for %s goes with that act alone; every other text stays',
	async (act) => {
		const ticket = await inHand(paola, marta);
		const begun = new Map<DraftAct, number>();
		for (const each of draftActs)
			begun.set(each, granted(await saveDraft(desk, marta, writing(ticket, each, { act: each }))).draft);
		const other = begun.get('note');
		const acts = {
			reply: (draft?: number) => replyToCustomer(desk, marta, { ...saying(ticket), draft }),
			await: (draft?: number) => awaitCustomer(desk, marta, { ...asking(ticket), draft }),
			evaluate: (draft?: number) => evaluate(desk, marta, { ...saying(ticket), draft }),
			resolve: (draft?: number) => resolve(desk, marta, { ...saying(ticket), draft }),
		};
		expect(await acts[act](other)).toMatchObject({ ok: false, refusal: { reason: 'draft-gone' } });
		granted(await acts[act](begun.get(act)));
		const left = Object.keys((await staffTicketPage(desk, marta, ticket))?.page.drafts ?? {});
		expect(left.toSorted()).toEqual(draftActs.filter((each) => each !== act).toSorted());
	},
);

test('a note and an evaluation are text alone: files are refused, and never dropped without a word', async () => {
	const ticket = await inHand(paola, marta);
	const refusal = { ok: false, refusal: { reason: 'no-files-here' } };
	const files = await uploads();
	for (const act of ['note', 'evaluate'] as const) {
		const { draft } = granted(await saveDraft(desk, marta, writing(ticket, 'Ecco.', { act })));
		expect(await addDraftFiles(desk, marta, { ...key(), draft, files, most: 10 })).toEqual(refusal);
		const sending = act === 'note' ? addNote : evaluate;
		expect(await sending(desk, marta, { ...saying(ticket), draft, files })).toEqual(refusal);
		expect((await staffTicketPage(desk, marta, ticket))?.page.drafts[act]?.fields).toEqual({ text: 'Ecco.' });
	}
});

test('the version before writes and finds its drafts of replies and notes, and none of the other acts', async () => {
	const ticket = await inHand(paola, marta);
	await sql`
		insert into draft (account, ticket, is_note, fields, version, created_at, saved_at)
		values (${marta.id}, ${ticket}, false, '{"text": "Prima"}', 1, now(), now()),
			(${marta.id}, ${ticket}, true, '{"text": "Tra noi"}', 1, now(), now())
	`.execute(desk.db);
	expect(await draftsOf(marta, ticket)).toEqual(['Prima', 'Tra noi']);
	for (const act of ['await', 'evaluate', 'resolve'] as const)
		granted(await saveDraft(desk, marta, writing(ticket, act, { act })));
	const found = desk.db.selectFrom('draft').select('fields').where('ticket', '=', ticket).where('is_note', '=', false);
	expect(await found.execute()).toEqual([{ fields: { text: 'Prima' } }]);
});

test('a draft outlives the ticket’s way back to the queue', async () => {
	const ticket = await inHand(paola, marta);
	granted(await saveDraft(desk, marta, writing(ticket, 'Quasi finito.')));
	granted(await putBack(desk, marta, on(ticket)));
	expect(await draftsOf(marta, ticket)).toEqual(['Quasi finito.', undefined]);
});
