import type { SkipReason } from '#lib/domain/calendar.ts';
import type { Reading } from '#lib/messages/context.ts';

/** Why a day is not counted, in words. */
export function whySkipped(reason: SkipReason, { language, words }: Reading): string {
	if (reason.kind === 'holiday') return reason.name[language];
	return reason.kind === 'closure' ? reason.reason : words.receipt.notWorked;
}
