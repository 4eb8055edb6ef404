import { untrack } from 'svelte';
import type { PlaceChange } from '#lib/domain/place-changes.ts';
import type { Place } from '#lib/domain/serving.ts';
import { getWords } from '#lib/messages/context.ts';
import type { Words } from '#lib/messages/words.ts';
import { navigating } from '$app/state';
import { readUnattended } from './read-unattended.ts';

/** A place as it is told: at which mark, whether somebody on duty covers the software, and why it changed. */
export type PlaceTold = Place & { mark: string; followed: boolean; changes: ToldChange[] };
export type ToldChange = Omit<PlaceChange, 'at'> & { at: string };

/** `ended`: with the session, which nothing but signing in again brings back. */
export type Connection = 'lost' | 'mended' | 'ended' | undefined;

type LivePage<Seen> = {
	/** The one it shows; without it all that are in sight. */
	ticket?: number;
	/** The desk, which is told of every act of anybody. */
	desk?: boolean;
	/** Up to where the page was read. */
	mark(): string;
	/** What it shows, looked at before it is read again, */
	look(): Seen;
	/** and what has come since, in words. */
	whatIsNew(before: Seen, words: Words): string | undefined;
	placeInWords?(place: PlaceTold, words: Words): string;
};

/** Nobody needs to know of a connection that is back by then. */
const PATIENCE_MS = 3_000;
/** The server says something every quarter of a minute. */
const SILENCE_MS = 45_000;
const LEAST_RETRY_MS = 500;
const MOST_RETRY_MS = 60_000;
const SAID_MS = 8_000;
/** What was done on this page itself comes back with its form; a moment later it is known that nothing else is new. */
const BEFORE_READING_MS = 150;
const BETWEEN_READINGS_MS = 1_000;
const CHANGES_SHOWN = 4;

/**
 * A page that changes by itself. It is told that something it shows is different, and is read again as it would be at any other
 * time; what is typed in it stays. Of the pages nobody looks at only the one left last goes on listening: a browser opens six
 * connections at a time. To be made while a component is.
 */
export class Live<Seen> {
	/** Nothing while all is as it should be. */
	connection = $state<Connection>();
	/** What has just come, for those who listen to the page. */
	said = $state('');
	/** Something came while nobody looked. */
	unseen = $state(false);
	/** Why the place changed since the page was opened, newest first. */
	changes = $state.raw<ToldChange[]>([]);
	/** Of a ticket, to staff: the names of colleagues who have it open. */
	looking = $state.raw<readonly string[]>([]);
	#told = $state.raw<PlaceTold>();
	readonly #page: LivePage<Seen>;
	readonly #words = getWords();
	#source: EventSource | undefined;
	#failures = 0;
	/** So often in a row the page could not be read. */
	#unread = 0;
	#retry: Timer;
	#silence: Timer;
	#doubt: Timer;
	#mended: Timer;
	#quiet: Timer;
	#alone: Timer;
	/** The mark of the last change that was told and not read yet. */
	#wanted: string | undefined;
	#isReading = false;
	#letGo: (() => void) | undefined;

