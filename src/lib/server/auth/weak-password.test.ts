import { expect, test } from 'vitest';
import { refusePassword } from './weak-password.ts';

const anna = { name: 'Anna De Bianchi', username: 'a.bianchi', email: 'anna.db@studiobianchi.example' };
const reasonOf = (password: string) => refusePassword(password, anna)?.reason;

test.each([
	'password123!',
	'Qwertyuiop',
	'1234567890',
	'1q2w3e4r5t',
	'aaaaaaaaaaaa',
	'abcabcabcabc',
	'Michelle-1987',
	'----------',
])('%s is tried first by whoever guesses', (password) => expect(reasonOf(password)).toBe('password-common'));

test.each([
	'annabianchi1',
	'A.Bianchi.2026',
	'studiobianchi',
	'ＡＮＮＡ-bianchi',
	'Sportello-2026',
	'studiobianchi.Anna',
])('%s is what everybody knows of her', (password) => expect(reasonOf(password)).toBe('password-personal'));

test.each([
	'cavallo-batteria',
	'una frase lunga',
	'anna compra tre pere',
	'perché no, mai',
	'🌳🌳 due pini e un faggio',
	'зелёный чай',
])('%s is as good as any', (password) => expect(reasonOf(password)).toBeUndefined());
