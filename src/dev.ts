// `npm run dev`: the same, with Vite in the place of the built application.
import { createServer } from 'vite';
import { serve } from './composition/serve.ts';

await serve('dev', async (_, { server }) => {
	const vite = await createServer({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' });
	return vite.middlewares;
});
