import type { ToldChange } from '#lib/components/live.svelte.ts';
import type { Joined, Left } from '#lib/domain/place-changes.ts';
import type { Lane } from '#lib/domain/queue.ts';
import type { Place } from '#lib/domain/serving.ts';
import type { Words } from '#lib/messages/words.ts';

/** How many go before, in sentences (P6). */
export function placeInWords({ lane, ahead, technicalAhead }: Place, { portal }: Words): string[] {
	const words = portal.place;
	if (ahead + technicalAhead === 0) return [words.first];
	if (lane === 'technical') return [words.ahead(ahead)];
	const among = ahead === 0 ? words.firstOfConsultancy : words.aheadOfConsultancy(ahead);
	return technicalAhead > 0 ? [words.technicalFirst(technicalAhead), among] : [among];
}

/** Why a place in this lane changed. */
export function changeInWords({ because, lane, count }: ToldChange, mine: Lane, { moved }: Words): string {
	if (lane === 'technical' && mine === 'consultancy') {
		const asTechnical = because in moved.technical ? (because as keyof typeof moved.technical) : 'cameBack';
		return moved.technical[asTechnical](count);
	}
	const said: Record<Left | Joined, (count: number) => string> = { ...moved.left, ...moved.joined };
	return said[because](count);
}
