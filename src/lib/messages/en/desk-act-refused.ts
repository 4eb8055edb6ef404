import type { actRefused as italian } from '../it/desk-act-refused.ts';

export const actRefused: typeof italian = {
	asks: {
		reply: { text: 'Please write the reply: the customer reads it at once.' },
		note: { text: 'Please write the note for colleagues.' },
		evaluate: { text: 'Please write what is being evaluated: the customer reads it.' },
		await: {
			missing: 'Please tick at least one thing that is missing.',
			text: 'Please tell the customer what is needed and how to find it.',
		},
		'hand-over': { colleague: 'Please choose a colleague from the list.' },
		'move-lane': { text: 'Please write in a few words why the ticket changes its kind: the customer reads it.' },
		'correct-product': { product: 'Please choose a software from the list.' },
		merge: { other: 'Please give the number of the ticket, for example 17.' },
	},
	resolvedMeanwhile:
		'The ticket is resolved already, and a resolved ticket is not reopened. If the problem remains, the customer can open a follow-up. Your text is still here, if you want to copy it into a note.',
};
