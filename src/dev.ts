// `npm run dev`: the same, with Vite in the place of the built application.
import { createServer } from 'vite';
import { serve } from './composition/serve.ts';

await serve({
	command: 'dev',
	graceSeconds: 1, // a page that is open keeps its connection for hot reload
	async makeHandler(_, { server }) {
		const vite = await createServer({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' });
		return vite.middlewares;
	},
});
