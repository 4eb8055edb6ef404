import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [
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
