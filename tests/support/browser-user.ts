import { setTimeout as sleep } from 'node:timers/promises';
import { PASSWORD } from './accounts.ts';
import { cookiesOf, requestKeyIn } from './browse.ts';

/** How long anybody looks at a page that does not come; four times what the product ever waits for its database. */
const patienceMs = 40_000;
const pauseMs = 100;

/** What came of a form: where it led, if it was accepted. */
export type Answer = { status: number; location: string };

/**
 * Somebody signed in at a browser without scripts: opens pages and sends their forms, with the key that is in them. Where
 * the connection breaks, or the server says that something broke, the same form is sent again until there is an answer.
 */
export class BrowserUser {
	/** What nobody should ever be answered. */
	readonly odd: string[] = [];
	/** Of the requests: how many broke off under way, how many found nobody there, how many were told that something broke. */
	readonly lost = { cut: 0, refused: 0, failed: 0 };
	readonly #origin: string;
	#cookie = '';

	constructor(origin: string) {
		this.#origin = origin;
	}

	async signIn(name: string): Promise<void> {
		const response = await this.#insist('/login', form({ name, password: PASSWORD }));
		if (response.status !== 303) throw new Error(`${name} could not sign in (${response.status}).`);
		this.#cookie = cookiesOf(response);
	}

	/** Opens the page and sends its form, or the one of several that `action` names; nothing where it has none. */
	async send(page: string, action: string, fields: Record<string, string>): Promise<Answer | undefined> {
		const requestKey = requestKeyIn(await (await this.#insist(page)).text());
		if (!requestKey) return undefined;
		const { status, headers } = await this.#insist(page + action, form({ requestKey, ...fields }));
		return { status, location: headers.get('location') ?? '' };
	}

	async #insist(path: string, init?: RequestInit): Promise<Response> {
		for (;;) {
			const response = await this.#ask(path, init);
			if (response && response.status < 500) return response;
			await sleep(pauseMs);
		}
	}

	/** The answer with its whole body; nothing when the connection broke before its end. */
	async #ask(path: string, init?: RequestInit): Promise<Response | undefined> {
		const headers = { accept: 'text/html', origin: this.#origin, cookie: this.#cookie };
		const signal = AbortSignal.timeout(patienceMs);
		try {
			const response = await fetch(this.#origin + path, { redirect: 'manual', ...init, headers, signal });
			const body = await response.arrayBuffer();
			if (response.status === 500) this.lost.failed += 1;
			if (response.status > 500) this.odd.push(`${path} answered ${response.status}`);
			return new Response(body.byteLength > 0 ? body : null, response);
		} catch (error) {
			if (signal.aborted) this.odd.push(`${path} did not answer in ${patienceMs / 1000} s`);
			else if (!(error instanceof TypeError)) throw error;
			else this.lost[wasRefused(error) ? 'refused' : 'cut'] += 1;
			return undefined;
		}
	}
}

function wasRefused({ cause }: TypeError): boolean {
	return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}

function form(fields: Record<string, string>): RequestInit {
	return { method: 'POST', body: new URLSearchParams(fields) };
}
