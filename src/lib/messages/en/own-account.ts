import type { ownAccount as italian } from '../it/own-account.ts';

export const ownAccount: typeof italian = {
	title: 'Your account',
	lead: (name, customer) => `${name} · ${customer}`,
	name: {
		title: 'Name',
		label: 'Name and surname',
		hint: 'This is the name your colleagues and the agents who reply to you read.',
		submit: 'Save the name',
		done: (name) => `Your name is “${name}”, from now on also on the tickets already opened.`,
	},
	registered: {
		title: 'What is registered',
		username: 'Username',
		email: 'E-mail',
		customer: 'Customer',
		sight: 'Colleagues’ tickets',
		seesColleagues: 'You and your colleagues see each other’s tickets.',
		ownOnly: 'Everybody sees only the tickets they opened.',
		licences: 'Licences',
		noLicence: 'We know of none that is active.',
		toChange:
			'The e-mail address is changed on the page “Your access”. The support desk keeps the others. If something is not right please say so in a ticket, or ask whoever gave you your credentials.',
	},
	preferences: {
		title: 'Language and theme',
		hint: 'They hold on all your devices. We also write to you in this language.',
		submit: 'Save language and theme',
		done: 'Language and theme are saved.',
	},
	notices: {
		title: 'Notices',
		lead: (email) =>
			`What we write to ${email} about the tickets you opened, and in part also about those you wrote on.`,
		always: 'Always on',
		why: 'They are about your turn: whoever missed one might find a ticket closed without having known that we awaited a reply.',
		optional: 'As you choose',
		optionalHint: 'What they say can also be read on the ticket’s page: untick those you do not want.',
		kinds: {
			'hold-placed': {
				label: 'We need information from you',
				hint: 'Something is missing to go on: what it is, and the last day on which you can reply.',
			},
			reminder: {
				label: 'Reminder',
				hint: 'The last day to reply is near and we are still waiting.',
			},
			'lapse-moved': {
				label: 'You have more time to reply',
				hint: 'A closure of the desk has moved the last day later.',
			},
			lapsed: {
				label: 'The time to reply has passed',
				hint: 'The ticket counts as resolved, and how to go on if the problem remains.',
			},
			answered: {
				label: 'We have replied',
				hint: 'The agent’s reply, in full.',
			},
			resolved: {
				label: 'The ticket is resolved',
				hint: 'The agent’s last message, and how to go on if the problem remains.',
			},
			merged: {
				label: 'Two tickets are merged',
				hint: 'They were about the same matter: which one goes on.',
			},
		},
		submit: 'Save the notices',
		done: 'Your choice is saved: it holds from now on.',
	},
	sessions: {
		title: 'Open sessions',
		lead: 'The browsers in which somebody is signed in with your credentials. If you do not recognise one, end its session and choose another password at once.',
		passwordThere: 'The password is changed on the page “Your access”.',
		on: (browser, system) => `${browser} on ${system}`,
		unknownOn: (system) => `Browser not recognised, ${system}`,
		unknown: 'Browser not recognised',
		isThis: 'this one',
		since: 'Opened',
		seen: 'last used',
		end: 'End',
		endThat: (where) => `End the session: ${where}`,
		others: 'End all the others',
		othersHint: 'Only this one stays open.',
		noOthers: 'There are no others.',
		doneOne: 'The session has ended: in that browser one has to sign in again.',
		doneOthers: 'All other sessions have ended: only this one is left.',
	},
};
