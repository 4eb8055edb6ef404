import type { Opened } from '../composition/open.ts';

/** One command of `sportello`, the default export of a file of its name under `commands/`. */
export type Command = {
	/** What it does, in one line. */
	summary: string;
	/** How to call it, without `sportello` in front: `lapse --placed <instant> [--days 5]`. */
	usage: string;
	/**
	 * Does it and gives the exit code. `open` opens the product (database, desk) the first time it is asked; the
	 * dispatcher closes it. Throw `WrongUse` for arguments that cannot be.
	 */
	run(args: string[], open: () => Promise<Opened>): Promise<number>;
};

/** What is wrong with the arguments; shown with the usage, exit code 2. */
export class WrongUse extends Error {}
