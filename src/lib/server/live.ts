import { setImmediate } from 'node:timers/promises';
import type { Logger } from '#platform/logging.ts';
import { type Listening, listenOn } from '#platform/notifications.ts';
import { sees } from './access/tickets.ts';
import { isStaff } from './access/viewer.ts';
import { type KeptOrganisation, organisationNow } from './db/organisation.ts';
import { channel, type Look, type Told, tellLooks, toldIn } from './db/tell.ts';
import type { Desk } from './desk.ts';
import { Kept } from './live/kept.ts';
import { Line } from './live/line.ts';
import { Looking } from './live/looking.ts';
import { Recent } from './live/recent.ts';
import { event, Stream, type Watching } from './live/stream.ts';

/** Places are told this often at most; nothing is asked while nothing changes, or nobody looks. */
const PLACES_EVERY_MS = 500;
/** Desks are told this often at most: each of them shows the same queue, which changes with every act of anybody. */
const DESKS_EVERY_MS = 1_000;
const BEAT_EVERY_MS = 15_000;
/** How long a stream lasts: from here to half as long again, so that not all come back at once. */
const LASTS_MS = 4 * 60_000;
/** Of one session; a browser opens six at a time. */
const MOST_OF_A_SESSION = 12;
/** What it takes to read a page again: so many pages at once read themselves one after the other. */
const READING_MS = 5;
/** So many pages are written to before other requests have their turn. */
const SLICE = 50;

export type NotOpened = 'too-many' | 'not-listening';

/** Open pages, and what reaches them. One for each process. */
export type Live = {
	/** What a page that is read from now on will show: all that was told until now. */
	readonly mark: string;
	/** What the page is to be told, as server-sent events. */
	open(watching: Watching): ReadableStream<Uint8Array> | NotOpened;
	/** Whose desk this is, without a query where nothing was told of it since it was read. */
	organisation(): Promise<KeptOrganisation>;
	/** It was changed here, which this process is to know before it is told. */
	organisationChanged(): void;
	/** Ends every stream; no other is opened. */
	close(): Promise<void>;
};

type Options = { desk: Pick<Desk, 'db'>; databaseUrl: string; name: string; logger: Logger };

/**
 * Tells open pages that something they show has changed, never what: they read it as they would at any other time. Only places in
 * the queue are told, to everybody from one reading of the log.
 */
export function openLive(options: Options): Live {
	return new OpenPages(options);
}

class OpenPages implements Live {
	readonly #options: Options;
	readonly #streams = new Set<Stream>();
	readonly #recent = new Recent();
	readonly #line = new Line();
	readonly #organisation = new Kept(() => organisationNow(this.#options.desk.db));
	readonly #looking = new Looking((looks) => void this.#say(looks));
	readonly #listening: Listening;
	readonly #tending: NodeJS.Timeout;
	#closed = false;
	/** The log may have rows that the line has not. */
	#isBehind = true;
	/** The last row of the log that was told of. */
	#lastRow = 0;
	/** Places are about to be told, or are being told. */
	#placing: NodeJS.Timeout | undefined;
	#placedAt = Number.NEGATIVE_INFINITY;
	/** Desks are about to be told. */
	#tellingDesks: NodeJS.Timeout | undefined;
	#desksToldAt = Number.NEGATIVE_INFINITY;

