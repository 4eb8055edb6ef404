import { activationDays } from '#lib/domain/limits.ts';
import type { PolicySection, PolicyView, SettingWords, Week } from '../policy-text.ts';

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const count = (value: number) => numbers[value] ?? String(value);
const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const list = (items: readonly string[]) => conjunction.format(items);

const businessDays = (days: number) => (days === 1 ? 'one business day' : `${count(days)} business days`);

function duration(minutes: number): string {
	if (minutes === 1) return 'one minute';
	if (minutes === 60) return 'one hour';
	return minutes % 60 === 0 ? `${count(minutes / 60)} hours` : `${count(minutes)} minutes`;
}

function weekDays(week: Week): string {
	if (week.days === 'all') return 'every day of the week';
	if (week.days === 'one') return `${week.day} only`;
	return week.days === 'some' ? list(week.names) : `${week.first} to ${week.last}`;
}

const clock = (time: string) => time.replace(/^0/, '');

function reminderDay(offset: number, holdDays: number): string {
	if (holdDays === 1) return 'the day that counts';
	if (offset === 0) return 'the last day that counts';
	return offset === 1 ? 'the counted day before the last' : `${count(offset)} counted days before the last`;
}

function reminders({ reminders: offsets, reminderTime, holdDays }: PolicyView): string[] {
	if (offsets.length === 0) return ['No reminder is foreseen before the hold ends.'];
	const days = offsets.map((offset) => reminderDay(offset, holdDays));
	const what = days.length === 1 ? 'a reminder is' : `${count(days.length)} reminders are`;
	return [
		`Before the hold ends ${what} written, at ${clock(reminderTime)}: ${list(days)}.`,
		'This platform does not send e-mail yet: the last useful day always stands on the ticket’s page.',
	];
}

function reservations({ reservationMinutes }: PolicyView): string[] {
	if (reservationMinutes === 0) {
		return [
			'When a ticket leaves a hold it is queued again at the place of its arrival number, and is not reserved for anybody.',
		];
	}
	const time = duration(reservationMinutes);
	return [
		`When a ticket leaves a hold it is queued again at the place of its arrival number; if the agent who had it is on duty at that moment, it is reserved for them for ${time}, since they know the case.`,
		`An agent can also hand a ticket over to a colleague who is on duty and covers that software: the arrival number stays the same, and the ticket is reserved for the colleague for ${time}.`,
	];
}

function whatAgentsServe({ reservationMinutes }: PolicyView): string {
	return reservationMinutes === 0
		? 'Which ones they may serve depends on the software they cover and on the rule about consultancy, under 6.'
		: 'Which ones they may serve depends on the software they cover, on the tickets reserved for others and on the rule about consultancy, under 6.';
}

function inHand({ inHandLimit }: PolicyView): string {
	return inHandLimit === 1
		? 'An agent takes a new ticket only when they have none in hand.'
		: `An agent takes a new ticket only when they have fewer than ${count(inHandLimit)} in hand.`;
}

function businessDaysAre({ week, country }: PolicyView): string {
	const { days } = week;
	const which = days === 'run' || days === 'some' ? `those of the working week, ${weekDays(week)}` : weekDays(week);
	return `Business days are ${which}, apart from public holidays (${country}) and our closure days.`;
}