	constructor(page: LivePage<Seen>) {
		this.#page = page;
		$effect(() => untrack(() => this.#attend()));
	}

	/** The place that was told last, where the page was not read after it. */
	get place(): PlaceTold | undefined {
		const told = this.#told;
		return told && !isBefore(told.mark, this.#page.mark()) ? told : undefined;
	}

	/** For what a told place alone does not say: the page is read again, unless it was since. */
	readAgain(): void {
		this.#wanted = this.#told?.mark;
		void this.#read();
	}

	/** The page's title, marked while nobody has seen what came. */
	titled(title: string): string {
		return this.unseen ? this.#words.live.unseen(title) : title;
	}

	#attend(): () => void {
		const leaving = new AbortController();
		const { signal } = leaving;
		document.addEventListener('visibilitychange', () => (document.hidden ? this.#unwatched() : this.#watched()), {
			signal,
		});
		addEventListener('pagehide', () => this.#close(), { signal });
		addEventListener('pageshow', ({ persisted }) => persisted && this.#watched(), { signal });
		addEventListener('online', () => this.#connect(), { signal });
		addEventListener('offline', () => this.#source && this.#comeAgain(PATIENCE_MS), { signal });
		addEventListener('focus', () => this.#seen(), { signal });
		if (!document.hidden) this.#connect();
		return () => {
			leaving.abort();
			this.#close();
			this.#letGo?.();
			clearTimeout(this.#mended);
			clearTimeout(this.#quiet);
			clearTimeout(this.#alone);
		};
	}

	#watched(): void {
		this.#letGo?.();
		if (document.hasFocus()) this.#seen();
		this.#connect();
	}

	#seen(): void {
		this.unseen = false;
	}

	/** Whoever takes the lock next has it: this page then lets go, and catches up when it is looked at again. */
	#unwatched(): void {
		if (!navigator.locks) {
			this.#close();
			return;
		}
		const untilWatched = () =>
			new Promise<void>((letGo) => {
				this.#letGo = letGo;
			});
		navigator.locks.request('sportello-unwatched', { steal: true }, untilWatched).catch(() => {
			if (document.hidden) this.#close();
		});
	}

	#connect(): void {
		if (this.#source) return;
		clearTimeout(this.#retry);
		const asked = new URLSearchParams({ since: this.#page.mark() });
		if (this.#page.ticket !== undefined) asked.set('ticket', String(this.#page.ticket));
		if (this.#page.desk) asked.set('desk', '');
		const source = new EventSource(`/live?${asked}`);
		this.#source = source;
		this.#isInDoubt();
		source.addEventListener('hello', () => this.#isOpen());
		source.addEventListener('beat', () => this.#heard());
		source.addEventListener('changed', ({ data }) => {
			this.#heard();
			const { mark, withinMs } = JSON.parse(data);
			this.#wanted = mark;
			void this.#read(withinMs);
		});
		source.addEventListener('place', ({ data }) => this.#moved(JSON.parse(data)));
		source.addEventListener('looking', ({ data }) => {
			this.#look(JSON.parse(data).names);
		});
		source.addEventListener('again', () => this.#comeAgain(Math.random() * 1_000));
		source.addEventListener('error', () => {
			if (source.readyState === EventSource.CLOSED) void this.#findOut();
			this.#failures += 1;
			this.#comeAgain(pauseAfter(this.#failures));
		});
	}

	#isOpen(): void {
		this.#heard();
		this.#failures = 0;
		// Who looks is told at once, unless nobody does.
		this.#alone = setTimeout(() => this.#look([]), PATIENCE_MS);
		if (this.#unread === 0) this.#isWell();
	}

	#look(names: readonly string[]): void {
		clearTimeout(this.#alone);
		this.looking = names;
	}

	#isInDoubt(): void {
		this.#doubt ??= setTimeout(() => this.#say('lost'), PATIENCE_MS);
	}

	#isWell(): void {
		clearTimeout(this.#doubt);
		this.#doubt = undefined;
		if (this.connection) this.#say('mended');
	}

	/** A browser does not tell why a stream was refused, nor a page: whoever is not signed in any more is led elsewhere. */
	async #findOut(): Promise<void> {
		const answer = await fetch('/live', { method: 'HEAD', redirect: 'manual' }).catch(() => undefined);
		if (answer?.type !== 'opaqueredirect') return;
		this.#close();
		this.#say('ended');
	}

	#heard(): void {
		clearTimeout(this.#silence);
		this.#silence = setTimeout(() => this.#comeAgain(0), SILENCE_MS);
	}

	#comeAgain(inMs: number): void {
		this.#source?.close();
		this.#source = undefined;
		clearTimeout(this.#silence);
		clearTimeout(this.#retry);
		this.#isInDoubt();
		this.#retry = setTimeout(() => this.#connect(), inMs);
	}

	#close(): void {
		this.#source?.close();
		this.#source = undefined;
		for (const timer of [this.#retry, this.#silence, this.#doubt]) clearTimeout(timer);
		this.#doubt = undefined;
	}

	#say(connection: Connection): void {
		clearTimeout(this.#mended);
		this.connection = connection;
		if (connection === 'mended') {
			this.#mended = setTimeout(() => {
				this.connection = undefined;
			}, SAID_MS);
		}
	}

	/**
	 * Reads the page again, once for all that was told meanwhile; somewhere within that time, which as many pages share. What could
	 * not be read is tried again after a longer and longer pause, and a page that stays behind says so.
	 */
	async #read(withinMs = 0): Promise<void> {
		if (this.#isReading) return;
		this.#isReading = true;
		let pause = BEFORE_READING_MS;
		while (this.#wanted !== undefined) {
			await new Promise((done) => setTimeout(done, pause + Math.random() * withinMs));
			const wanted = this.#wanted;
			this.#wanted = undefined;
			if (await this.#readUpTo(wanted)) {
				if (this.#unread > 0 && this.#source) this.#isWell();
				this.#unread = 0;
				pause = BETWEEN_READINGS_MS;
			} else {
				this.#wanted ??= wanted;
				this.#unread += 1;
				pause = pauseAfter(this.#unread);
			}
		}
		this.#isReading = false;
	}

	/** Whether the page shows what was told, or need not show it now. */
	async #readUpTo(wanted: string): Promise<boolean> {
		const mark = this.#page.mark();
		// Another page is on its way, and is read anyway; or this one has been, with a form that was sent; or will be, with its stream.
		if (!this.#source || navigating.to || isUpTo(mark, wanted)) return true;
		const before = this.#page.look();
		await readUnattended();
		if (this.#page.mark() === mark) {
			this.#isInDoubt();
			await this.#findOut();
			return false;
		}
		this.#announce(this.#page.whatIsNew(before, this.#words));
		return true;
	}

	#moved(place: PlaceTold): void {
		this.#heard();
		this.#told = place;
		this.changes = [...place.changes.toReversed(), ...this.changes].slice(0, CHANGES_SHOWN);
		if (place.changes.length > 0) this.#announce(this.#page.placeInWords?.(place, this.#words), false);
	}

	#announce(news: string | undefined, marks = true): void {
		if (!news) return;
		this.said = news;
		if (marks && !document.hasFocus()) this.unseen = true;
		clearTimeout(this.#quiet);
		// So that the same is heard again when it comes again.
		this.#quiet = setTimeout(() => {
			this.said = '';
		}, SAID_MS);
	}
}

/** After so many failures in a row: each time twice as long, and never the same for all pages. */
function pauseAfter(failures: number): number {
	return Math.min(MOST_RETRY_MS, LEAST_RETRY_MS * 2 ** failures) * (0.5 + Math.random() / 2);
}

type Timer = ReturnType<typeof setTimeout> | undefined;

/** Marks of one server process are instants of its own clock; those of others are not to be compared. */
function instants(mark: string, other: string): [number, number] | undefined {
	const [[epoch, instant], [otherEpoch, otherInstant]] = [mark.split('.'), other.split('.')];
	return epoch === otherEpoch ? [Number(instant), Number(otherInstant)] : undefined;
}

function isUpTo(mark: string, other: string): boolean {
	const both = instants(mark, other);
	return both !== undefined && both[0] >= both[1];
}

function isBefore(mark: string, other: string): boolean {
	const both = instants(mark, other);
	return both !== undefined && both[0] < both[1];
}
