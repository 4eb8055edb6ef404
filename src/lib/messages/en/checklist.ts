import type { Words } from '../words.ts';

export const checklist: Words['checklist'] = {
	title: 'What we need',
	lead: 'Please answer item by item: all of it goes out together, as one answer. If there is something you do not have, you can send just a part.',
	label: {
		'operating-system': 'Operating system',
		'product-version': 'Version of the software',
		'tools-used': 'Tools used',
		'reference-files': 'Reference files',
		confirmation: 'Does it work now?',
		other: 'What we ask in the message',
	},
	hint: {
		version: 'Usually found in the Help menu, under About.',
		operatingSystem: 'For example: Windows 11, macOS 26.',
		tools: 'Other programs, printers, devices that have to do with the problem.',
	},
	asBefore: (value) => `Still right: ${value}`,
	otherHint: 'You find it in the last message from support.',
	confirmation: {
		works: 'Yes, it works now',
		fails: 'No, not yet',
		untried: 'I have not been able to try yet',
	},
	worksHint: 'If nothing else is needed, you can also close the ticket once this is sent.',
	confirmationWords: 'What happens?',
	inReply: (label, said) => (label.endsWith('?') ? `**${label}** ${said}` : `**${label}:** ${said}`),
	answered: 'here',
	progress: (answered, of) => `${answered} of ${of}`,
	stillMissing: (items) => `Still missing: ${items}. You can send it all the same.`,
	complete: 'Everything we need is here: you can send it.',
	text: 'To add something, write it here.',
	updated: (what) => `Details of the ticket updated: ${what}`,
	field: {
		version: (value) => `version ${value}`,
		operatingSystem: (value) => `operating system ${value}`,
		tools: (value) => `tools ${value}`,
	},
	forStaff: {
		title: 'What we had asked for',
		answered: 'answered',
		unanswered: 'not among the answers',
		at: 'The customer answered',
		inText: 'What is missing may be in the text of the message.',
	},
};
