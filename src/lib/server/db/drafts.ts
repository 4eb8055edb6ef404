import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DraftAct, DraftFields, DraftFile } from '#lib/domain/drafts.ts';
import type { Upload } from './messages.ts';
import type { DB } from './types.ts';

type DraftKey = { id: number };

export type NewDraft = {
	account: number;
	ticket: number | undefined;
	/** On a ticket. */
	act: DraftAct;
	fields: DraftFields;
	at: Temporal.Instant;
};

/** One at a time begins a draft for an account, so that nobody begins more than may be. Before any ticket row. */
export async function lockDraftsOf(tx: Transaction<DB>, account: number): Promise<void> {
	await tx.selectFrom('account').select('id').where('id', '=', account).forNoKeyUpdate().executeTakeFirst();
}

/** Writes the first version of a draft; returns its key. */
export async function insertDraft(
	tx: Transaction<DB>,
	{ account, ticket, act, fields, at }: NewDraft,
): Promise<number> {
	const times = { created_at: at, saved_at: at };
	const { id } = await tx
		.insertInto('draft')
		.values({
			account,
			ticket: ticket ?? null,
			act: ticket === undefined ? null : act,
			fields: JSON.stringify(fields),
			version: 1,
			...times,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** The next version of a draft; answers which. */
export async function rewriteDraft(
	tx: Transaction<DB>,
	{ id, version }: DraftKey & { version: number },
	fields: DraftFields,
	at: Temporal.Instant,
): Promise<number> {
	const next = version + 1;
	await tx
		.updateTable('draft')
		.set({ fields: JSON.stringify(fields), version: next, saved_at: at })
		.where('id', '=', id)
		.execute();
	return next;
}

export async function deleteDraft(tx: Transaction<DB>, { id }: DraftKey): Promise<void> {
	await tx.deleteFrom('draft').where('id', '=', id).execute();
}

/**
 * Puts files beside a draft's text, behind the `before` that are there; it counts as touching the draft. Those that come
 * together stand in their order: each a millionth of a second later.
 */
export async function insertDraftFiles(
	tx: Transaction<DB>,
	{ id: draft }: DraftKey,
	files: readonly Upload[],
	{ at, before }: { at: Temporal.Instant; before: number },
): Promise<DraftFile[]> {
	if (files.length === 0) return [];
	const rows = files.map(({ name, mediaType, size, sha256 }, nth) => {
		const added_at = at.add({ microseconds: before + nth });
		return { id: randomUUID(), draft, name, media_type: mediaType, size, sha256, added_at };
	});
	await tx.insertInto('draft_file').values(rows).execute();
	await tx.updateTable('draft').set({ saved_at: at }).where('id', '=', draft).execute();
	return rows.map(({ id, name, media_type: mediaType, size }) => ({ id, name, mediaType, size }));
}

type WaitingFile = Upload & { id: string };

/** A file as its author sees it. */
export function asShown({ id, name, mediaType, size }: WaitingFile): DraftFile {
	return { id, name, mediaType, size };
}

/** Of files that come, those that are not there yet, each once: what has the same name and the same content is one file. */
export function notAmong(there: readonly Upload[], files: readonly Upload[]): Upload[] {
	const known = new Set(there.map(fileMark));
	return files.filter((file) => !known.has(fileMark(file)) && known.add(fileMark(file)));
}

export function fileMark({ name, size, sha256 }: Upload): string {
	return `${sha256.toString('hex')} ${size} ${name}`;
}

/** The files of a draft in their order, ready to hang on a message. */
export async function draftFiles(tx: Transaction<DB>, { id }: DraftKey): Promise<WaitingFile[]> {
	return tx
		.selectFrom('draft_file')
		.select(['id', 'name', 'media_type as mediaType', 'size', 'sha256'])
		.where('draft', '=', id)
		.orderBy('added_at')
		.orderBy('id')
		.execute();
}

export async function deleteDraftFiles(tx: Transaction<DB>, { id }: DraftKey, files: readonly string[]): Promise<void> {
	if (files.length === 0) return;
	await tx.deleteFrom('draft_file').where('draft', '=', id).where('id', 'in', files).execute();
}

/** The bytes of all files that wait beside somebody's drafts. */
export async function bytesWaiting(tx: Transaction<DB>, account: number): Promise<number> {
	const { bytes } = await tx
		.selectFrom('draft_file')
		.innerJoin('draft', 'draft.id', 'draft_file.draft')
		.select(({ fn }) => fn.sum<string>('size').as('bytes'))
		.where('draft.account', '=', account)
		.executeTakeFirstOrThrow();
	return Number(bytes ?? 0);
}

/** How many tickets somebody has begun to write. */
export async function countDraftsToOpen(tx: Transaction<DB>, account: number): Promise<number> {
	const count = tx.selectFrom('draft').select(({ fn }) => fn.countAll<string>().as('count'));
	const row = await count.where('account', '=', account).where('ticket', 'is', null).executeTakeFirstOrThrow();
	return Number(row.count);
}

/** Drafts that nobody has touched since. */
export async function deleteDraftsBefore(db: Kysely<DB>, before: Temporal.Instant): Promise<void> {
	await db.deleteFrom('draft').where('saved_at', '<', before).execute();
}

/** Whether a stored file hangs on a message, waits in a draft, or is the organisation's logo: one statement, so that none is missed as it moves from one to the other. */
export async function isFileKept(db: Kysely<DB>, sha256: Buffer): Promise<boolean> {
	const row = await db
		.selectFrom('attachment')
		.select('sha256')
		.where('sha256', '=', sha256)
		.unionAll((eb) => eb.selectFrom('draft_file').select('sha256').where('sha256', '=', sha256))
		.unionAll((eb) =>
			eb
				.selectFrom('organisation')
				.select('logo_sha256 as sha256')
				.$narrowType<{ sha256: Buffer }>()
				.where('logo_sha256', '=', sha256),
		)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
