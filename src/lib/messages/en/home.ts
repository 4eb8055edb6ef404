import type { Words } from '../words.ts';

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (count: number) => numbers[count] ?? String(count);
const begins = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export const home: Words['home'] = {
	title: 'Your tickets',
	open: 'Open a ticket',
	turn: {
		yours: (count) =>
			count === 1
				? 'One ticket is waiting for an answer from you.'
				: begins(`${inWords(count)} tickets are waiting for an answer from you.`),
		ours: (count) =>
			count === 1 ? 'Our turn: we have one ticket of yours.' : `Our turn: we have ${inWords(count)} tickets of yours.`,
		none: 'You have no open ticket.',
	},
	besides: {
		oursToo: (count) => (count === 1 ? 'For one more it is our turn.' : `For ${inWords(count)} more it is our turn.`),
		nothingToDo: 'There is nothing for you to do right now.',
		ofColleagues: (count) =>
			count === 1
				? 'A colleague’s ticket is waiting for an answer: you can give it too.'
				: begins(`${inWords(count)} tickets of colleagues are waiting for an answer: you can give it too.`),
		news: (count) => (count === 1 ? 'There is news in one ticket.' : `There is news in ${inWords(count)} tickets.`),
	},
	news: 'News',
	yours: 'Your turn',
	yoursHint: 'We need an answer from you to go on.',
	support: 'Our turn',
	supportHint: 'We serve them in order of arrival.',
	resolved: 'Recently resolved',
	theirs: 'Of your colleagues',
	moreOfTheirs: (count) =>
		count === 1 ? 'One more ticket of your colleagues' : begins(`${inWords(count)} more tickets of your colleagues`),
	answerBy: (date) => `please answer by ${date}`,
	theirAnswerBy: (date) => `answer by ${date}`,
	all: 'All tickets, with filters',
	opened: 'opened',
	openedBy: (name) => `opened by ${name}`,
	ended: 'resolved',
	endedOf: (name) => `${name}’s, resolved`,
	first: {
		title: 'Take a number here',
		steps: [
			{
				begins: 'Open a ticket',
				goesOn:
					'and tell us which software it is about, what you were doing and what goes wrong, perhaps with a file or a screenshot.',
			},
			{
				begins: 'Get your number:',
				goesOn: 'every request takes one when it arrives, and requests are served in that order.',
			},
			{
				begins: 'Follow your turn from here,',
				goesOn: 'where you always see whose turn it is and how many are ahead, and where we ask you for what we need.',
			},
		],
	},
};
