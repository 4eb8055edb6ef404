import pg from 'pg';
import { expect, test } from 'vitest';
import { createLogger } from './logging.ts';

function logged(err: unknown): Record<string, unknown> {
	const written: string[] = [];
	createLogger({ logLevel: 'info' }, { write: (line) => void written.push(line) }).error({ err }, 'failed');
	return JSON.parse(written.join('')).err;
}

/** As PostgreSQL sends it: what was wrong, and the row it was wrong in. */
function databaseError(message: string, code: string): pg.DatabaseError {
	const error = new pg.DatabaseError(message, message.length, 'error');
	const row = 'Key (email)=(anna.rossi@example.it) already exists.';
	return Object.assign(error, { code, detail: row, where: `COPY account, line 1: ${row}`, parameters: ['anna.rossi'] });
}

test('of an error of the database the log keeps what went wrong and where, not the row', () => {
	const told = logged(databaseError('duplicate key value violates unique constraint "account_email_key"', '23505'));
	expect(Object.keys(told)).toEqual(['type', 'message', 'code', 'stack']);
	expect(told).toMatchObject({
		type: 'DatabaseError',
		code: '23505',
		message: expect.stringContaining('account_email'),
	});
	expect(told.stack).toContain('logging.test.ts');
	expect(JSON.stringify(told)).not.toContain('anna');
});

test('a message that quotes what somebody wrote is left out, in the stack, as a cause and as one of several too', () => {
	const cause = databaseError('invalid input syntax for type integer: "anna.rossi"', '22P02');
	for (const error of [cause, new Error('the page broke', { cause }), new AggregateError([cause], 'the job broke')]) {
		const told = JSON.stringify(logged(error));
		expect(told).toContain('22P02');
		expect(told).toContain('logging.test.ts');
		expect(told).not.toContain('anna');
	}
});

test('what is no error is not repeated', () => {
	expect(logged('anna')).toMatchObject({ type: 'string' });
	expect(JSON.stringify(logged({ name: 'anna' }))).not.toContain('anna');
});
