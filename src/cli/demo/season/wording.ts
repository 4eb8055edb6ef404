import type { Dice } from '../../simulation/dice.ts';
import type { Wordings } from '../threads/thread.ts';
import type { Facts } from './facts.ts';

/** A wording as it is written in one case: facts filled in, choices made, the innermost first. */
export function worded(wording: string, facts: Facts, dice: Dice): string {
	const said = wording.replace(/\{([^{}]*)\}/g, (_, inside: string) => {
		const choices = inside.split('|');
		if (choices.length > 1) return dice.among(choices);
		const fact = facts[inside as keyof Facts];
		if (fact === undefined) throw new Error(`No case has a "${inside}".`);
		return fact;
	});
	return said === wording ? said : worded(said, facts, dice);
}

export const oneOf = (wordings: Wordings, facts: Facts, dice: Dice) => worded(dice.among(wordings), facts, dice);

/** How somebody writes: with all the forms, without them, in a hurry. */
export type Manner = 'courteous' | 'plain' | 'terse' | 'hurried';

/** What a customer writes first: the terse take the tersest wording and greet nobody. */
export function firstMessage(wordings: Wordings, facts: Facts, manner: Manner, dice: Dice): string {
	const terse = manner === 'terse' || manner === 'hurried';
	const longer = wordings.length > 1 ? wordings.slice(0, -1) : wordings;
	const body = worded((terse ? wordings.at(-1) : dice.among(longer)) ?? '', facts, dice);
	if (manner === 'hurried') return inHaste(body, dice);
	if (manner === 'terse') return body;
	const english = facts.language === 'en';
	const greeting = worded(
		english ? '{Hello,|Good morning,|Hi all,}' : '{Buongiorno,|Buongiorno,|Buongiorno a tutti,|Salve,}',
		facts,
		dice,
	);
	if (manner === 'plain') return dice.chance(0.6) ? `${greeting}\n\n${body}` : body;
	const thanks = english
		? '{Thank you,|Many thanks,|Kind regards,}\n{firstName}'
		: '{Grazie e buon lavoro,|Grazie mille,|Ringrazio e saluto cordialmente,|Cordiali saluti,|Grazie in anticipo,}\n{signature}';
	return `${greeting}\n\n${body}\n\n${worded(thanks, facts, dice)}`;
}

/** What a customer answers later on; who is in a hurry still is. */
export function laterMessage(wordings: Wordings, facts: Facts, manner: Manner, dice: Dice): string {
	const body = oneOf(wordings, facts, dice);
	if (manner === 'hurried') return inHaste(body, dice);
	if (manner !== 'courteous' || facts.language === 'en') return body;
	return (
		worded(`{Buongiorno, |Gentilissimi,\n|}`, facts, dice) +
		body +
		worded('{\n\nGrazie ancora.|\n\nGrazie.|}', facts, dice)
	);
}

const slips: readonly (readonly [RegExp, string])[] = [
	[/perché/g, 'perchè'],
	[/([Pp])oiché/g, '$1oichè'],
	[/un po’/g, 'un pò'],
	[/qual è/g, 'qual’è'],
	[/\bÈ\b/g, "E'"],
	[/ è /g, " e' "],
	[/più/g, 'piu'],
	[/programma/g, 'progamma'],
	[/anche/g, 'ache'],
	[/\bcon il\b/g, 'col'],
	[/\bnon\b/g, 'nn'],
	[/, /g, ' '],
];

/** Written with one thumb on a building site: a slip or two, sometimes no capital. */
function inHaste(text: string, dice: Dice): string {
	const made = slips.filter(() => dice.chance(0.3));
	const typed = made.reduce((sofar, [right, wrong]) => slipOnce(sofar, right, wrong), text);
	return dice.chance(0.35) ? typed.charAt(0).toLowerCase() + typed.slice(1) : typed;
}

/** Code and file names are pasted, not typed. */
function slipOnce(text: string, right: RegExp, wrong: string): string {
	const parts = text.split(/(`[^`]*`|```[\s\S]*?```|\S+\.\w+)/);
	let done = false;
	return parts
		.map((part, index) => {
			if (done || index % 2 === 1 || part.search(right) < 0) return part;
			done = true;
			return part.replace(new RegExp(right.source), wrong);
		})
		.join('');
}

/** What support writes: the first time with a salutation, later with or without. */
export function fromSupport(wordings: Wordings, facts: Facts, times: number, dice: Dice): string {
	const body = oneOf(wordings, facts, dice);
	const english = facts.language === 'en';
	const salutation = english ? 'Dear {title} {surname},' : 'Gentile {title} {surname},';
	if (times === 0 || dice.chance(0.3)) return `${worded(salutation, facts, dice)}\n${body}`;
	return body.charAt(0).toUpperCase() + body.slice(1);
}
