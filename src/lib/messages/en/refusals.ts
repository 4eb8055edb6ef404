import type { Words } from '../words.ts';

export const refusals: Words['refusals'] = {
	'not-found': () => 'This ticket does not exist, or is not among those you may read.',
};
