import { activationDays } from '#lib/domain/limits.ts';
import type { Words } from '../words.ts';

const people = (count: number, written: string) => (count === 1 ? 'one person' : `${written} people`);
const mails = (count: number, written: string) => (count === 1 ? 'one e-mail' : `${written} e-mails`);

export const issuing: Words['issuing'] = {
	link: 'Credentials to issue',
	title: 'Who has no credentials',
	lead: 'The people of customers who cannot come in yet: they have never been sent a link to choose the password, or theirs has ended.',
	ofCustomer: (name) => `Only the people of ${name}.`,
	ofImport: 'Only the people that one import added.',
	everybody: 'Show all',
	customer: 'Customer',
	anyCustomer: (name) => `Only ${name}`,
	columns: { choose: 'Choose', person: 'Person', customer: 'Customer', before: 'Link' },
	never: 'never sent',
	ended: 'ended',
	choose: (name) => `Choose ${name}`,
	toChosen: 'Issue to those ticked',
	toAll: (count, written, isMore) =>
		isMore
			? `Issue to the first ${written}`
			: count === 1
				? 'Issue to the only one without'
				: `Issue to all (${written})`,
	next: 'The people after these',
	first: 'Back to the first',
	none: {
		title: 'Everybody has their credentials',
		text: 'Whoever may come in is active, or has a link to choose the password that is still valid.',
	},
	confirm: {
		title: 'Issue the credentials?',
		mails: (count, written) =>
			`In all, ${mails(count, written)} ${count === 1 ? 'goes' : 'go'} out: one to each person, with the link to choose the password.`,
		link: `The link is valid for ${activationDays} days and works once. Whoever has been activated or disabled meanwhile, or has a valid one already, is sent nothing.`,
		whom: 'To whom',
		others: (count, written) => (count === 1 ? 'and one more person' : `and ${written} more people`),
		more: (written) =>
			`There are more than ${written}, the most at once: these are the first, the others stay in the list.`,
		submit: (count, written) => `Send ${mails(count, written)}`,
		cancel: 'Back to the list',
		nobody: {
			title: 'Nobody was chosen',
			text: 'Please go back to the list and tick the people to issue credentials to.',
		},
	},
	progress: {
		running: 'Issuing credentials',
		runningLead:
			'You can leave this page and come back whenever you like: the work goes on by itself, and should the server stop it goes on from where it was.',
		finished: 'Credentials issued',
		finishedLead: 'The mails are written and go out one after the other. Each person has an entry in the access log.',
		by: (name) => `Asked for by ${name},`,
		done: (done, all) => `${done} of ${all} people`,
		refresh: 'Refresh the page',
		counts: {
			issued: 'credentials issued',
			hasLink: 'had a valid link already',
			active: 'active already',
			disabled: 'disabled',
		},
		toMail: 'To the mail sent',
		toList: 'Who still has no credentials',
	},
	recent: 'Latest',
	counted: people,
	states: { running: 'under way', finished: 'finished' },
};
