import type { DraftFile } from '#lib/domain/drafts.ts';
import { isPicture } from '#lib/domain/picture.ts';
import { newKey } from './form-fields.ts';

/** How an upload ended. `refused`: in words, and trying again would not help. */
export type Uploaded =
	| { as: 'stored'; file: DraftFile }
	| { as: 'refused'; says: string; reason: string }
	| { as: 'lost' | 'broken' | 'signed-out' | 'cancelled' };

/** One file on its way into a draft. Sent again it has the same key, so that it arrives once. */
export class Uploading {
	readonly file: File;
	readonly name: string;
	/** A picture of it, while it is on its way. */
	readonly preview: string | undefined;
	/** Of its bytes, from 0 to 1. */
	sent = $state(0);
	state = $state<'waiting' | 'sending' | 'failed'>('waiting');
	/** Why it failed. */
	failed = $state.raw<Exclude<Uploaded, { as: 'stored' }>>();
	readonly #key = newKey();
	#request: XMLHttpRequest | undefined;

	constructor(file: File, refused?: string) {
		this.file = file;
		this.name = file.name;
		this.preview = isPicture(file.type) && !refused ? URL.createObjectURL(file) : undefined;
		if (refused) this.#fail({ as: 'refused', says: refused, reason: 'refused' });
	}

	async sendTo(path: string): Promise<Uploaded> {
		this.state = 'sending';
		this.sent = 0;
		this.failed = undefined;
		const ended = await this.#post(path);
		if (ended.as !== 'stored') this.#fail(ended);
		return ended;
	}

	#fail(ended: Exclude<Uploaded, { as: 'stored' }>): void {
		this.state = 'failed';
		this.failed = ended;
	}

	cannotStart(): void {
		this.#fail({ as: 'lost' });
	}

	again(): void {
		this.state = 'waiting';
		this.failed = undefined;
	}

	cancel(): void {
		this.#request?.abort();
		this.close();
	}

	close(): void {
		if (this.preview) URL.revokeObjectURL(this.preview);
	}

	/** Not `fetch`, which does not tell how much of it has been sent. */
	#post(path: string): Promise<Uploaded> {
		const body = new FormData();
		body.set('requestKey', this.#key);
		body.set('file', this.file, this.name);
		const request = new XMLHttpRequest();
		this.#request = request;
		return new Promise((done) => {
			request.upload.onprogress = ({ loaded, total }) => {
				this.sent = total > 0 ? loaded / total : 0;
			};
			request.onload = () => done(endOf(request));
			request.onerror = () => done({ as: 'lost' });
			request.onabort = () => done({ as: 'cancelled' });
			request.open('POST', path);
			request.setRequestHeader('accept', 'application/json');
			request.send(body);
		});
	}
}

function endOf({ status, responseText, responseURL }: XMLHttpRequest): Uploaded {
	// Where the session has ended the browser was led on to the sign-in.
	if (new URL(responseURL, location.href).pathname === '/login') return { as: 'signed-out' };
	try {
		const answer: unknown = JSON.parse(responseText);
		if (status === 200 && Array.isArray(answer)) return { as: 'stored', file: answer[0] };
		const { says, reason } = answer as { says?: string; reason?: string };
		if (says && status < 500) return { as: 'refused', says, reason: reason ?? '' };
	} catch {
		// Not an answer of ours.
	}
	return { as: 'broken' };
}