	constructor(options: Options) {
		this.#options = options;
		this.#tending = setInterval(() => void this.#tend(), 1_000).unref();
		this.#listening = listenOn(options.databaseUrl, channel, {
			name: `${options.name} live`,
			onListening: () => {
				this.#recent.begin();
				this.#placeSoon();
			},
			onNotice: (payload) => this.#hear(toldIn(payload)),
			onLost: (error) => this.#hearNothing(error),
		});
	}

	get mark(): string {
		return this.#recent.mark;
	}

	open(watching: Watching): ReadableStream<Uint8Array> | NotOpened {
		if (this.#closed || !this.#recent.isHearing) return 'not-listening';
		// Since it was asked who this is, they may have been shut out.
		if (this.#recent.hasHeard(watching.admitted, (told) => shutsOut(told, watching))) return 'not-listening';
		const isOfSession = (stream: Stream) => stream.watching.session === watching.session;
		if ([...this.#streams].filter(isOfSession).length >= MOST_OF_A_SESSION) return 'too-many';
		const endsAt = performance.now() + LASTS_MS * (1 + Math.random() / 2);
		const stream = new Stream(watching, endsAt, (ended) => this.#ended(ended));
		this.#streams.add(stream);
		this.#begin(stream);
		return stream.body;
	}

	organisation(): Promise<KeptOrganisation> {
		// Who hears nothing would not hear that it is different.
		if (!this.#recent.isHearing) return organisationNow(this.#options.desk.db);
		return this.#organisation.get();
	}

	organisationChanged(): void {
		this.#organisation.forget();
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearInterval(this.#tending);
		clearTimeout(this.#placing);
		clearTimeout(this.#tellingDesks);
		this.#endAll();
		await this.#listening.close();
	}

	#ended(stream: Stream): void {
		this.#streams.delete(stream);
		this.#looking.end(stream, this.#streams);
	}

	/** Who looks is said again soon, and forgotten soon: that it could not be said is no harm. */
	async #say(looks: Look[]): Promise<void> {
		if (this.#closed) return;
		await tellLooks(this.#options.desk.db, looks).catch((err) =>
			this.#options.logger.debug({ err }, 'who looks at a ticket could not be told'),
		);
	}

	#begin(stream: Stream): void {
		const { watching } = stream;
		stream.seq = this.#recent.rowAt(watching.since);
		stream.send(event('hello'));
		this.#looking.begin(stream, performance.now());
		if (this.#recent.hasHeard(watching.since, (told) => shows(watching, told))) {
			// After a restart all of them come at once.
			stream.send(this.#changed(this.#recent.knows(watching.since) ? 1 : this.#streams.size));
		}
		if (!watching.ticket) return;
		if (this.#isBehind) this.#placeSoon();
		else tellPlace(this.#line, stream, this.mark);
	}

	#hear(told: Told | undefined): void {
		if (!told) return;
		if (told.about === 'looking') {
			this.#looking.hear(told, this.#streams, performance.now());
			return;
		}
		if (told.about === 'organisation') {
			this.#organisation.forget();
			return;
		}
		this.#recent.hear(told);
		for (const stream of [...this.#streams]) if (shutsOut(told, stream.watching)) stream.end();
		const those = [...this.#streams].filter(({ watching }) => shows(watching, told));
		if (those.some(({ watching }) => watching.desk)) this.#tellDesksSoon();
		this.#tell(those.filter(({ watching }) => !watching.desk));
		if (!('seq' in told) || told.seq === null) return;
		// Rows are told in their order: another log has taken the place of the one that was read (a restored database).
		if (told.seq <= this.#lastRow) this.#line.forget();
		this.#lastRow = told.seq;
		this.#isBehind = true;
		this.#placeSoon();
	}

	#tell(those: readonly Stream[]): void {
		const changed = this.#changed(those.length);
		void inSlices(those, (stream) => stream.send(changed));
	}

	/** At once where it was quiet; what happens in a burst is told of together. */
	#tellDesksSoon(): void {
		if (this.#closed) return;
		const wait = Math.max(0, this.#desksToldAt + DESKS_EVERY_MS - performance.now());
		this.#tellingDesks ??= setTimeout(() => {
			this.#tellingDesks = undefined;
			this.#desksToldAt = performance.now();
			this.#tell([...this.#streams].filter(({ watching }) => watching.desk));
		}, wait);
	}

	/** Pages say so, come again, and read what they have missed. */
	#hearNothing(err: Error): void {
		this.#options.logger.warn({ err }, 'open pages hear of no change until the database can be reached again');
		this.#recent.end();
		this.#line.forget();
		this.#organisation.forget();
		this.#isBehind = true;
		this.#endAll();
	}

	/** `readers`: how many pages are told, or come, at the same time. */
	#changed(readers: number): Uint8Array {
		return event('changed', { mark: this.mark, withinMs: readers * READING_MS });
	}

	#placeSoon(): void {
		if (this.#closed || this.#placing || !this.#recent.isHearing) return;
		// Read even before anybody looks: from then on it is known why a place changes.
		if (this.#line.isRead && ![...this.#streams].some(({ watching }) => watching.ticket)) return;
		const wait = Math.max(0, this.#placedAt + PLACES_EVERY_MS - performance.now());
		this.#placing = setTimeout(() => void this.#place(), wait);
	}

	async #place(): Promise<void> {
		this.#placedAt = performance.now();
		this.#isBehind = false;
		try {
			await this.#line.catchUp(this.#options.desk.db);
			const { mark } = this;
			await inSlices([...this.#streams], (stream) => tellPlace(this.#line, stream, mark));
		} catch (err) {
			this.#isBehind = true;
			this.#options.logger.warn({ err }, 'the places of open pages could not be read');
		}
		this.#placing = undefined;
		if (this.#isBehind) this.#placeSoon();
	}

	async #tend(): Promise<void> {
		const now = performance.now();
		for (const stream of [...this.#streams]) if (now >= stream.endsAt) stream.end();
		const silent = [...this.#streams].filter(({ spokenAt }) => now - spokenAt >= BEAT_EVERY_MS);
		this.#looking.tend(this.#streams, now);
		await inSlices(silent, (stream) => stream.send(beat));
	}

	#endAll(): void {
		for (const stream of [...this.#streams]) stream.end();
	}
}

const beat = event('beat');

/** Whether it takes away what this viewer was let in by. */
function shutsOut(told: Told, { viewer }: Watching): boolean {
	if (told.about === 'account') return told.account === viewer.id;
	return told.about === 'customer' && viewer.role === 'user' && told.customer === viewer.customer;
}

/** Whether the page shows something that is different by it. */
function shows({ viewer, ticket, desk }: Watching, told: Told): boolean {
	if (desk) return told.about === 'house' || (told.about === 'ticket' && !told.staffOnly);
	if (told.about !== 'ticket' || (told.staffOnly && !isStaff(viewer))) return false;
	return ticket ? ticket.number === told.ticket : sees(viewer, told);
}

/** The place of the page's ticket at a mark, and why it changed, where the page does not show it yet. */
function tellPlace(line: Line, stream: Stream, mark: string): void {
	const { ticket } = stream.watching;
	const place = ticket && line.placeOf(ticket.number);
	if (!place) return;
	const { seq } = line;
	const changes = line.changesSince(stream.seq ?? seq, ticket.number, place);
	const shown = JSON.stringify(place);
	const isNew = stream.place === undefined ? seq > (stream.seq ?? seq) : stream.place !== shown;
	stream.place = shown;
	stream.seq = seq;
	if (!isNew && changes.length === 0) return;
	const told = changes.map(({ at, ...change }) => ({ ...change, at: at.toString() }));
	stream.send(event('place', { mark, ...place, changes: told }));
}

/** Others of this process, pages asked for and forms sent, do not wait until all have been written to. */
async function inSlices(streams: readonly Stream[], tell: (stream: Stream) => void): Promise<void> {
	for (const [nth, stream] of streams.entries()) {
		if (nth > 0 && nth % SLICE === 0) await setImmediate();
		tell(stream);
	}
}
