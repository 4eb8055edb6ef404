import { expect, test } from 'vitest';
import { CannotStart } from './cannot-start.ts';
import { inWords, saidBy } from './troubles.ts';

test.each([
	['FATAL:  could not extend file "base/1/2691": No space left on device', 'The disk that holds /data/pg is full.'],
	[
		'FATAL:  database files are incompatible with server\nDETAIL:  The data directory was initialized by PostgreSQL version 16, which is not compatible with this version 18.4.',
		'The database in /data/pg is one of PostgreSQL 16, and this Sportello brings PostgreSQL 18.',
	],
	['FATAL:  "/data/pg" is not a valid data directory', 'The folder /data/pg is not, or not wholly, a database'],
	['FATAL:  data directory "/data/pg" has wrong ownership', 'may not use /data/pg (EACCES)'],
	['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'too little free memory'],
])('%s', (said, told) => {
	expect(
		saidBy(`LOG:  starting PostgreSQL 18.4\n${said}\nLOG:  database system is shut down`, '/data/pg')?.message,
	).toContain(told);
});

test('what PostgreSQL says that we do not know is left to it', () => {
	expect(saidBy('FATAL:  something else', '/data/pg')).toBeUndefined();
});

test.each([
	['ENOSPC', 'The disk that holds /data/x is full.'],
	['EROFS', 'can only be read'],
	['EACCES', 'may not use /data/x (EACCES)'],
	['EPERM', 'may not use /data/x (EPERM)'],
	['53100', 'The disk that holds the database is full.'],
	['42501', 'permission denied for schema public. Make the user in DATABASE_URL the owner'],
])('an error %s is said in a sentence', (code, told) => {
	const error = inWords(Object.assign(new Error('permission denied for schema public'), { code, path: '/data/x' }));
	expect(error).toBeInstanceOf(CannotStart);
	expect((error as Error).message).toContain(told);
});

test('an error that nobody expected stays whole', () => {
	const error = new TypeError('x is not a function');
	expect(inWords(error)).toBe(error);
	expect(inWords('thrown')).toBe('thrown');
});
