import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DraftAct, DraftFields, StoredDraft } from '#lib/domain/drafts.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';
import { inSight } from './tickets.ts';
import { isStaff, type Viewer } from './viewer.ts';

declare const seen: unique symbol;

/** A draft of this viewer's. Only this module makes one; what writes to a draft asks for it. */
export type DraftInSight = {
	id: number;
	ticket: number | null;
	act: DraftAct | null;
	version: number;
	fields: DraftFields;
	savedAt: Temporal.Instant;
	[seen]: true;
};

/** A draft is in the sight of its account only; that of a reply, only while its ticket is. */
function ofViewer(viewer: Viewer) {
	return (eb: ExpressionBuilder<DB, 'draft'>): Expression<SqlBool> => {
		const ticket = eb.selectFrom('ticket').select('number').whereRef('number', '=', 'draft.ticket');
		return eb.and([
			eb('draft.account', '=', viewer.id),
			eb.or([eb('draft.ticket', 'is', null), eb.exists(ticket.where(inSight(viewer)))]),
		]);
	};
}

/** The draft with its row locked until COMMIT, or nothing: for one that is gone and one of somebody else's alike. */
export async function lockDraftInSight(
	tx: Transaction<DB>,
	viewer: Viewer,
	id: number,
): Promise<DraftInSight | undefined> {
	const row = await tx
		.selectFrom('draft')
		.select(['id', 'ticket', 'act', 'version', 'fields', 'saved_at as savedAt'])
		.where('id', '=', id)
		.where(ofViewer(viewer))
		.forUpdate()
		.executeTakeFirst();
	return row as DraftInSight | undefined;
}

/** What its author sees of a draft. */
export async function draftInSight(db: Kysely<DB>, viewer: Viewer, id: number): Promise<StoredDraft | undefined> {
	return stored(await storedDrafts(db, viewer).where('draft.id', '=', id).executeTakeFirst());
}

/** The viewer's draft on a ticket, for one act. */
export async function draftOnTicket(
	db: Kysely<DB>,
	viewer: Viewer,
	{ ticket, act }: { ticket: number; act: DraftAct },
): Promise<StoredDraft | undefined> {
	const onTicket = storedDrafts(db, viewer).where('draft.ticket', '=', ticket).where('draft.act', '=', act);
	return stored(await onTicket.executeTakeFirst());
}

/** Who writes what: staff on a ticket, whatever they do with it; users replies, and tickets to open (P1). */
export function mayDraft(viewer: Viewer, { ticket, act }: { ticket: number | undefined; act: DraftAct }): boolean {
	return isStaff(viewer) ? ticket !== undefined : act === 'reply';
}

/** An account's drafts on a ticket, for each act one, as a column of a query that reads the ticket anyway; `draftsByAct` reads it. */
export function draftsOnTicketOf({ id }: { id: number }) {
	return sql<DraftRow[] | null>`(
		select json_agg(json_build_object('id', id, 'ticket', ticket, 'act', act, 'version', version, 'fields', fields,
			'savedAt', saved_at, 'files', (
				select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size)
					order by f.added_at, f.id), '[]')
				from draft_file f where f.draft = draft.id)))
		from draft where draft.account = ${id} and draft.ticket = ticket.number
	)`;
}

type DraftRow = Omit<StoredDraft, 'savedAt'> & { savedAt: string };

export type DraftsByAct = Partial<Record<DraftAct, StoredDraft>>;

export function draftsByAct(rows: DraftRow[] | null): DraftsByAct {
	const drafts = (rows ?? []).map((row) => ({ ...row, savedAt: Temporal.Instant.from(row.savedAt).toString() }));
	return Object.fromEntries(drafts.map((draft) => [draft.act, draft]));
}

function storedDrafts(db: Kysely<DB>, viewer: Viewer) {
	return db
		.selectFrom('draft')
		.select((eb) => [
			...([
				'draft.id',
				'draft.version',
				'draft.ticket',
				'draft.act',
				'draft.fields',
				'draft.saved_at as savedAt',
			] as const),
			jsonArrayFrom(
				eb
					.selectFrom('draft_file')
					.select(['draft_file.id', 'name', 'media_type as mediaType', 'size'])
					.whereRef('draft_file.draft', '=', 'draft.id')
					.orderBy('added_at')
					.orderBy('draft_file.id'),
			).as('files'),
		])
		.where(ofViewer(viewer));
}

type StoredRow = Awaited<ReturnType<ReturnType<typeof storedDrafts>['executeTakeFirst']>>;

function stored(row: StoredRow): StoredDraft | undefined {
	return (
		row && {
			...row,
			act: row.act as DraftAct | null,
			fields: row.fields as DraftFields,
			savedAt: row.savedAt.toString(),
		}
	);
}

/** A draft of a ticket to open, as a list shows it. */
export type WaitingDraft = { id: number; subject: string; beginning: string; files: number; savedAt: string };

const beginningShown = 120;

/** The viewer's drafts of tickets to open, the last touched first. */
export async function draftsToOpen(db: Kysely<DB>, viewer: Viewer): Promise<WaitingDraft[]> {
	const rows = await begunBy(db, { account: viewer.id });
	return rows.map((row) => ({ ...row, files: Number(row.files ?? 0), savedAt: row.savedAt.toString() }));
}

const begunBy = statement((db, { account }: { account: number }) =>
	db
		.selectFrom('draft')
		.select(({ selectFrom, fn }) => [
			'draft.id',
			'draft.saved_at as savedAt',
			sql<string>`coalesce(draft.fields->>'subject', '')`.as('subject'),
			sql<string>`left(coalesce(draft.fields->>'description', ''), ${beginningShown})`.as('beginning'),
			selectFrom('draft_file')
				.select(fn.countAll<number>().as('count'))
				.whereRef('draft_file.draft', '=', 'draft.id')
				.as('files'),
		])
		.where('draft.account', '=', account)
		.where('draft.ticket', 'is', null)
		.orderBy('draft.saved_at', 'desc')
		.orderBy('draft.id', 'desc'),
);

/** A file of a draft of the viewer's, with where its content is. */
export async function draftFileInSight(db: Kysely<DB>, viewer: Viewer, draft: number, id: string) {
	return db
		.selectFrom('draft_file')
		.innerJoin('draft', 'draft.id', 'draft_file.draft')
		.select(['draft_file.name', 'draft_file.media_type as mediaType', 'draft_file.size', 'draft_file.sha256'])
		.where('draft_file.id', '=', id)
		.where('draft_file.draft', '=', draft)
		.where(ofViewer(viewer))
		.executeTakeFirst();
}
