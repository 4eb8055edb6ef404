import type { MessageSide } from '#lib/domain/ticket.ts';

/** What a conversation shows, oldest first. Notes are only ever handed to staff. */
export type ConversationEntry = {
	id: string;
	kind: 'message' | 'note';
	side: MessageSide;
	author: string;
	/** ISO instant. */
	at: string;
	/** Rendered from Markdown and sanitised when it was written. */
	html: string;
	attachments: readonly ConversationFile[];
};

export type ConversationFile = { id: string; name: string; size: number; href: string; image: boolean };
