/** How far a ticket was shown to somebody: the newest row of its queue log, message and note (their keys; 0 for none). */
export type SeenUpTo = { log: number; message: number; note: number };

/** Somebody else has changed the ticket since it was shown: what is new is shown first, and the same act is then done knowingly. */
export type ChangedMeanwhile = { reason: 'changed-meanwhile' };

type Item = { kind: string; key?: number | undefined };

/** How far a page goes that shows these. */
export function seenUpTo(items: readonly Item[]): SeenUpTo {
	const newest = (kind: string) =>
		items.reduce((last, item) => (item.kind === kind ? Math.max(last, item.key ?? 0) : last), 0);
	return { log: newest('happening'), message: newest('message'), note: newest('note') };
}

/** What came after it. */
export function newSince<Shown extends Item>(items: readonly Shown[], seen: SeenUpTo): Shown[] {
	const last: Partial<Record<string, number>> = { happening: seen.log, message: seen.message, note: seen.note };
	return items.filter(({ kind, key }) => key !== undefined && key > (last[kind] ?? key));
}

/** As a form carries it: `<log>.<message>.<note>`. */
export function seenText({ log, message, note }: SeenUpTo): string {
	return `${log}.${message}.${note}`;
}

/** Nothing for what no page has written. */
export function seenFrom(text: string): SeenUpTo | undefined {
	const [, log, message, note] = /^(\d{1,15})\.(\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
	return log && message && note ? { log: Number(log), message: Number(message), note: Number(note) } : undefined;
}
