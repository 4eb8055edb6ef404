import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin, type Rolldown } from 'vite';
import type { IslandScripts } from './src/islands/scripts.ts';

const folder = '_app/immutable/islands';
const here = fileURLToPath(new URL('src/islands/', import.meta.url));
const [listed, resolved] = ['virtual:island-scripts', '\0virtual:island-scripts'];

/**
 * Builds what the customer's pages run in a browser (`start.ts`) apart from SvelteKit's client, which those pages do not load,
 * and tells the server where it lies: `virtual:island-scripts`. Built anew, while developing, when a source has changed.
 */
export function islands(): Plugin {
	let mode = 'production';
	let built: Promise<Rolldown.OutputChunk[]> | undefined;
	const chunks = () => {
		built ??= buildIslands(mode);
		return built;
	};
	return {
		name: 'sportello-islands',
		configResolved(config) {
			mode = config.mode;
		},
		resolveId: (id) => (id === listed ? resolved : null),
		async load(id) {
			if (id !== resolved) return null;
			const scripts = scriptsOf(await chunks());
			// SvelteKit's client renders no page with islands: of these it has only what frames an error page.
			const known = this.environment.name === 'client' ? { ...scripts, parts: {} } : scripts;
			return `export const scripts = ${JSON.stringify(known)};`;
		},
		async generateBundle() {
			if (this.environment.name !== 'client') return;
			for (const { fileName, code } of await chunks()) this.emitFile({ type: 'asset', fileName, source: code });
		},
		configureServer({ middlewares, watcher, moduleGraph }) {
			watcher.on('change', () => {
				built = undefined;
				const module = moduleGraph.getModuleById(resolved);
				if (module) moduleGraph.invalidateModule(module);
			});
			middlewares.use(async ({ url }, response, next) => {
				const path = url?.split('?')[0]?.slice(1) ?? '';
				if (!path.startsWith(`${folder}/`)) return next();
				const chunk = (await chunks()).find(({ fileName }) => fileName === path);
				response.writeHead(chunk ? 200 : 404, { 'content-type': 'text/javascript' }).end(chunk?.code);
			});
		},
	};
}

/** What a part needs is named by the page: no script looks for it first. */
const plainImports: Plugin = {
	name: 'sportello-plain-imports',
	enforce: 'pre',
	load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
};

/** What begins with `start`, and all it loads then. */
export async function buildIslands(mode: string, start = `${here}start.ts`): Promise<Rolldown.OutputChunk[]> {
	const output = await build({
		configFile: false,
		mode,
		logLevel: 'warn',
		publicDir: false,
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true, dev: false } }), plainImports],
		resolve: { alias: [{ find: /^\$app\/(forms|navigation|state)$/, replacement: `${here}app/$1.ts` }] },
		build: {
			write: false,
			// Into one file, which nobody loads: a page brings the styles of all it renders.
			cssCodeSplit: false,
			modulePreload: false,
			rolldownOptions: {
				input: { start },
				output: { entryFileNames: `${folder}/[name].[hash].js`, chunkFileNames: `${folder}/[name].[hash].js` },
			},
		},
	});
	const [one] = [output].flat();
	if (!one || !('output' in one)) throw new Error('The islands were not built.');
	return one.output.filter((part) => part.type === 'chunk');
}

/** Where what is loaded first lies, and by the name of its source what is loaded then, each with all it needs. */
function scriptsOf(chunks: readonly Rolldown.OutputChunk[]): IslandScripts {
	const start = chunks.find(({ isEntry }) => isEntry);
	if (!start) throw new Error('The islands have no beginning.');
	const first = withImports(start, chunks);
	const parts = chunks
		.filter(({ isDynamicEntry }) => isDynamicEntry)
		.map((chunk) => {
			const source = chunk.facadeModuleId?.split('/src/')[1] ?? chunk.name;
			return [source, withImports(chunk, chunks).filter((path) => !first.includes(path))] as const;
		});
	return { start: `/${start.fileName}`, first, parts: Object.fromEntries(parts) };
}

function withImports(chunk: Rolldown.OutputChunk, chunks: readonly Rolldown.OutputChunk[]): string[] {
	const files = new Set<string>();
	const add = (fileName: string) => {
		if (files.has(fileName)) return;
		files.add(fileName);
		for (const imported of chunks.find((other) => other.fileName === fileName)?.imports ?? []) add(imported);
	};
	add(chunk.fileName);
	return [...files].map((fileName) => `/${fileName}`);
}
