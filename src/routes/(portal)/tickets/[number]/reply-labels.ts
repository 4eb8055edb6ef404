import type { Words } from '#lib/messages/words.ts';

/** What the fields of a reply are called, by name; a checklist's among them. */
export function replyLabels({ portal, checklist }: Words) {
	const { label, confirmationWords } = checklist;
	return {
		text: portal.reply.label,
		version: label['product-version'],
		operatingSystem: label['operating-system'],
		tools: label['tools-used'],
		confirmationWords,
		other: label.other,
	};
}
