import type { Words } from '../words.ts';

const before = (one: string, many: (count: number) => string) => (count: number) => (count === 1 ? one : many(count));
const cameBack = (because: string) =>
	before(
		`A ticket that arrived before yours is in the queue again, at its arrival number: ${because}.`,
		(count) =>
			`${count} tickets that arrived before yours are in the queue again, at their arrival numbers: ${because}.`,
	);
const putBack = cameBack('whoever was working on it put it back');

export const moved: Words['moved'] = {
	title: 'Why the place changed',
	left: {
		taken: before(
			'A ticket that arrived before yours has been served.',
			(count) => `${count} tickets that arrived before yours have been served.`,
		),
		closed: before(
			'A ticket that arrived before yours has been closed.',
			(count) => `${count} tickets that arrived before yours have been closed.`,
		),
		merged: before(
			'A ticket that arrived before yours was merged into another.',
			(count) => `${count} tickets that arrived before yours were merged into others.`,
		),
	},
	joined: {
		opened: before(
			'A consultancy request arrived before yours.',
			(count) => `${count} consultancy requests arrived before yours.`,
		),
		moved: before(
			'A ticket that arrived before yours was moved to consultancy, at its arrival number.',
			(count) => `${count} tickets that arrived before yours were moved to consultancy, at their arrival numbers.`,
		),
		replied: cameBack('the customer has answered'),
		resumed: cameBack('the evaluation is finished'),
		withdrawn: cameBack('the information asked of the customer is no longer needed'),
		'handed-over': cameBack('it goes to another agent'),
		'off-duty': cameBack('whoever was working on it is off duty'),
		'put-back': putBack,
		disabled: putBack,
	},
	technical: {
		taken: before('A technical request has been served.', (count) => `${count} technical requests have been served.`),
		closed: before('A technical request has been closed.', (count) => `${count} technical requests have been closed.`),
		merged: before(
			'A technical request was merged into another.',
			(count) => `${count} technical requests were merged into others.`,
		),
		opened: before(
			'A technical request has arrived: it is served before consultancy.',
			(count) => `${count} technical requests have arrived: they are served before consultancy.`,
		),
		cameBack: before(
			'A technical request is in the queue again: it is served before consultancy.',
			(count) => `${count} technical requests are in the queue again: they are served before consultancy.`,
		),
	},
};
