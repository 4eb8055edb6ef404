import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CannotStart } from './cannot-start.ts';
import { defaults, readConfiguration } from './configuration.ts';

const project = resolve(import.meta.dirname, '../..');

test('nothing has to be set', () => {
	expect(readConfiguration({})).toMatchObject({
		port: 3000,
		host: '127.0.0.1',
		origin: 'http://localhost:3000',
		originGiven: false,
		databaseUrl: undefined,
		dataDir: resolve(project, 'data'),
		attachmentMaxBytes: 26_214_400,
		attachmentsPerMessage: 10,
	});
});

test('an empty setting is not set', () => {
	expect(readConfiguration({ PORT: '', ORIGIN: ' ' })).toMatchObject({ port: 3000, originGiven: false });
});

test.each([
	[{ PORT: '8080' }, 'http://localhost:8080'],
	[{ HOST: '0.0.0.0' }, 'http://localhost:3000'],
	[{ HOST: '192.0.2.7', PORT: '80' }, 'http://192.0.2.7'],
	[{ HOST: '2001:db8::1' }, 'http://[2001:db8::1]:3000'],
	[{ ORIGIN: 'https://desk.example.com/' }, 'https://desk.example.com'],
])('with %j links begin with %s', (environment, origin) => {
	expect(readConfiguration(environment).origin).toBe(origin);
});

test.each([
	{ PORT: 'abc' },
	{ PORT: '70000' },
	{ PORT: '0' },
	{ HOST: 'not a host' },
	{ ORIGIN: 'desk.example.com' },
	{ ORIGIN: 'https://desk.example.com/help' },
	{ TRUSTED_PROXY: '10.0.0.0/8, proxy' },
	{ TRUSTED_PROXY: '10.0.0.0/33' },
	{ ATTACHMENT_MAX_BYTES: '25MB' },
	{ ATTACHMENTS_PER_MESSAGE: '-1' },
	{ MAIL_FROM: 'Assistenza' },
	{ MAIL_FROM: `${'x'.repeat(31)}@example.com` },
	{ MAIL_RETURN_PATH: 'none' },
	{ MAIL_PER_HOUR: '0' },
	{ POOL_SIZE: '1' },
	{ LOG_LEVEL: 'loud' },
])('%j cannot be, and the sentence names the setting and what it is', (environment) => {
	const [[name, value] = []] = Object.entries(environment);
	const read = () => readConfiguration(environment);
	expect(read).toThrow(CannotStart);
	expect(read).toThrow(new RegExp(`${name} must .*\\(it is "${value}"\\)`));
});

test('a SECRET_KEY that is too short is not repeated', () => {
	const read = () => readConfiguration({ SECRET_KEY: 'troppo-breve' });
	expect(read).toThrow('SECRET_KEY must have at least 32 characters. Correct');
});

test('a wrong DATABASE_URL is not repeated with its password', () => {
	const read = () => readConfiguration({ DATABASE_URL: 'mysql://desk:s3cret@db/desk' });
	expect(read).toThrow('DATABASE_URL must begin with postgres://. Correct');
});

test.each([
	['http://mail.example.com', 'must be an address'],
	['smtp://', 'must be an address'],
	['smtp://desk:s3cret@mail.example.com?starttls=no', 'must not have a password'],
	['smtps://desk:s3cret@mail.example.com?starttls=no', 'may have nothing after'],
	['smtp://desk:s3cret@mail.example.com?tls=never', 'may have nothing after'],
	['smtp://desk:%zz-s3cret@mail.example.com', 'is not encoded'],
])('a wrong SMTP_URL is not repeated with its password: %s', (SMTP_URL, why) => {
	const read = () => readConfiguration({ SMTP_URL, MAIL_FROM: 'desk@example.com' });
	expect(read).toThrow(why);
	expect(read).not.toThrow('s3cret');
});

test('mail that goes out comes from somebody', () => {
	expect(() => readConfiguration({ SMTP_URL: 'smtp://mail.example.com' })).toThrow('MAIL_FROM is not');
	expect(readConfiguration({ MAIL_FROM: 'desk@example.com' }).mail).toBeUndefined();
});

test.each([
	['smtp://mail.example.com', { host: 'mail.example.com', port: 587, tls: 'starttls' }],
	['smtp://[::1]:2525?starttls=no', { host: '::1', port: 2525, tls: 'none' }],
	[
		'smtps://a%40b:p%3Aw@mail.example.com',
		{ host: 'mail.example.com', port: 465, tls: 'from-start', login: { user: 'a@b', password: 'p:w' } },
	],
])('%s is a mail server', (SMTP_URL, server) => {
	const MAIL_FROM = '"Ferri, assistenza" <desk@example.com>';
	expect(readConfiguration({ SMTP_URL, MAIL_FROM }).mail).toEqual({
		server,
		from: { name: 'Ferri, assistenza', address: 'desk@example.com', domain: 'example.com' },
		returnPath: 'signed',
		perHour: 30,
	});
});

test('every wrong setting is named at once', () => {
	expect(() => readConfiguration({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT .* LOG_LEVEL /s);
});

test('the README lists the settings there are, with their defaults', () => {
	const readme = readFileSync(resolve(project, 'README.md'), 'utf8');
	const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| *(?:`([^`]*)` *)?\|/gm)];
	expect(Object.fromEntries(rows.map(([, name, value = '']) => [name, value]))).toEqual(defaults);
});
