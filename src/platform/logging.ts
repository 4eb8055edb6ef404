import { type Logger, pino } from 'pino';
import type { Configuration } from './configuration.ts';

export type { Logger };

/** One JSON object a line on standard output. What could carry a secret or somebody's words is never handed to it; these are the net below. */
export function createLogger({ logLevel }: Pick<Configuration, 'logLevel'>): Logger {
	return pino(
		{
			level: logLevel,
			base: undefined,
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
			redact: {
				paths: ['password', 'token', 'authorization', 'cookie', '*.password', '*.token', 'headers'],
				censor: '[secret]',
			},
		},
		standardOutput,
	);
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
