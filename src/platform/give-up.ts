import { CannotStart } from './cannot-start.ts';
import { inWords } from './troubles.ts';

/** For the composition roots: says why, in words where we know them and with the whole stack where we do not. The exit code. */
export function giveUp(error: unknown): 1 {
	const told = inWords(error);
	console.error(told instanceof CannotStart ? `sportello: ${told.message}` : told);
	return 1;
}
