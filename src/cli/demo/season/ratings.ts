import type { Score } from '#lib/domain/satisfaction.ts';
import { oneOf } from './wording.ts';
import { type Case, minutes, type World } from './world.ts';

/** What people say afterwards, by score; most say nothing besides it. */
const said: Record<Score, readonly string[]> = {
	1: ['Non era quello che avevo chiesto, e ho dovuto aprire un altro ticket.'],
	2: [
		'La risposta è arrivata, ma per capirla ho dovuto chiedere a un collega.',
		'Risolto a metà: {l’aggiramento funziona, la causa resta|devo ripetere la procedura ogni volta}.',
	],
	3: ['Tutto bene, avrei preferito {una spiegazione più breve|un esempio|una schermata}.', 'ok'],
	4: [
		'{Chiaro e completo|Spiegazione chiara}, grazie.',
		'Risolto. {Il passaggio sulla versione si poteva dire prima.|}',
	],
	5: [
		'{Gentilissimi|Precisi} come sempre.',
		'Risolto al primo colpo, {grazie|complimenti}.',
		'Ottima assistenza: {ho capito anche il perché|si vede che chi risponde conosce il mestiere}.',
		'Grazie per la pazienza!',
	],
};
const saidInEnglish = ['Clear and quick to follow, thank you.', 'Solved, thanks.', 'Very helpful explanation.'];

/** Somebody who sees the resolved ticket says what they thought of it, a while later. */
export function rates(world: World, { ticket, facts, who, fate }: Case, at: Temporal.Instant): void {
	const { dice } = world;
	if (!dice.chance(0.36)) return;
	const score = dice.weighed<Score>([
		[fate === 'long-evaluation' ? 4 : 1, 1],
		[3, 2],
		[9, 3],
		[26, 4],
		[40, 5],
	]);
	const wordings = facts.language === 'en' ? saidInEnglish : said[score];
	const words = dice.chance(0.45) ? oneOf(wordings, facts, dice).trim() : '';
	world.enter(minutes(at, dice, 5, 1_500), (then) => who.side.rates(world.moment(then), ticket, score, words));
}
