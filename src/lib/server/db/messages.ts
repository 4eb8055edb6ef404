import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { MessageSide, OpenHold } from '#lib/domain/ticket.ts';
import { renderMessage } from '../markdown.ts';
import { statement } from './statement.ts';
import { tellTicket } from './tell.ts';
import type { DB } from './types.ts';

/** A file that came with a form and is already in the blob store. */
export type Upload = { name: string; size: number; sha256: Buffer; mediaType: string };

/** A text as written and as shown: rendered and sanitised once, before the transaction that keeps it. */
export type WrittenText = { source: string; html: string };

export function written(source: string): WrittenText {
	return { source, html: renderMessage(source) };
}

/** Whether there is nothing to read in it. */
export function isBlank({ source }: WrittenText): boolean {
	return source.trim() === '';
}

export type NewMessage = {
	ticket: number;
	author: number;
	side: MessageSide;
	text: WrittenText;
	files: Upload[];
	at: Temporal.Instant;
};

/** Writes a message with its files; returns its key. */
export async function insertMessage(tx: Transaction<DB>, message: NewMessage): Promise<number> {
	const { text, files, ...rest } = message;
	const [row] = await insertOne(tx, { ...rest, ...text });
	if (!row) throw new Error('The message was not written.');
	if (files.length > 0) await insertAttachments(tx, row.id, files);
	return row.id;
}

type MessageValues = Omit<NewMessage, 'text' | 'files'> & WrittenText;

const insertOne = statement((db, { ticket, author, side, source, html, at }: MessageValues) =>
	db
		.insertInto('message')
		.values({ ticket, author, side, source, html, created_at: at })
		.returning(['id', tellTicket(ticket).as('told')]),
);

async function insertAttachments(tx: Transaction<DB>, message: number, files: Upload[]): Promise<void> {
	const rows = files.map(({ name, size, sha256, mediaType }, position) => ({
		id: randomUUID(),
		message,
		position,
		name,
		media_type: mediaType,
		size,
		sha256,
	}));
	await tx.insertInto('attachment').values(rows).execute();
}

/** Whether the customer has written on a ticket, its opening included, since a hold, of this ticket or another, was placed. */
export async function hasWrittenSince(
	tx: Transaction<DB>,
	ticket: number,
	hold: Pick<OpenHold, 'id'>,
): Promise<boolean> {
	const said = await tx
		.selectFrom('message')
		.innerJoin('hold', (join) => join.onRef('hold.message', '<', 'message.id'))
		.select('message.id')
		.where('hold.id', '=', hold.id)
		.where('message.ticket', '=', ticket)
		.where('message.side', '=', 'customer')
		.limit(1)
		.executeTakeFirst();
	return said !== undefined;
}
