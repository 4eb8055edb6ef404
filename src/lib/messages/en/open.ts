import type { Words } from '../words.ts';

export const open: Words['open'] = {
	title: 'Open a ticket',
	followUpTitle: 'Open a follow-up',
	lead: 'Tell us what is happening. The more we know at once, the less we will have to ask later.',
	follows: 'The new ticket follows this one',
	product: 'For which software?',
	lastTicket: (number) => `last time in ticket ${number}`,
	otherProducts: (count) => (count === 1 ? 'One more software' : `${count} more software products`),
	lane: 'What do you need?',
	laneHint:
		'Technical requests are served before consultancy. If the choice is not the right one, the agent moves the ticket and writes to you why: the arrival number stays.',
	technical: 'Something does not work. For example: “Error 1204 when exporting”, “It cannot be installed”.',
	consultancy:
		'The software works, and you would like advice on how to use it. For example: “What is the right way to set the reference system?”.',
	subject: 'Subject',
	subjectHint: 'The problem in one line, for example: “Error 1204 when exporting to DXF”.',
	description: 'Description',
	descriptionHint:
		'What you were doing, what happened, what you expected. If there is an error message, please quote it as it is.',
	environment: 'Your environment',
	environmentHint:
		'This is what we always need to know. If something is missing we may have to wait for an answer from you.',
	remembered: {
		ofProduct: (number) =>
			`We filled in what you told us in ticket ${number}, your latest on this software: please correct it if it has changed.`,
		ofAnother: (number) =>
			`Operating system and tools are those of ticket ${number}, your latest: please correct them if they have changed.`,
	},
	version: 'Version of the software',
	versionHint: 'Usually in the Help menu, under About.',
	operatingSystem: 'Operating system',
	operatingSystemHint: 'For example: Windows 11, macOS 26.',
	tools: 'Tools used',
	toolsHint: 'Other programs, printers, devices that have to do with the problem.',
	files: 'Reference files',
	filesHint: 'The file you are working on, a screenshot of the error.',
	asks: {
		product: 'Choose which software you are writing about.',
		lane: 'Choose whether it is a technical request or consultancy.',
		subject: 'Write in one line what it is about.',
		description: 'Tell us what is happening: a few lines will do.',
	},
	next: 'What happens after you send it',
	nextSteps: [
		'The ticket takes its arrival number at once and joins the queue.',
		'We serve it in order of arrival. How long it will take we cannot say beforehand: every problem gets the time it needs.',
		'The ticket’s page always shows whose turn it is and how many are ahead. If we need something, we ask you there.',
	],
	seenBy: {
		colleagues: 'You, your colleagues who sign in here, and support. Your colleagues can answer too.',
		alone: 'Only you and support; your colleagues cannot.',
	},
	submit: 'Send and take the number',
	noLicence: {
		title: 'No active licence was found',
		text: 'Opening a ticket needs the licence of at least one software. Please ask your sales contact to check it.',
	},
	opened: {
		title: (number) => `Your ticket is open: it has number ${number}.`,
		next: 'What happens now',
		nextText:
			'We serve it in order of arrival: when its turn comes an agent takes it, and the answer appears on this page. Come back whenever you like, and add what is needed without losing the place.',
		seenBy: 'Who can see it',
	},
};
