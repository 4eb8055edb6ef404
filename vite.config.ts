import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { islands } from './vite.islands.ts';

/**
 * The styles of components that stand on the same pages come as one file: each file costs a request, and is compressed by itself.
 * With those of the page's parts come those of what its scripts load later, which brings none of its own.
 */
const styles = {
	frame: ['Alert', 'Arrow', 'Button', 'Lane', 'LiveState', 'Notice', 'Page', 'Preferences', 'Stub', 'Turn', 'Wordmark'],
	form: [
		'CharactersLeft',
		'Choices',
		'DraftFiles',
		'DraftState',
		'ErrorSummary',
		'FileField',
		'FileInput',
		'Form',
		'Labelled',
		'TextArea',
		'Unsent',
	],
	newTicket: ['SimilarTickets', String.raw`new/\+page`],
	conversation: [
		...['Attachments', 'Code', 'Conversation', 'CountedDays', 'DayMark', 'Folded', 'Happening', 'Message'],
		...['PictureStage', 'PictureViewer', 'Receipt'],
	],
};
const together = Object.entries(styles).map(([name, components]) => ({
	name,
	test: new RegExp(
		`/src/(?:lib/components|routes/\\(portal\\)/tickets)/(?:${components.join('|')})\\.svelte\\?.*type=style`,
	),
}));

export default defineConfig({
	environments: {
		client: {
			build: {
				rolldownOptions: { output: { codeSplitting: { groups: together } } },
				// Every page would carry, for each page of all, the scripts to fetch ahead: a page fetches its own when it is gone to.
				modulePreload: { resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
			},
		},
	},
	plugins: [
		islands(),
		sveltekit({
			adapter: adapter({ out: 'build', precompress: true }),
			compilerOptions: { runes: true },
			// Not a trust: `hooks.server.ts` checks every request that may write, whatever its content type, and answers in words.
			csrf: { trustedOrigins: ['*'] },
			csp: {
				mode: 'auto', // nonces on dynamic pages
				directives: {
					'default-src': ['self'],
					'script-src': ['self'],
					'style-src': ['self'],
					// SvelteKit's announcer of page changes hides itself by a style attribute: this one, and no other.
					'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
					'img-src': ['self', 'data:', 'blob:'],
					'object-src': ['none'],
					'base-uri': ['none'],
					'frame-ancestors': ['none'],
					'form-action': ['self'],
				},
			},
		}),
	],
});
