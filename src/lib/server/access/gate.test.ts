import { expect, test } from 'vitest';
import { admit } from './gate.ts';
import type { Viewer } from './viewer.ts';

const person = { id: 1, name: 'Anna', language: 'it', theme: undefined } as const;
const user: Viewer = { ...person, role: 'user', customer: 1, seesColleagues: true };
const agent: Viewer = { ...person, role: 'agent' };
const supervisor: Viewer = { ...person, role: 'supervisor' };
const administrator: Viewer = { ...person, role: 'administrator' };
const everybody = [undefined, user, agent, supervisor, administrator];

test.each([
	['/(visitor)/login', ['enter', 'enter', 'enter', 'enter', 'enter']],
	['/(portal)', ['sign-in', 'enter', 'home', 'home', 'home']],
	['/(portal)/tickets/[number]', ['sign-in', 'enter', 'not-found', 'not-found', 'not-found']],
	['/files/[id]/[name]', ['sign-in', 'enter', 'enter', 'enter', 'enter']],
	['/access/set-up', ['sign-in', 'enter', 'enter', 'enter', 'enter']],
	['/live', ['sign-in', 'enter', 'enter', 'enter', 'enter']],
	['/desk', ['sign-in', 'not-found', 'enter', 'enter', 'enter']],
	['/desk/tickets/[number]', ['sign-in', 'not-found', 'enter', 'enter', 'enter']],
	['/admin/customers', ['sign-in', 'not-found', 'not-found', 'not-found', 'enter']],
])('%s: %j for visitor, user, agent, supervisor, administrator', (route, verdicts) => {
	expect(everybody.map((viewer) => admit(route, viewer))).toEqual(verdicts);
});

test.each([null, '', '/', '/[...path]', '/deskside', '/(visitors)', '/new', '/new/desk'])(
	'%j, of which nothing is said, admits nobody',
	(route) => {
		for (const viewer of everybody) expect(admit(route, viewer)).toBe('not-found');
	},
);
