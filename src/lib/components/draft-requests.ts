import type { DraftAct, DraftFields, DraftFile, StoredDraft } from '#lib/domain/drafts.ts';

export type SavedAnswer = { as: 'saved'; draft: number; version: number; savedAt: string; files: DraftFile[] };
export type RefusedAnswer = { as: 'refused'; reason: string; says: string; stored?: StoredDraft };
export type SaveAnswer = SavedAnswer | RefusedAnswer | { as: 'offline' | 'failed' | 'signed-out' };

/** What is said with a text that is saved, by the name of its field. */
export type AboutDraft = {
	requestKey: string;
	draft: number | undefined;
	draftVersion: number | undefined;
	draftTicket: number | undefined;
	draftAct: DraftAct | undefined;
	/** Marks of what this window has sent before and heard no answer of. */
	draftOwn: readonly string[];
};

type Looked = { id: number | undefined; ticket: number | undefined; act?: DraftAct | undefined };

/** Browsers let requests that outlive their page carry 64 kB, all of them together, and refuse what is larger. */
const outlivingBytes = 60_000;

/** How the page asks the server about drafts; `at` is the path of those of whoever reads it. */
export class DraftRequests {
	readonly #at: string;
	#outliving = 0;

	constructor(at: string) {
		this.#at = at;
	}

	/** The request outlives its page where it may. */
	async save(fields: DraftFields, about: AboutDraft): Promise<SaveAnswer> {
		const said = Object.entries({ ...fields, ...about }).flatMap(([name, value]) =>
			[value ?? []].flat().map((each): [string, string] => [name, String(each)]),
		);
		const body = String(new URLSearchParams(said));
		const keepalive = this.#outliving + body.length < outlivingBytes;
		if (keepalive) this.#outliving += body.length;
		const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
		const asking = fetch(this.#at, { method: 'POST', body, headers, keepalive, redirect: 'manual' });
		const response = await asking.catch(() => undefined);
		if (keepalive) this.#outliving -= body.length;
		if (!response) return { as: 'offline' };
		if (response.type === 'opaqueredirect') return { as: 'signed-out' };
		// What is no answer of ours, a proxy's page, says nothing.
		const answer = await response.json().catch(() => ({}));
		if (response.ok) return answer.draft ? { as: 'saved', ...answer } : { as: 'failed' };
		return answer.says && response.status < 500 ? { as: 'refused', ...answer } : { as: 'failed' };
	}

	/** What is stored now; nothing when there was no answer, or there is no such draft yet. */
	async look({ id, ticket, act = 'reply' }: Looked): Promise<StoredDraft | 'gone' | undefined> {
		const address = id === undefined ? `${this.#at}?ticket=${ticket}&act=${act}` : `${this.#at}/${id}`;
		const headers = { accept: 'application/json' };
		const response = await fetch(address, { headers, redirect: 'manual' }).catch(() => undefined);
		if (response?.status === 404 && id !== undefined) return 'gone';
		return (response?.ok && (await response.json().catch(() => undefined))) || undefined;
	}

	filesOf(draft: number): string {
		return `${this.#at}/${draft}/files`;
	}

	/** Answers whether it arrived. */
	async takeOut(draft: number, file: DraftFile): Promise<boolean> {
		const address = `${this.filesOf(draft)}/${file.id}`;
		const response = await fetch(address, { method: 'DELETE', redirect: 'manual' }).catch(() => undefined);
		return response?.ok === true;
	}
}
