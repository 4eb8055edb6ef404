import type { DraftFile } from '#lib/domain/drafts.ts';
import type { DraftRequests } from './draft-requests.ts';
import { Uploading } from './uploading.svelte.ts';

/** The draft the files wait beside; `begin` makes one where there is none yet, and answers which, if that worked. */
export type Beside = { readonly id: number | undefined; begin(): Promise<number | undefined> };

/** The files of a draft: those on the server, and those on their way there, one after the other as they were chosen. */
export class WaitingFiles {
	stored = $state.raw<readonly DraftFile[]>([]);
	uploads = $state.raw<readonly Uploading[]>([]);
	/** The name of the last that was chosen though it is there already. */
	repeated = $state('');
	readonly #requests: DraftRequests;
	readonly #beside: Beside;
	#isAlive = false;
	#sending: Promise<void> | undefined;
	#changes = 0;

	constructor(requests: DraftRequests, beside: Beside) {
		this.#requests = requests;
		this.#beside = beside;
	}

	/** Up to which of this window's own changes the server's next answer knows the files. */
	get asOf(): number {
		return this.#changes;
	}

	/** What is stored now, other windows' files included, unless something was changed here since that was asked. */
	show(files: readonly DraftFile[], asOf: number): void {
		if (asOf === this.#changes && this.#sending === undefined) this.stored = files;
	}

	/** What was chosen before the page came alive goes too. */
	wake(): void {
		this.#isAlive = true;
		this.#send();
	}

	/** Files join those that wait; `refuse` says in words why one cannot. */
	add(files: readonly File[], refuse: (file: File) => string | undefined): void {
		this.uploads = [...this.uploads, ...files.map((file) => new Uploading(file, refuse(file)))];
		this.#send();
	}

	again(upload: Uploading): void {
		upload.again();
		this.#send();
	}

	cancel(upload: Uploading): void {
		upload.cancel();
		this.#drop(upload);
	}

	/** Takes a stored file out; answers whether that arrived. */
	async remove(file: DraftFile): Promise<boolean> {
		const { id } = this.#beside;
		if (id === undefined || !(await this.#requests.takeOut(id, file))) return false;
		this.#changes += 1;
		this.stored = this.stored.filter(({ id }) => id !== file.id);
		return true;
	}

	/** Once none is on its way any more. */
	async arrived(): Promise<void> {
		while (this.#sending) await this.#sending;
	}

	clear(): void {
		this.#changes += 1;
		this.stored = [];
	}

	/** Whether leaving the page would break an upload off. */
	get isBusy(): boolean {
		return this.uploads.some(({ state }) => state !== 'failed');
	}

	#drop(upload: Uploading): void {
		this.uploads = this.uploads.filter((other) => other !== upload);
	}

	#send(): void {
		if (!this.#isAlive || !this.uploads.some(({ state }) => state === 'waiting')) return;
		this.#sending ??= this.#sendWaiting().finally(() => {
			this.#sending = undefined;
			this.#send();
		});
	}

	async #sendWaiting(): Promise<void> {
		for (;;) {
			const upload = this.uploads.find(({ state }) => state === 'waiting');
			if (!upload) return;
			const draft = this.#beside.id ?? (await this.#beside.begin());
			if (draft === undefined) upload.cannotStart();
			else await this.#sendOne(upload, draft);
		}
	}

	async #sendOne(upload: Uploading, draft: number): Promise<void> {
		// Cancelled while its draft was begun.
		if (!this.uploads.includes(upload)) return;
		const ended = await upload.sendTo(this.#requests.filesOf(draft));
		if (ended.as !== 'stored') return;
		const { file } = ended;
		this.#changes += 1;
		this.repeated = this.stored.some(({ id }) => id === file.id) ? file.name : '';
		if (!this.repeated) this.stored = [...this.stored, file];
		upload.close();
		this.#drop(upload);
	}
}
