import pg from 'pg';
import { type Logger, pino } from 'pino';
import type { Configuration } from './configuration.ts';

export type { Logger };

type Destination = { write(line: string): void };

/** One JSON object a line, on standard output unless told otherwise. What could carry a secret or somebody's words is never handed to it; these are the net below. */
export function createLogger(
	{ logLevel }: Pick<Configuration, 'logLevel'>,
	destination: Destination = standardOutput,
): Logger {
	return pino(
		{
			level: logLevel,
			base: undefined,
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
			serializers: { err: withoutData },
			redact: {
				paths: ['password', 'token', 'authorization', 'cookie', '*.password', '*.token', 'headers'],
				censor: '[secret]',
			},
		},
		destination,
	);
}

type Told = {
	type: string;
	message: string;
	code: string | undefined;
	stack: string | undefined;
	cause?: Told;
	errors?: Told[];
};

/**
 * What an error is, not what hangs on it: the fields of PostgreSQL's errors (`detail`, `where`) hold rows. Its messages name
 * tables and constraints, those on unfit data (class 22) quote the data and are left out.
 */
function withoutData(error: unknown): Told {
	if (!(error instanceof Error)) return { type: typeof error, message: '', code: undefined, stack: undefined };
	const { code, cause, name, message, stack } = error as NodeJS.ErrnoException;
	const quotes = error instanceof pg.DatabaseError && code?.startsWith('22');
	return {
		type: error.constructor.name || name,
		message: quotes ? 'PostgreSQL could not take what it was given.' : message,
		code,
		stack: quotes ? stack?.slice(stack.indexOf('\n    at ') + 1) : stack,
		...(cause === undefined ? {} : { cause: withoutData(cause) }),
		...(error instanceof AggregateError && { errors: error.errors.map(withoutData) }),
	};
}

/**
 * Not pino's own destination: on a terminal that was closed that one tries again for ever as the process exits, and the process
 * stays. Lines that nobody can read are lost, and the process goes on to its proper end.
 */
const standardOutput = {
	write(line: string): void {
		process.stdout.write(line, () => undefined);
	},
};
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
