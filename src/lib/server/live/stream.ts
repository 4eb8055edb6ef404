import type { TicketInSight } from '../access/tickets.ts';
import type { Viewer } from '../access/viewer.ts';

const encoder = new TextEncoder();

/** One event as server-sent events have it (HTML, 9.2). */
export function event(name: string, data: object = {}): Uint8Array {
	return encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** Who looks at what. */
export type Watching = {
	viewer: Viewer;
	/** What tells the viewer's sessions apart. */
	session: string;
	/** The ticket whose page it is; all that are in sight where there is none. */
	ticket: TicketInSight | undefined;
	/** The desk: what every agent is served by, whoever's act it was. Nobody but staff looks at it. */
	desk: boolean;
	/** The mark of what the page shows. */
	since: string | undefined;
	/** The mark of before it was asked who the viewer is. */
	admitted: string;
};

/** So many events wait for a reader that does not read; it catches up when it comes again. */
const mostWaiting = 100;

/** One open page. Times are counted by `performance.now()`. */
export class Stream {
	readonly body: ReadableStream<Uint8Array>;
	readonly watching: Watching;
	/** When it is to end, so that who watches is let in anew every few minutes. */
	readonly endsAt: number;
	spokenAt = performance.now();
	/** The place it was told last, as JSON, and the row of the log it was true at; of the page itself as far as that is known. */
	place: string | undefined;
	seq: number | undefined;
	#controller: ReadableStreamDefaultController<Uint8Array> | undefined;
	readonly #onEnd: (stream: Stream) => void;

	constructor(watching: Watching, endsAt: number, onEnd: (stream: Stream) => void) {
		this.watching = watching;
		this.endsAt = endsAt;
		this.#onEnd = onEnd;
		this.body = new ReadableStream({
			start: (controller) => {
				this.#controller = controller;
			},
			cancel: () => this.#ended(),
		});
	}

	send(chunk: Uint8Array): void {
		const controller = this.#controller;
		if (!controller) return;
		this.spokenAt = performance.now();
		if ((controller.desiredSize ?? 0) < -mostWaiting) this.end();
		else controller.enqueue(chunk);
	}

	/** Says goodbye, so that the page comes again by itself. */
	end(): void {
		const controller = this.#controller;
		this.#ended();
		controller?.enqueue(goodbye);
		controller?.close();
	}

	#ended(): void {
		if (!this.#controller) return;
		this.#controller = undefined;
		this.#onEnd(this);
	}
}

const goodbye = event('again');
