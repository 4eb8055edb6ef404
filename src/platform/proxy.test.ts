import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';
import { markProvenance, provenanceOf } from './proxy.ts';

const of = (environment: NodeJS.ProcessEnv, headers: IncomingHttpHeaders, peer = '203.0.113.9') =>
	provenanceOf(headers, peer, readConfiguration(environment));

describe('without ORIGIN', () => {
	test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])(
		'%s is as good a name for this machine as any',
		(host) => {
			expect(of({}, { host })).toMatchObject({ protocol: 'http', host });
		},
	);

	test.each(['evil.example', 'localhost:4000', 'localhost:3000.evil.example', undefined])(
		'%s is not believed: the address is the one we print',
		(host) => expect(of({}, { host })).toMatchObject({ protocol: 'http', host: 'localhost:3000' }),
	);

	test('on port 80 the name stands alone', () => {
		expect(of({ PORT: '80' }, { host: '127.0.0.1' }).host).toBe('127.0.0.1');
	});

	test('a machine that listens on its own address is called by it', () => {
		expect(of({ HOST: '192.0.2.7' }, { host: '192.0.2.7:3000' })).toMatchObject({
			protocol: 'http',
			host: '192.0.2.7:3000',
		});
	});
});

test('ORIGIN is the only address, whatever was typed or forwarded', () => {
	const environment = { ORIGIN: 'https://desk.example.com', TRUSTED_PROXY: '10.0.0.0/8' };
	const headers = { host: 'localhost:3000', 'x-forwarded-proto': 'http', 'x-forwarded-host': 'other.example' };
	expect(of(environment, headers, '10.1.2.3')).toMatchObject({ protocol: 'https', host: 'desk.example.com' });
});

describe('proxy headers', () => {
	const forwarded = {
		host: 'inner:3000',
		'x-forwarded-proto': 'https',
		'x-forwarded-host': 'desk.example',
		'x-forwarded-for': '198.51.100.4',
	};

	test('from anybody are not believed', () => {
		expect(of({ TRUSTED_PROXY: '10.0.0.0/8' }, forwarded)).toEqual({
			protocol: 'http',
			host: 'localhost:3000',
			address: '203.0.113.9',
		});
	});

	test.each(['10.1.2.3', '::ffff:10.1.2.3'])('from a trusted proxy at %s are', (peer) => {
		expect(of({ TRUSTED_PROXY: '10.0.0.0/8, fd00::1' }, forwarded, peer)).toEqual({
			protocol: 'https',
			host: 'desk.example',
			address: '198.51.100.4',
		});
	});

	test('an IPv6 proxy may be trusted too', () => {
		expect(of({ TRUSTED_PROXY: 'fd00::/8' }, forwarded, 'fd00::7').address).toBe('198.51.100.4');
	});

	test('what a client wrote to the left of the first stranger is not an address of anybody', () => {
		const chain = { ...forwarded, 'x-forwarded-for': '1.2.3.4, 198.51.100.4, 10.9.9.9' };
		expect(of({ TRUSTED_PROXY: '10.0.0.0/8' }, chain, '10.1.2.3').address).toBe('198.51.100.4');
	});

	test.each(['', 'unknown', '1.2.3.4, nonsense'])(
		'without an address in "%s" the request is the proxy’s own',
		(header) => {
			const chain = { ...forwarded, 'x-forwarded-for': header };
			expect(of({ TRUSTED_PROXY: '10.0.0.0/8' }, chain, '10.1.2.3').address).toBe('10.1.2.3');
		},
	);

	test.each([
		{ 'x-forwarded-proto': 'javascript', 'x-forwarded-host': 'desk.example' },
		{ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'desk.example/path' },
		{ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'user@desk.example' },
		{ 'x-forwarded-host': 'desk.example' },
	])('that make no address are passed over: %j', (headers) => {
		expect(of({ TRUSTED_PROXY: '10.0.0.0/8' }, { host: 'x', ...headers }, '10.1.2.3').host).toBe('localhost:3000');
	});
});

test('what a client writes into the headers of our own is overwritten', () => {
	const request = {
		headers: {
			host: 'localhost:3000',
			'x-app-host': 'evil.example',
			'x-app-proto': 'https',
			'x-app-address': '10.0.0.1',
		},
		socket: { remoteAddress: '::ffff:203.0.113.9' },
	};
	markProvenance(request, readConfiguration({}));
	expect(request.headers).toMatchObject({
		'x-app-host': 'localhost:3000',
		'x-app-proto': 'http',
		'x-app-address': '203.0.113.9',
	});
});
