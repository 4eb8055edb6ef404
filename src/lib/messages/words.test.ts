import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '#lib/domain/roles.ts';
import { type IslandName, spoken } from '../../islands/names.ts';
import { it } from './it/index.ts';
import { loadWords } from './words.ts';

const catalogues = Object.keys(it).join('|');
const pages = globSync('src/routes/**/+page.svelte').map((page) => ({ page, route: routeOf(page) }));

test.each(pages)('$route has every word it says', async ({ page, route }) => {
	const said = new Set(partsOf([page, ...layoutsOf(page)]).flatMap(wordsIn));
	expect(said.size).toBeGreaterThan(0);
	for (const language of languages) {
		expect(Object.keys(await loadWords(language, route))).toEqual(expect.arrayContaining([...said]));
	}
});

test('where nothing of the house is, every place that may frame the error has its words', async () => {
	const said = new Set(partsOf(['src/routes/+error.svelte']).flatMap(wordsIn));
	expect(said).toContain('desk');
	for (const language of languages) {
		expect(Object.keys(await loadWords(language, null))).toEqual(expect.arrayContaining([...said]));
	}
});

const islands = [...readFileSync('src/islands/start.ts', 'utf8').matchAll(/(\w+): \(\) => import\('(.+)'\)/g)];

test('every part of a page that comes alive has the words it says', () => {
	expect(islands.map(([, name]) => name).sort()).toEqual(Object.keys(spoken).sort());
	for (const [, name = '', path = ''] of islands) {
		const said = new Set(partsOf([join('src/islands', path)]).flatMap(wordsIn));
		expect(spoken[name as IslandName], name).toEqual(expect.arrayContaining([...said]));
	}
});

function routeOf(page: string): string {
	return dirname(page).slice('src/routes'.length) || '/';
}

/** The layouts around a page, and the errors of its part of the house that may stand in its place. */
function layoutsOf(page: string): string[] {
	const around = ['src/routes/+layout.svelte', 'src/lib/components/ErrorPage.svelte'];
	for (let folder = dirname(page); folder !== 'src/routes'; folder = dirname(folder)) {
		around.push(...globSync('+{layout,error}.svelte', { cwd: folder }).map((file) => join(folder, file)));
	}
	return around;
}

/** The files with all that they import of ours, directly or not. */
function partsOf(files: string[], known = new Set<string>()): string[] {
	for (const file of files.filter((one) => !known.has(one))) {
		known.add(file);
		const imports = readFileSync(file, 'utf8').matchAll(
			/(?:from|import\()\s*'(\.[^']+\.(?:svelte|ts)|#lib\/[^']+\.(?:svelte|svelte\.ts))'/g,
		);
		partsOf(
			[...imports].map(([, path = '']) =>
				path.startsWith('#') ? path.replace('#', 'src/') : join(dirname(file), path),
			),
			known,
		);
	}
	return [...known];
}

/** Where all the words are called `words`, which other files call one catalogue, what is asked of them counts too. */
function wordsIn(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	const hasAll = /\bwords = \$derived\((?:getWords\(\)|reading\.words)\)/.test(text);
	const all = `(?:getWords\\(\\)|reading\\.words|getReading\\(\\)\\.words${hasAll ? '|\\bwords' : ''})`;
	const asked = text.matchAll(new RegExp(`${all}\\.(${catalogues})\\b`, 'g'));
	const taken = text.matchAll(new RegExp(`\\{ ([\\w, ]+) \\} = (?:\\$derived\\()?${all}[;)]`, 'g'));
	// What is handed all of them takes its own.
	const handed = /\bwords: Words\b/.test(text) ? text.matchAll(new RegExp(`\\bwords\\.(${catalogues})\\b`, 'g')) : [];
	const opened = text.matchAll(/\{ (.+) \}: Words\b/g);
	const names = [...opened].flatMap(([, parts = '']) => parts.split(', ').map((part) => part.split(':')[0] ?? ''));
	const found = [...asked, ...taken, ...handed].flatMap(([, each = '']) => each.split(', '));
	return [...found, ...names].filter((name) => name in it);
}
