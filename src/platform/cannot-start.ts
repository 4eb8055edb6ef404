/** What keeps a command from starting: one sentence that says what is wrong, and one that says what to do. */
export class CannotStart extends Error {
	constructor(what: string, todo: string, options?: ErrorOptions) {
		super(`${what} ${todo}`, options);
		this.name = 'CannotStart';
	}
}

/** One that no waiting mends. */
export class WillNotStart extends CannotStart {}
