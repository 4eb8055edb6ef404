import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { addDraftFiles } from '#lib/server/use-cases/add-draft-files.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { createSavedReply } from '#lib/server/use-cases/create-saved-reply.ts';
import { createUser } from '#lib/server/use-cases/create-user.ts';
import { issueToPeople } from '#lib/server/use-cases/issue-to-people.ts';
import { noteCustomer } from '#lib/server/use-cases/note-customer.ts';
import { previewImport } from '#lib/server/use-cases/preview-import.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { begin, granted, key, saying } from './house.ts';

/** Stand in every text of a kind, and nowhere else. */
export const marks = { ticket: 'zaffiro', note: 'topazio', draft: 'smeraldo' } as const;

type People = { owner: UserViewer; agent: StaffViewer; administrator: StaffViewer };

/**
 * One record of each kind that an address can name, by what the address calls it: an open ticket in the agent's hand with a
 * file, an answer and a note, a resolved one, drafts of both with a file that waits, a note about the customer, a saved reply of the
 * agent's own, and an account not yet activated.
 */
export async function oneOfEach(desk: Desk, product: number, people: People): Promise<Record<string, string | number>> {
	const { owner, agent, administrator } = people;
	const { opened, taken } = begin(desk, product);
	const about = (what: string) => `${what} ${marks.ticket}`;
	const file = async (mark: string) => {
		const stored = await desk.blobs.put(Readable.from([Buffer.from(`contenuto ${mark}`)]), 100);
		if (stored === 'too-large') throw new Error('100 bytes are enough.');
		return { name: `${mark}.txt`, ...stored };
	};
	const subject = about('Quota');
	const told = { subject, description: about('Piano'), files: [await file(marks.ticket)] };
	const resolved = await opened(owner, told);
	await taken(agent);
	granted(await resolve(desk, agent, saying(resolved, about('Fatto'))));
	const ticket = await opened(owner, told);
	await taken(agent);
	granted(await replyToCustomer(desk, agent, saying(ticket, about('Risposta'))));
	granted(await addNote(desk, agent, saying(ticket, `Nota ${marks.note}`)));

	const noted = { ...key(), customer: owner.customer, text: `Nota ${marks.note}` };
	const { note } = granted(await noteCustomer(desk, agent, noted));

	const draftOf = async (of: number | undefined) => {
		const fields = { text: `Bozza ${marks.draft}`, subject: marks.draft, description: marks.draft };
		const begun = { ...key(), draft: undefined, base: undefined, ticket: of, fields };
		return granted(await saveDraft(desk, owner, begun)).draft;
	};
	const [reply, draft] = [await draftOf(ticket), await draftOf(undefined)];
	const files = [await file(marks.draft)];
	const [waiting] = granted(await addDraftFiles(desk, owner, { ...key(), draft, files, most: 10 }));

	const awaiting = {
		...key(),
		draft: undefined,
		base: undefined,
		ticket,
		act: 'await',
		fields: { text: 'Bozza' },
	} as const;
	const staffDraft = granted(await saveDraft(desk, agent, awaiting)).draft;
	const adding = { ...key(), draft: staffDraft, files: [await file('schermata')], most: 10 };
	const [pasted] = granted(await addDraftFiles(desk, agent, adding));

	const invited = { name: 'Bruno', username: 'bruno', email: 'bruno@example.it', language: 'it' } as const;
	const user = await createUser(desk, administrator, { ...key(), ...invited, customer: owner.customer });
	const { account, token = '' } = granted(user);
	const bytes = new TextEncoder().encode('Cliente;E-mail\nStudio Neri;qui');
	const brought = await previewImport(desk, administrator, { ...key(), name: 'clienti.csv', bytes });
	const { issuing } = granted(await issueToPeople(desk, administrator, { ...key(), people: [account] }));
	const text = 'Gentile {{nome}}, grazie.';
	const thanks = { name: 'Grazie', shortcut: 'grazie', language: 'it', product: null, text, shared: false } as const;
	const { reply: saved } = granted(await createSavedReply(desk, agent, { ...key(), ...thanks }));
	return {
		...{
			product,
			ticket,
			resolved,
			reply,
			draft,
			waiting: waiting?.id ?? '',
			staffDraft,
			pasted: pasted?.id ?? '',
			account,
			token,
			customer: owner.customer,
			note,
			saved,
			import: granted(brought).import,
			issuing,
		},
		file: (await desk.db.selectFrom('attachment').select('id').limit(1).executeTakeFirstOrThrow()).id,
		mail: (await desk.db.selectFrom('mail_out').select('id').limit(1).executeTakeFirstOrThrow()).id,
	};
}

/** The same names for records that never were. */
export function noneOfThem(records: Record<string, string | number>): Record<string, string | number> {
	const absent = (value: string | number) => (typeof value === 'number' ? 999_999 : randomUUID());
	return Object.fromEntries(Object.entries(records).map(([name, value]) => [name, absent(value)]));
}
