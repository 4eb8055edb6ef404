import type { Words } from '#lib/messages/words.ts';

/** What the fields of a ticket to open are called, by name. */
export function ticketLabels({ open, portal }: Words) {
	return {
		product: portal.about.product,
		lane: portal.about.lane,
		subject: open.subject,
		description: open.description,
		version: open.version,
		operatingSystem: open.operatingSystem,
		tools: open.tools,
	};
}
