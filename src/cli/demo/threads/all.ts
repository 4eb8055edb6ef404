import { cappotto } from './cappotto.ts';
import { inEnglish } from './in-english.ts';
import { isoipsa } from './isoipsa.ts';
import { libretto } from './libretto.ts';
import { mappale } from './mappale.ts';
import { nuvolaio } from './nuvolaio.ts';
import { stimario } from './stimario.ts';
import { telaio } from './telaio.ts';
import type { Thread } from './thread.ts';
import { vedetta } from './vedetta.ts';

const italian = { isoipsa, mappale, telaio, libretto, nuvolaio, cappotto, vedetta, stimario };
export type AnyProduct = keyof typeof italian;

/** All threads about a product, in a language. */
export function threadsOf(product: AnyProduct, language: 'it' | 'en'): readonly Thread[] {
	return language === 'en' ? (inEnglish[product] ?? []) : italian[product];
}
