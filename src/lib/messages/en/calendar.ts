import type { calendar as italian } from '../it/calendar.ts';

export const calendar: typeof italian = {
	title: 'Calendar',
	lead: 'Days on which the desk is closed do not count in the time customers have to answer us. Days that are not worked and public holidays are known already.',
	year: {
		title: (year) => `The year ${year}`,
		others: 'Other years',
		previous: (year) => `Back to ${year}`,
		next: (year) => `On to ${year}`,
		current: 'This year',
		businessDays: (count) => (count === 1 ? 'one business day' : `${count} business days`),
	},
	legend: {
		title: 'How to read it',
		counts: 'business day',
		notWorked: 'not worked',
		holiday: 'public holiday',
		closure: 'closure day',
		today: 'today',
	},
	mark: {
		notWorked: 'not worked',
		holiday: (name) => `holiday: ${name}`,
		closure: (reason) => `closed: ${reason}`,
		today: 'today',
	},
	closures: (year) => `Closures in ${year}`,
	none: {
		title: 'No closure days in this year',
		text: 'When the office is closed for a long weekend or holidays, enter it here: customers will not lose those days.',
	},
	past: 'already past',
	fromTo: (from, to) => `from ${from} to ${to}`,
	days: (count) => (count === 1 ? 'one day' : `${count} days`),
	addedBy: (names) => `by ${names.join(', ')}`,
	single: 'Remove a single day',
	remove: 'Remove',
	removeAll: 'Remove all',
	removeOf: (date) => `Remove ${date}`,
	removeHint: 'Removing days counts for holds that begin afterwards; open ones stay as promised.',
	add: 'New closure',
	bounds: (earliest, latest) => `The days from ${earliest} to ${latest} can be closed.`,
	from: 'First day',
	fromHint: 'From which the desk is closed.',
	to: 'Last day',
	toHint: 'Leave it empty for a single day.',
	reason: 'Reason',
	reasonHint: 'Customers read it on the receipt of their hold: for example “Summer break”.',
	preview: 'Preview',
	previewHint: 'Before saving you see which days are closed and which holds become longer. Nothing changes yet.',
	would: {
		title: 'Preview: nothing is saved yet',
		closed: (count, reason) =>
			count === 1 ? `One day becomes a closure day (“${reason}”):` : `${count} days become closure days (“${reason}”):`,
		skipped: 'These days do not count as it is, and stay closed even if the working week changes:',
		moves: (count) => (count === 1 ? 'One open hold becomes longer:' : `${count} open holds become longer:`),
		noMoves: 'No open hold counted on these days: for those who are answering now nothing changes.',
		told: 'The customers and the agents of these tickets are written to. No hold ever ends earlier.',
		lastDay: 'Last day to reply',
		fromDay: (date) => `from ${date}`,
		toDay: (date) => `to ${date}`,
		confirm: 'Confirm the closure',
		orChange: 'Or correct the days below and look at the preview again.',
	},
	holidays: (year) => `Public holidays in ${year}`,
	holidaysHint: 'There is no need to add them.',
	onDayOff: 'on a day that is not worked',
	added: (count) => (count === 1 ? 'The closure day has been added.' : `The ${count} closure days have been added.`),
	moved: (count) =>
		count === 0
			? 'No open hold counted on these days.'
			: count === 1
				? 'One open hold counted on these days: it now ends later, and the customer sees it.'
				: `${count} open holds counted on these days: they now end later, and the customers see it.`,
};
