import { expect, test } from 'vitest';
import type { TicketInSight } from '../access/tickets.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Look } from '../db/tell.ts';
import { Looking } from './looking.ts';
import { Stream } from './stream.ts';

const person = { language: 'it', theme: undefined } as const;
const marta: Viewer = { ...person, id: 1, role: 'agent', name: 'Marta' };
const davide: Viewer = { ...person, id: 2, role: 'agent', name: 'Davide' };
const giulia: Viewer = { ...person, id: 4, role: 'supervisor', name: 'Giulia' };
const paola: Viewer = { ...person, id: 3, role: 'user', name: 'Paola', customer: 1, seesColleagues: true };

/** As they would be read on the page; nothing where nobody looks any more. */
const namesIn = (chunk: Uint8Array): string =>
	JSON.parse(new TextDecoder().decode(chunk).split('data: ')[1] ?? '').names.join(', ');

/** Two processes that hear what either says, and what each page of theirs was told. */
function house() {
	const processes = [process(), process()] as const;
	function process() {
		const open = new Set<Stream>();
		const looking = new Looking((looks) => said.push(...looks));
		return { open, looking };
	}
	const said: Look[] = [];
	let now = 0;
	const carry = () => {
		for (const look of said.splice(0)) for (const { looking, open } of processes) looking.hear(look, open, now);
	};
	return {
		open(nth: 0 | 1, viewer: Viewer, ticket = 7) {
			const { open, looking } = processes[nth];
			const seen = { number: ticket } as TicketInSight;
			const watching = { viewer, session: viewer.name, ticket: seen, desk: false, since: undefined, admitted: '' };
			const heard: string[] = [];
			const stream = new Stream(watching, 0, (ended) => {
				open.delete(ended);
				looking.end(ended, open);
			});
			stream.send = (chunk) => void heard.push(namesIn(chunk));
			open.add(stream);
			looking.begin(stream, now);
			carry();
			const close = () => {
				stream.end();
				carry();
			};
			return { heard, close };
		},
		after(ms: number, tending: readonly (0 | 1)[] = [0, 1]) {
			for (const end = now + ms; now < end; now += 1_000) {
				for (const nth of tending) processes[nth].looking.tend(processes[nth].open, now);
				carry();
			}
		},
	};
}

test('whoever has a ticket open is told who else has, in this process or another, and when they leave', () => {
	const { open, after } = house();
	const [first, second] = [open(0, marta), open(1, davide)];
	expect([first.heard, second.heard]).toEqual([['Davide'], ['Marta']]);
	second.close();
	after(5_000);
	expect(first.heard).toEqual(['Davide', '']);
});

test('whoever comes back in a moment, in this process or another, never left; nor did they for a page that is opened meanwhile', () => {
	const { open, after } = house();
	const [first, second] = [open(0, marta), open(1, davide)];
	second.close();
	after(2_000);
	expect(open(0, giulia).heard).toEqual(['Davide, Marta']);
	const again = open(0, davide);
	after(20_000);
	expect(first.heard).toEqual(['Davide', 'Davide, Giulia']);
	expect(again.heard).toEqual(['Giulia, Marta']);
});

test('nobody is told of themselves, nor of another ticket', () => {
	const { open } = house();
	const heard = [open(0, marta), open(1, marta), open(1, davide, 8)].flatMap((page) => page.heard);
	expect(heard).toEqual([]);
});

test('who closes one of two pages looks on', () => {
	const { open, after } = house();
	const [first, second] = [open(0, marta), open(1, davide)];
	open(1, davide);
	second.close();
	after(5_000);
	expect(first.heard).toEqual(['Davide']);
});

test('it goes on while a page is open, and ends half a minute after its process has gone', () => {
	const { open, after } = house();
	const page = open(0, marta);
	open(1, davide);
	after(60_000);
	expect(page.heard).toEqual(['Davide']);
	after(45_000, [0]);
	expect(page.heard).toEqual(['Davide', '']);
});

test('a customer is told of nobody, and nobody of a customer', () => {
	const { open, after } = house();
	const [user, agent] = [open(0, paola), open(0, marta)];
	open(1, davide);
	after(20_000);
	expect([user.heard, agent.heard]).toEqual([[], ['Davide']]);
});
