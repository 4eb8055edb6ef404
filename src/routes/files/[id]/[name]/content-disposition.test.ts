import { expect, test } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

test.each([
	['relazione.pdf', `filename="relazione.pdf"; filename*=UTF-8''relazione.pdf`],
	['città perché.docx', `filename="citta perche.docx"; filename*=UTF-8''citt%C3%A0%20perch%C3%A9.docx`],
	['a"b\\c%41.txt', `filename="a_b_c_41.txt"; filename*=UTF-8''a%22b%5Cc%2541.txt`],
	["l'(uno)*.txt", `filename="l'(uno)*.txt"; filename*=UTF-8''l%27%28uno%29%2A.txt`],
	['😀.png', `filename="_.png"; filename*=UTF-8''%F0%9F%98%80.png`],
	['due\r\nrighe; x=1', `filename="due__righe; x=1"; filename*=UTF-8''due%0D%0Arighe%3B%20x%3D1`],
])('%j is named so that every browser saves it under its name', (name, expected) => {
	expect(contentDisposition('attachment', name)).toBe(`attachment; ${expected}`);
});

test('a picture is shown', () => {
	expect(contentDisposition('inline', 'foto.png')).toBe(`inline; filename="foto.png"; filename*=UTF-8''foto.png`);
});
