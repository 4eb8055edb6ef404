import { parseCrontab } from 'graphile-worker';
import { expect, test } from 'vitest';
import type { Desk } from '../desk.ts';
import { crontab, tasks } from './index.ts';

test('every job that there is runs by the clock, and nothing runs that is no job', () => {
	const scheduled = parseCrontab(crontab).map(({ task }) => task);
	// None of them is run, so none asks for anything of the desk.
	expect(scheduled.toSorted()).toEqual(Object.keys(tasks({} as Desk)).toSorted());
});
