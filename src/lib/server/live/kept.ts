/** Something that hardly ever changes, read once and kept until it is said to be different. */
export class Kept<Value> {
	readonly #read: () => Promise<Value>;
	#value: Promise<Value> | undefined;

	constructor(read: () => Promise<Value>) {
		this.#read = read;
	}

	/** What was not read is not kept; a reading that has begun before `forget` is answered to who asked, and not kept either. */
	get(): Promise<Value> {
		if (this.#value) return this.#value;
		const value = this.#read();
		this.#value = value;
		value.catch(() => {
			if (this.#value === value) this.#value = undefined;
		});
		return value;
	}

	forget(): void {
		this.#value = undefined;
	}
}
