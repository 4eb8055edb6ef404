import { getWords } from '#lib/messages/context.ts';
import type { DeskPage } from '#lib/server/queries/desk.ts';
import { permission, show, wanted } from './show-notice.ts';

/** What came to whoever looks at the desk: to be told by its kind and its number, which a lock screen may show. */
export type News = { number: number; kind: 'replied' | 'handed-over' | 'lapsed' };

type Mine = Pick<DeskPage, 'cameBack'> & { lapsed: readonly number[] };

/** What is there now and was not before. What the agent did themselves, resuming or withdrawing, is no news to them. */
export function newsSince(before: Mine, after: Mine): News[] {
	const known = new Set(before.cameBack.map(({ number, since }) => `${number} ${since}`));
	const back = after.cameBack.flatMap(({ number, since, back: kind }) =>
		!known.has(`${number} ${since}`) && (kind === 'replied' || kind === 'handed-over') ? [{ number, kind }] : [],
	);
	const lapsed = after.lapsed.filter((number) => !before.lapsed.includes(number));
	return [...back, ...lapsed.map((number) => ({ number, kind: 'lapsed' as const }))];
}

/**
 * Counts in the page's title what came while nobody looked, and has the browser tell of it: only where the switch of this browser
 * is on. To be made while a component is.
 */
export class Notices {
	on = $state(false);
	/** The browser tells of nothing from this site. */
	blocked = $state(false);
	#unseen = $state.raw<readonly News[]>([]);
	readonly #words = getWords();

	constructor() {
		$effect(() => {
			this.on = localStorage.getItem(wanted) === 'on';
			this.blocked = permission() !== 'granted';
			const seen = () => {
				if (!document.hidden && document.hasFocus()) this.#unseen = [];
			};
			addEventListener('focus', seen);
			document.addEventListener('visibilitychange', seen);
			return () => {
				removeEventListener('focus', seen);
				document.removeEventListener('visibilitychange', seen);
			};
		});
	}

	async turn(on: boolean): Promise<void> {
		this.on = on;
		if (on) localStorage.setItem(wanted, 'on');
		else localStorage.removeItem(wanted);
		if (!on) this.#unseen = [];
		else if (permission() === 'default') await Notification.requestPermission();
		this.blocked = permission() !== 'granted';
	}

	titled(title: string): string {
		const count = this.#unseen.length;
		return count > 0 ? this.#words.deskHome.notices.counted(count, title) : title;
	}

	/** In words, for those who listen to the page; nothing where there is none. */
	tell(news: readonly News[]): string | undefined {
		const words = this.#words.deskHome.notices;
		const [first] = news;
		if (!first) return undefined;
		if (this.on && !(document.hasFocus() && !document.hidden)) {
			this.#unseen = [...this.#unseen, ...news];
			for (const one of news) show(words[one.kind](one.number), `${one.kind} ${one.number}`);
		}
		return news.length === 1 ? words[first.kind](first.number) : words.many(news.length);
	}
}
