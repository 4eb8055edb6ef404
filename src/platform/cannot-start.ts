/** What keeps a command from starting: one sentence that says what is wrong, and one that says what to do. */
export class CannotStart extends Error {
	constructor(what: string, todo: string, options?: ErrorOptions) {
		super(`${what} ${todo}`, options);
		this.name = 'CannotStart';
	}
}

/** For the composition roots: says why, in words where we know them and with the whole stack where we do not. The exit code. */
export function giveUp(error: unknown): 1 {
	console.error(error instanceof CannotStart ? `sportello: ${error.message}` : error);
	return 1;
}
