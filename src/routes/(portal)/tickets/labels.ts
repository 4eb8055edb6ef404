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

/** What the fields of a reply are called, by name; a checklist's among them. */
export function replyLabels({ portal, checklist: { label, confirmationWords } }: Words) {
	return {
		text: portal.reply.label,
		version: label['product-version'],
		operatingSystem: label['operating-system'],
		tools: label['tools-used'],
		confirmationWords,
		other: label.other,
	};
}
