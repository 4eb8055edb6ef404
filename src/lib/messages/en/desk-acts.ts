import type { Words } from '../words.ts';

export const acts: Words['desk']['acts'] = {
	title: 'What to do',
	begun: 'Here is a draft of yours, not sent yet.',
	kept: {
		title: (act: string) => `Draft not sent: ${act}`,
		hint: 'You will find it in its form when you have the ticket in hand again.',
		final: 'The ticket is resolved and this cannot be sent any more: you can copy it, for instance into a note.',
		copy: 'Copy the text',
		copied: 'Copied',
		discard: 'Discard the draft',
		sure: 'Really discard',
	},
	more: { title: 'More', hint: 'Hand over, move, correct the software, merge.' },
	merged: {
		open: 'It is merged into a ticket that arrived before, and the request goes on there. What is written here can still be read.',
		resolved:
			'It is merged into a ticket that arrived before, by now resolved. If the problem remains, the customer opens a follow-up to that one.',
	},
	readOnly: 'To reply, place on hold or resolve, one must have it in hand, by “Take next”.',
	resolved:
		'It is resolved, and a resolved ticket is not reopened. If the problem remains, the customer opens a follow-up.',
	reply: {
		title: 'Reply',
		hint: 'The customer reads it at once; you keep the ticket in hand.',
		text: 'Reply to the customer',
		submit: 'Send the reply',
	},
	note: {
		title: 'Internal note',
		hint: 'Only colleagues read it. The customer never sees it.',
		text: 'Note for colleagues',
		submit: 'Add the note, which the customer never sees',
	},
	evaluate: {
		title: 'Place on hold: under evaluation',
		hint: 'The customer awaits us, without a limit of time. You resume it when the evaluation is done.',
		text: 'What is being evaluated',
		textHint: 'The customer reads it.',
		submit: 'Place under evaluation',
	},
	await: {
		title: 'Place on hold: information needed',
		hint: 'We await the customer, until the last useful day.',
		missing: 'What is missing',
		text: 'Message to the customer',
		textHint: 'Say precisely what is needed and how to find it.',
		submit: 'Ask and place on hold',
	},
	resolve: {
		title: 'Resolve',
		hint: 'This is final: a resolved ticket is not reopened.',
		text: 'Last message to the customer',
		submit: 'Mark as resolved',
	},
	'put-back': {
		title: 'Put back',
		hint: 'It returns to its arrival number, and whoever takes the next gets it when it is its turn.',
		submit: 'Put back in the queue',
		others: (name) => `Put ${name}’s ticket back`,
		othersHint: 'As a supervisor you may: the ticket returns to its arrival number. Nothing that was written is lost.',
	},
	'hand-over': {
		title: 'Hand over to a colleague',
		hint: 'It is queued again, at its arrival number, reserved for the colleague for a limited time.',
		colleague: 'Colleague on duty',
		text: 'Note for the colleague',
		textHint: 'It is internal: the customer does not see it.',
		submit: 'Hand over',
		nobody: (product) =>
			`Right now no colleague on duty covers ${product}. You can put the ticket back: whoever takes the next will get it.`,
		offHint: 'The policy in force has no such thing.',
		off: 'By the policy in force no ticket is handed over to a colleague. You can put it back: whoever takes the next will get it.',
		until: (minutes) =>
			`It stays reserved for them for ${minutes === 1 ? 'a minute' : `${minutes} minutes`}; then whoever takes the next gets it.`,
	},
	'move-lane': {
		title: { technical: 'Move to technical support', consultancy: 'Move to consultancy' },
		hint: {
			technical: 'You keep it in hand, with the same arrival number.',
			consultancy: 'It is queued among consultancy, with the same arrival number.',
		},
		text: 'Why it is moved',
		textHint: 'The customer reads it in the conversation.',
		submit: { technical: 'Move to technical support', consultancy: 'Move to consultancy' },
	},
	'correct-product': {
		title: 'Correct the software',
		hint: 'If the customer chose the wrong one. You keep it in hand, with the same arrival number.',
		product: 'Which software it is about',
		only: 'The customer is licensed for this software alone: there is no other to choose.',
		submit: 'Correct the software',
	},
	merge: {
		title: 'Merge with another ticket',
		hint: 'If the customer asks the same thing twice: the ticket that arrived first stays.',
		other: 'Number of the other ticket',
		otherHint:
			'Of the same customer and still open. The one that arrived later is closed as merged, and can still be read.',
		suggested: 'Open tickets of this customer',
		none: 'Right now the customer has no other open ticket.',
		submit: 'Merge the two tickets',
	},
	resume: {
		title: 'End the evaluation',
		hint: 'The ticket is queued again, at its arrival number, and is taken up by “Take next”.',
		submit: 'End it and queue again',
	},
	withdraw: {
		title: 'Withdraw the request',
		hint: 'If the information is no longer needed: the time stops running, and the ticket is queued again, at its arrival number.',
		submit: 'Withdraw it and queue again',
	},
};
