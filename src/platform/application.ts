import type { Desk } from '#lib/server/desk.ts';
import type { Live } from '#lib/server/live.ts';
import type { Configuration } from './configuration.ts';
import type { Logger } from './logging.ts';

/** What the composition roots hand to the web application. */
export type Application = {
	desk: Desk;
	configuration: Configuration;
	logger: Logger;
	/** The pages that are open. */
	live: Live;
	/** What `/readyz` tells. */
	ready(): Promise<Readiness>;
};

export type Readiness = { database: boolean; migrations: boolean; jobs: boolean };

// The built web application has its own copy of every module, this one included: what they share hangs on the global.
const key = Symbol.for('sportello.application');
const shared = globalThis as { [key]?: Application };

export function provide(application: Application): void {
	shared[key] = application;
}

export function application(): Application {
	const provided = shared[key];
	if (!provided) throw new Error('No application was provided: a composition root has to call provide() first.');
	return provided;
}
