import { type Answers, environmentItems } from '#lib/domain/checklist.ts';
import type { MissingItem } from '#lib/domain/hold.ts';
import type { Words } from './words.ts';

/** Answers and free text as the one message they are sent as, in Markdown: a list with the item's words, and below it the text. */
export function replyText(answers: Answers, text: string, { checklist }: Words): string {
	const { confirmation, confirmationWords, other } = answers;
	const confirmed = confirmation && checklist.confirmation[confirmation];
	const said: [MissingItem, string][] = [
		...environmentItems.map(([item, field]): [MissingItem, string] => [item, literally(answers[field].trim())]),
		['confirmation', [confirmed, confirmationWords.trimEnd()].filter(Boolean).join('. ')],
		['other', other.trimEnd()],
	];
	const items = said
		.filter(([, answer]) => answer !== '')
		.map(([item, answer]) => `- ${checklist.inReply(checklist.label[item], within(answer))}`);
	return [items.join('\n'), text].filter((part) => part !== '').join('\n\n');
}

/** A name or a number is no Markdown: `isoipsa_64_x86` stays what it is. */
function literally(value: string): string {
	return value.replaceAll(/[\\`*_[\]<~&]/g, (mark) => `\\${mark}`);
}

/** Several lines belong to their item; a list or code among them begins on a line of its own. */
function within(answer: string): string {
	return answer.includes('\n') ? `\n  ${answer.replaceAll('\n', '\n  ')}` : answer;
}
