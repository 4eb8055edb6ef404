import { parseCrontab } from 'graphile-worker';
import { expect, test } from 'vitest';
import type { Desk } from '../desk.ts';
import { crontab, tasks } from './index.ts';

/** Those that an act asks for. */
const asked = ['carry-out-import', 'issue-credentials'];

test('every job that there is runs by the clock or is asked for by an act, and nothing runs that is no job', () => {
	const scheduled = parseCrontab(crontab).map(({ task }) => task);
	// None of them is run, so none asks for anything of the desk.
	expect([...scheduled, ...asked].toSorted()).toEqual(Object.keys(tasks({} as Desk)).toSorted());
});
