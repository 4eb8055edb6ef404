/** Signals this close together are one: npm passes on a Ctrl-C which the terminal has already sent to us. */
const SAME_MS = 200;

/** Asked to stop, and asked once more. A third time ends the process on the spot. */
export type Signals = { first: Promise<void>; second: Promise<void> };

export function watchSignals(): Signals {
	const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	const steps = [first.resolve, second.resolve, () => process.exit(130)];
	let heardAt = Number.NEGATIVE_INFINITY;
	const hear = () => {
		if (performance.now() - heardAt < SAME_MS) return;
		heardAt = performance.now();
		steps.shift()?.();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, hear);
	return { first: first.promise, second: second.promise };
}
