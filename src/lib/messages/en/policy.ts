import type { PolicyRefusal } from '#lib/domain/policy-check.ts';
import type { Sayings } from '../say.ts';
import type { Words } from '../words.ts';

export const policy: Words['policy'] = {
	title: 'Support policy',
	lead: 'How support is given: these are the rules we keep, written with the numbers Sportello is running on.',
	version: 'Version',
	inForceSince: (date) => `in force since ${date}`,
	becomes: 'becomes',
	inForce: 'in force',
	contents: 'Clauses of the policy',
	example: {
		title: 'An example, today',
		text: 'If we asked you for information today, the last useful day to answer would be',
		counted: 'The days that would count:',
	},
	closures: {
		title: 'Closure days ahead',
		none: 'Apart from days not worked and public holidays, no closure day is entered at the moment.',
	},
	versions: {
		title: 'Versions',
		first: 'The first version, with the initial settings.',
		changedIn: (clauses) => `Clauses changed: ${clauses}.`,
		since: (date) => `Since ${date}`,
		undated: 'From the beginning',
	},
	settings: {
		title: 'Policy',
		lead: 'The numbers of the policy. The page customers read, the length of holds and the order of serving are made from here.',
		publicPage: 'Read the public policy',
		groups: { settings: 'Settings', P5: 'Holds', P4: 'Order', fixed: 'Fixed numbers', history: 'Versions' },
		initially: (value) => `At first: ${value}.`,
		between: ({ min, max }) => `From ${min} to ${max}.`,
		fields: {
			holdDays: {
				label: 'Business days of the hold',
				meaning:
					'How many days the customer has to give us the information we asked for, before the ticket is resolved.',
			},
			workingWeek: { label: 'Working days', meaning: 'The days of the week that count; at least one.' },
			country: {
				label: 'Country of the public holidays',
				meaning: 'The public holidays of this country do not count.',
			},
			timeZone: {
				label: 'Time zone',
				meaning: 'Decides when a day begins and ends, and in which time pages are written.',
			},
			reminders: {
				label: 'Reminders',
				meaning:
					'How many counted days before the last: 0 is the last day, 1 the one before. Separate several with commas; none when empty.',
			},
			reminderTime: { label: 'Time of reminders', meaning: 'In the time zone above.' },
			inHandLimit: {
				label: 'Tickets in hand for each agent',
				meaning: 'Whoever has that many takes no other. What is in hand already stays where it is.',
			},
			reservationMinutes: {
				label: 'Minutes of reservation',
				meaning:
					'For how long a ticket that leaves a hold stays with the agent who had it, if on duty; and with the colleague it is handed over to. With 0 nothing is ever reserved, and tickets are not handed over.',
			},
		},
		preview: 'Preview',
		previewHint: 'Saves nothing yet: it shows what would change.',
		fixed: {
			lead: 'These numbers belong to Sportello and are not changed here.',
			activation: { label: 'Activation link', value: (days) => `once only, for ${days} days` },
			horizon: {
				label: 'Horizon of the calendar',
				value: (days) =>
					`within ${days} days, whichever day one starts from, all business days of a hold must be found`,
			},
			reopening: { label: 'Reopening a resolved ticket', value: 'never: a follow-up is opened' },
			evaluation: { label: 'Length of an evaluation', value: 'no limit' },
		},
		history: { current: 'in force', by: (name) => `saved by ${name}`, initial: 'Initial settings.' },
		from: 'Today',
		to: 'With the new settings',
	},
	previewed: {
		title: 'Preview: nothing is saved yet',
		meanwhile: {
			title: 'The policy has changed meanwhile',
			saved: (version, by) => `Version ${version}, saved by ${by}`,
			taken: 'What you did not touch is as your colleague saved it, and the preview shows your own changes only.',
			both: (labels) =>
				`Both of you changed: ${labels}. If you save, what you wrote holds; to keep your colleague’s value, write it again below and look at the preview once more.`,
			bothHere: 'Changed by both: first the value saved meanwhile, then yours.',
		},
		changes: 'What changes',
		holdNow: 'If a hold began now',
		lastDay: 'Last useful day',
		sameHold: 'For a hold that begins now nothing changes.',
		openHolds: (count) =>
			count === 0
				? 'There are no open holds now. The new settings apply to those that will begin.'
				: count === 1
					? 'There is one open hold: it keeps what was promised to the customer, last day and reminders included. The new settings apply to those that will begin.'
					: `There are ${count} open holds: they keep what was promised to the customers, last day and reminders included. The new settings apply to those that will begin.`,
		reservations: 'Tickets reserved already stay so until the time fixed then.',
		sentences: 'What customers will read',
		note: 'Why it changes',
		noteHint: 'Stays beside the version, for those who administer.',
		save: (version) => `Save as version ${version}`,
		orChange: 'Or correct the settings below and look at the preview again.',
	},
	problems: {
		'out-of-range': ({ min, max }) => `Write a whole number from ${min} to ${max}.`,
		'no-working-day': () => 'Choose at least one day of the week.',
		'not-in-list': () => 'Choose an entry of the list.',
		'reminder-out-of-range': ({ max }) =>
			max === 0
				? 'With a hold of one day a reminder can only be 0, or none.'
				: `Write whole numbers from 0 to ${max}, separated by commas, or nothing: the hold has no other days.`,
		'not-a-time': () => 'Write a time of the day, for example 09:00.',
	},
};

export const policyRefusals: Pick<Sayings, PolicyRefusal['reason']> = {
	'settings-not-valid': () => 'Some settings cannot be used like this: beside each stands why.',
	'settings-leave-too-few-days': ({ holdDays }) =>
		`With these working days, holidays and closure days there would not always be ${holdDays} business days in a year: a hold would not know when to end. Shorten the hold, add working days or remove closure days.`,
	'policy-changed-meanwhile': ({ version }) =>
		`Version ${version} of the policy has been saved meanwhile, and nothing was overwritten. Below you see what has changed and what you would change: check, and save again if it is right.`,
	'nothing-changed': () => 'The settings are like this already: there is nothing to save.',
};
