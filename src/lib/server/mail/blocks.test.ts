import { expect, test } from 'vitest';
import { paragraphsOf } from './blocks.ts';

const origin = 'https://desk.example.com';

test('sentences, a list, what a person wrote and a page of ours are told apart', () => {
	const body = [
		'Gentile Paola,\n\nChe cosa serve:\n- Versione\n- File',
		'Il messaggio:\n> Buongiorno.\n>\n> - uno\n> https://desk.example.com/tickets/7',
		'Il ticket 7:\nhttps://desk.example.com/tickets/7\n',
	].join('\n\n');
	expect(paragraphsOf(body, origin)).toEqual([
		[{ kind: 'text', lines: ['Gentile Paola,'] }],
		[
			{ kind: 'text', lines: ['Che cosa serve:'] },
			{ kind: 'list', items: ['Versione', 'File'] },
		],
		[
			{ kind: 'text', lines: ['Il messaggio:'] },
			{ kind: 'quote', lines: ['Buongiorno.', '', '- uno', 'https://desk.example.com/tickets/7'] },
		],
		[{ kind: 'page', title: 'Il ticket 7:', address: 'https://desk.example.com/tickets/7' }],
	]);
});

test.each([
	'https://desk.example.com.evil.example/tickets/7',
	'https://desk.example.com',
	'https://desk.example.com/tickets/7 e altro',
	'http://desk.example.com/tickets/7',
])('%s is no page of ours', (line) => {
	expect(paragraphsOf(`Il ticket 7:\n${line}`, origin)).toEqual([[{ kind: 'text', lines: ['Il ticket 7:', line] }]]);
});
