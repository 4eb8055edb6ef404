import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** The characters that fonts.css has us load: those of the typeface's own Latin file. */
async function loaded(): Promise<(character: string) => boolean> {
	const face = '@fontsource-variable/atkinson-hyperlegible-next';
	const css = await readFile(new URL(`../../../node_modules/${face}/index.css`, import.meta.url), 'utf8');
	const latin = css.split('@font-face').find((rule) => rule.includes('-latin-wght-normal.woff2')) ?? '';
	const ranges = /unicode-range: ([^;]+)/.exec(latin)?.[1]?.matchAll(/U\+(\w+)(?:-(\w+))?/g) ?? [];
	const bounds = [...ranges].map(([, from = '', to = from]) => [from, to].map((hex) => Number.parseInt(hex, 16)));
	return (character) => {
		const code = character.codePointAt(0) ?? 0;
		return bounds.some(([from = 0, to = 0]) => from <= code && code <= to);
	};
}

test('what pages say is written with characters of the typeface that comes with them', async () => {
	const isLoaded = await loaded();
	expect([isLoaded('à'), isLoaded('’'), isLoaded('→')]).toEqual([true, true, false]);
	const missing: string[] = [];
	let read = 0;
	for await (const file of glob('src/{lib,routes}/**/{*.svelte,messages/{it,en}/*.ts}')) {
		const without = [...new Set(await readFile(file, 'utf8'))].filter((character) => !isLoaded(character));
		if (without.length > 0) missing.push(`${file}: ${without.join(' ')}`);
		read += 1;
	}
	expect(read).toBeGreaterThan(100);
	expect(missing).toEqual([]);
});