export function policySections(view: PolicyView): PolicySection[] {
	return [
		{
			clause: 'P1',
			title: 'Who gets support',
			paragraphs: [
				[
					'Support is for our customers, and is given to those who sign in to this platform with their own credentials.',
					`We issue the credentials, with an activation link that works once and for ${activationDays} days: whoever opens it chooses their password. A new link replaces the one before.`,
				],
				[
					'Every user sees the tickets of their own customer: all of them, or only those they opened, as has been set for that customer.',
					'Of other customers’ tickets they see nothing, not even whether they exist.',
				],
			],
		},
		{
			clause: 'P2',
			title: 'Where to ask',
			paragraphs: [
				[
					'You ask for support by opening a ticket on this platform, and the answers stand on the ticket’s page.',
					'We cannot guarantee support through other channels.',
				],
				[
					'By e-mail we accept only those who have not received a username and password yet.',
					'This platform does not read mail yet: an e-mail does not become a ticket by itself, and takes no arrival number.',
				],
			],
		},
		{
			clause: 'P3',
			title: 'Times',
			paragraphs: [
				[
					'We promise no times: cases differ too much to fix them beforehand, and each has our full attention.',
					'That is why you will find no date anywhere by which we shall answer. You find the facts: the arrival number, how many tickets come before yours, whose turn it is.',
					'The only time limit you see is the one for an answer of yours, under 5.',
				],
			],
		},
		{
			clause: 'P4',
			title: 'Order of arrival',
			paragraphs: [
				[
					'Every ticket takes an arrival number at the moment it is opened, and keeps it to the end: neither a hold nor a correction of the software changes it.',
					'No agent chooses what to take: they get the lowest number among the queued tickets they may serve.',
					whatAgentsServe(view),
				],
				['Two agents never get the same ticket.', inHand(view)],
				[
					...reservations(view),
					'Also when a ticket is put back, or its agent goes off duty, it returns to the place of its arrival number.',
					'If two tickets of one customer are about the same thing, the agent can merge them: the one that arrived first stays, with its number.',
				],
				[
					'Every taking is recorded: from the record it can be verified that no agent went past a ticket that had arrived before and that they might have served.',
				],
			],
		},
		{
			clause: 'P5',
			title: 'Holds',
			paragraphs: [
				['A ticket is on hold in two cases only.'],
				[
					'In the first, you are waiting for us: the problem is under evaluation. We write what we are evaluating; there is no time limit.',
					'If you add something meanwhile, the ticket stays under evaluation and whoever evaluates it sees that you did.',
				],
				[
					'In the second, we are waiting for you: we need information, such as the operating system, the tools used or the reference files.',
					`This hold lasts at most ${businessDays(view.holdDays)}. The day on which it begins does not count; the last one counts whole.`,
					businessDaysAre(view),
					`Days begin and end by the clock of this time zone: ${view.zone}.`,
				],
				reminders(view),
				[
					'An answer of yours, even of files alone, ends the hold and queues the ticket at its arrival number. The same happens when we withdraw the request.',
					'If the time runs out without an answer, we consider the problem solved.',
					'The text of an answer that comes afterwards is not lost: it is ready in the form of a follow-up, with its files if there were any.',
				],
				[
					'The ticket’s page shows how the days are counted. What it says is promised: a closure day added later can only lengthen the hold, and a new version of this policy applies to holds that begin after it.',
				],
				[
					'A resolved ticket is never reopened, however it was resolved: it would return ahead of those who came later. If the problem is still there, a follow-up is opened, with a new arrival number.',
				],
			],
		},
		{
			clause: 'P6',
			title: 'Technical support and consultancy',
			paragraphs: [
				[
					'Our task is to solve technical problems of the software. We are glad to give consultancy too, when no technical problem is queued.',
					'You say which of the two it is. The agent who has the ticket in hand can move it to the other, writing you the reason; the arrival number stays the same.',
				],
				[
					'A consultancy ticket is taken only if no technical ticket is queued, reserved ones included. Those in hand or on hold do not count.',
					'While a consultancy ticket is queued, its page tells how many technical tickets come before it, and its place among consultancy.',
				],
			],
		},
		{
			clause: 'P7',
			title: 'Tutorials',
			paragraphs: [
				['Our commitment includes tutorials for all the software. None are published on this platform yet.'],
			],
		},
		{
			clause: 'P8',
			title: 'Courtesy',
			paragraphs: [
				[
					'Kind and complete support is our duty.',
					'When the platform does not accept something you sent, it tells you what happened, why, and what you can do now.',
				],
			],
		},
	];
}

export const settingWords: SettingWords = {
	holdDays: { label: 'Length of the hold', value: ({ holdDays }) => businessDays(holdDays) },
	workingWeek: { label: 'Working week', value: ({ week }) => weekDays(week) },
	country: { label: 'Public holidays', value: ({ country }) => country },
	timeZone: { label: 'Time zone', value: ({ zone }) => zone },
	reminders: {
		label: 'Reminders',
		value: ({ reminders: offsets, holdDays }) =>
			offsets.length === 0 ? 'none' : list(offsets.map((offset) => reminderDay(offset, holdDays))),
	},
	reminderTime: { label: 'Time of reminders', value: ({ reminderTime }) => clock(reminderTime) },
	inHandLimit: { label: 'Tickets in hand', value: ({ inHandLimit }) => `at most ${count(inHandLimit)}` },
	reservationMinutes: {
		label: 'Reservation',
		value: ({ reservationMinutes }) => (reservationMinutes === 0 ? 'never' : duration(reservationMinutes)),
	},
};
