import { expect, test } from 'vitest';
import { dice as diceOf } from '../../simulation/dice.ts';
import { factsOf } from '../season/facts.ts';
import type { Townsman } from '../season/townspeople.ts';
import { worded } from '../season/wording.ts';
import { type AnyProduct, threadsOf } from './all.ts';
import type { Thread } from './thread.ts';

const products: AnyProduct[] = [
	'isoipsa',
	'mappale',
	'telaio',
	'libretto',
	'nuvolaio',
	'cappotto',
	'vedetta',
	'stimario',
];
const told = products.flatMap((product) =>
	(['it', 'en'] as const).flatMap((language) => threadsOf(product, language).map((thread) => ({ product, thread }))),
);

/** Every text of a thread, as it stands. */
function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const writer = { title: 'Geom.', name: 'Ada Prova', language: 'it', customer: { domain: 'prova.example' } } as Townsman;

test('there are more than sixty threads, no two of which begin alike', () => {
	const subjects = told.flatMap(({ thread }) => thread.subject);
	expect(told.length).toBeGreaterThan(70);
	expect(new Set(subjects).size).toBe(subjects.length);
});

test.each(told)('$product, «$thread.subject.0»: every choice and every slot can be worded', ({ product, thread }) => {
	const dice = diceOf(5);
	for (const text of textsOf(thread)) {
		const said = worded(text, factsOf(writer, product, dice), dice);
		expect(said).not.toMatch(/[{}]/);
		expect(said.trim()).toBe(said);
	}
});

test.each(told)(
	'$product, «$thread.subject.0» has several wordings for its beginning',
	({ thread }: { thread: Thread }) => {
		expect(thread.subject.length).toBeGreaterThan(1);
		expect(thread.description.length).toBeGreaterThan(1);
		expect(thread.solved.length).toBeGreaterThan(0);
	},
);
