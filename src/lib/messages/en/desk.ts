import type { Words } from '../words.ts';

export const desk: Words['desk'] = {
	title: 'Desk',
	navigation: { desk: 'Desk', queue: 'Queue' },
	takeNext: 'Take next',
};
