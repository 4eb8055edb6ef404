import { defineConfig } from 'vitest/config';

/** What needs a mail server of the system, or its patience: `npm run test:servers`. */
export default defineConfig({
	test: {
		include: ['tests/servers/**/*.test.ts'],
		globalSetup: ['tests/support/global-setup.ts'],
		maxWorkers: 2,
		isolate: false,
		hookTimeout: 30_000,
		testTimeout: 60_000,
	},
});
