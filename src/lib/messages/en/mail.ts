import type { mail as italian } from '../it/mail.ts';

export const mail: typeof italian = {
	subject: (number, news, subject) => `Ticket ${number}, ${news}: ${subject}`,
	greeting: (name) => `Dear ${name},`,
	closing: 'With kind regards,\nthe support desk',
	ticketPage: (number) => `Ticket ${number}:`,
	policyPage: 'The support policy:',
	followUpPage: 'To open a follow-up ticket:',
	accountPage:
		'If you would rather not receive notices like this one, you can choose which ones you receive in your account:',
	ticket: (number, subject) => `ticket ${number} (“${subject}”)`,
	message: 'The message:',
	files: 'The files with it, to be downloaded from the ticket’s page:',
	toLastDay: (date, zone) => `${date}, until the end of the day (${zone})`,
	skipped: 'The days that are not counted:',
	gathered: {
		subject: (count: number) => `${count} messages from support`,
		opening: (name: string, count: number) =>
			`Dear ${name},\n\nwe have written to you several times in a short while. To keep your inbox clear, here are the last ${count} messages together, first to last.`,
		nth: (nth: number, count: number) => `${nth} of ${count}`,
	},
	forCustomer: {
		'hold-placed': {
			news: 'we need information from you',
			happened: (ticket) => `To go on with ${ticket} we need some information from you.`,
			missing: 'What is needed:',
			lastDay: (date, days) =>
				days === 1
					? `The last day on which you can reply is ${date}: the business day after that of the request.`
					: `The last day on which you can reply is ${date}: business day number ${days}, not counting that of the request.`,
			why: 'The policy, where it speaks of tickets on hold, lets a request for information stay open for a set number of business days; after those the ticket counts as resolved. Should the problem remain, you can open a follow-up ticket.',
			now: 'You can reply on the ticket’s page, also with a file alone: the ticket will be queued again at its arrival number. By e-mail we could not go on.',
		},
		reminder: {
			news: 'we are still waiting for your information',
			happened: (ticket) =>
				`This is to remind you that for ${ticket} we are still waiting for some information from you.`,
			missing: 'What is needed:',
			lastDay: (date) => `The last day on which you can reply is ${date}.`,
			why: 'As the policy says of tickets on hold, once that day has passed without a reply the ticket counts as resolved. Should the problem remain, you can open a follow-up ticket.',
			now: 'You can reply on the ticket’s page, also with a file alone. If everything is solved by now, you can close it there yourself.',
		},
		lapsed: {
			news: 'closed because the time to reply has passed',
			happened: (ticket, lastDay) =>
				`Your ${ticket} counts as resolved: we were waiting for some information, which had not come by ${lastDay}, the last day for it.`,
			why: 'The policy says so of tickets on hold. A resolved ticket is not opened again, because with its old number it would go past those who arrived in the meantime.',
			now: 'If the problem remains, please open a follow-up ticket: the form comes filled in with what we know. The conversation of this one stays readable.',
		},
		'lapse-moved': {
			news: 'you have more time to reply',
			happened: (ticket) => `For ${ticket} you have more time than we wrote to you.`,
			closed: (reason) => `The desk will be closed (“${reason}”) on these days, which we had counted:`,
			lastDay: (date) => `The last day on which you can reply is now ${date}.`,
			why: 'By the policy closure days are not counted, and the end of a hold can only move later.',
			now: 'There is nothing you need to do differently: you can reply whenever you like until that day, on the ticket’s page.',
		},
		answered: {
			news: 'we have replied',
			happened: (ticket) => `An agent has replied in ${ticket}.`,
			why: 'By the policy support goes on on the ticket’s page, where the whole conversation stays together: we could not follow up a reply by e-mail.',
			now: 'You can reply on the ticket’s page, also with a file alone. If everything is solved, you can close it there yourself.',
		},
		resolved: {
			news: 'resolved',
			happened: (ticket) => `Your ${ticket} is resolved: we have finished our work on it.`,
			why: 'By the policy a resolved ticket is not opened again, because with its old number it would go past those who arrived in the meantime.',
			now: 'If the problem remains or comes back, please open a follow-up ticket: the form comes filled in with what we know. The conversation of this one stays readable.',
		},
		merged: {
			news: 'merged with another ticket',
			happened: (ticket, into) =>
				`Your ${ticket} is about the same matter as ticket ${into}, which arrived before. We have merged them and go on in ticket ${into}.`,
			answered: (into) =>
				`In ticket ${into} we had asked for some information: what was written in this one since counts as the answer, and ticket ${into} is queued again at its number.`,
			awaited: (into, lastDay) =>
				`Ticket ${into} still awaits the information we have asked for. The last day to reply, there, remains ${lastDay}.`,
			why: 'By the policy the lower arrival number stays: you do not lose your place.',
			now: (into) =>
				`To add something, please write in ticket ${into}. What was written in the other one stays readable.`,
		},
	},
	forStaff: {
		'lapse-moved': {
			news: 'the hold lapses later',
			happened: (ticket) => `For ${ticket}, which awaits the customer, the lapse has moved later.`,
			closed: (reason) => `The desk will be closed (“${reason}”) on these days, which had been counted:`,
			lastDay: (date) => `The customer’s last day to reply is now ${date}.`,
			why: 'By the policy closure days are not counted: the customer has more time to reply.',
			now: 'There is nothing to do: the receipt already shows it.',
		},
		'handed-over': {
			news: 'handed over to you',
			happened: (ticket) => `A colleague has handed ${ticket} over to you. It is queued again at its arrival number.`,
			why: 'By the policy a ticket handed over is reserved for that colleague for a limited time.',
			now: '“Take next” will give it to you when it is its turn. Once that time has passed another colleague may be given it too.',
		},
	},
};
