import { defineConfig } from 'vitest/config';

const database = {
	globalSetup: ['tests/support/global-setup.ts'],
	// The built application is run as it is, not put through Vite a second time.
	server: { deps: { external: [/\/build\//] } },
	hookTimeout: 30_000,
};

export default defineConfig({
	test: {
		reporters: ['default', './tests/support/counts.ts'],
		maxWorkers: 2,
		// A worker reads every module once for all its files: a file has its own database, and leaves nothing behind.
		isolate: false,
		// A busy machine; waiting costs nothing when it works.
		expect: { poll: { timeout: 20_000 } },
		projects: [
			{ test: { name: 'domain', include: ['src/**/*.test.ts'], testTimeout: 20_000 } },
			{ test: { name: 'db', include: ['tests/db/**/*.test.ts'], ...database, testTimeout: 60_000 } },
			{ test: { name: 'web', include: ['tests/{web,platform}/**/*.test.ts'], ...database, testTimeout: 30_000 } },
			{ test: { name: 'browser', include: ['tests/e2e/**/*.test.ts'], ...database, testTimeout: 240_000 } },
		],
	},
});
