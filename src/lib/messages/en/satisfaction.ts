import type { Words } from '../words.ts';

/** The question after a ticket was resolved. */
export const satisfaction: Words['satisfaction'] = {
	title: 'A single question',
	question: 'Did our help on this ticket give you what you needed?',
	hint: 'Answer only if you wish: we shall not ask you anywhere else.',
	steps: { 1: 'Not at all', 2: 'A little', 3: 'In part', 4: 'Nearly all', 5: 'Fully' },
	words: 'Would you tell us why?',
	wordsHint: 'The people at the desk read it. To ask for more help, open a follow-up instead.',
	submit: 'Send the answer',
	change: 'Change the answer',
	submitChange: 'Save the changed answer',
	ask: { score: 'Please choose one of the five steps: that is enough, the text is optional.' },
	given: 'Your answer',
	at: 'You answered',
	thanks: 'Thank you: the answer has arrived.',
	mayChange: (moment: string) => `You can change it until ${moment}.`,
	stands: 'The time to change it is over: it stays as it is.',
	forStaff: {
		title: 'What the customer says',
		question: '“Did our help on this ticket give you what you needed?”',
		none: 'Nobody has answered yet.',
		changed: 'changed',
	},
};
