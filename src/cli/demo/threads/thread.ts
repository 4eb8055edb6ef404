import type { MissingItem } from '#lib/domain/hold.ts';
import type { ScreenMotif } from '../files/screens.ts';

// What people write to each other about one problem, from the first word to the last. Every text stands in several wordings; within
// one, `{this|that}` is a choice and `{slot}` a fact of the case (season/facts.ts). Texts of support begin small: a salutation comes before them.

export type Wordings = readonly string[];

/** A file that somebody adds; the texts in it are wordings too. */
export type Enclosure =
	/** A picture of a program's window, with the message that stands in it. */
	| { screen: ScreenMotif; message?: string }
	| { log: string }
	| { csv: string; name?: string }
	| { dxf: 'plan' | 'points' }
	| { pdf: string };

export type Turn =
	/** Support puts the ticket to await the customer, who answers. */
	| { needs: readonly MissingItem[]; text: Wordings; reply: Wordings; files?: readonly Enclosure[] }
	/** Support asks or proposes something while it has the ticket in hand, and the customer answers at once. */
	| { asks: Wordings; reply: Wordings; files?: readonly Enclosure[] }
	| { evaluates: Wordings }
	| { notes: Wordings };

export type Thread = {
	lane?: 'consultancy';
	language?: 'en';
	subject: Wordings;
	/** The last one is the tersest: those who write little choose it. */
	description: Wordings;
	tools?: Wordings;
	files?: readonly Enclosure[];
	turns?: readonly Turn[];
	solved: Wordings;
	/** What the customer writes, for some, after it was resolved: a follow-up, and its answer. */
	again?: { subject: string; description: string; solved: string };
};
