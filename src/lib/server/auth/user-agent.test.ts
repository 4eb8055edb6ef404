import { describe, expect, test } from 'vitest';
import { deviceOf, userAgentAsKept } from './user-agent.ts';

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('where somebody is signed in, by what their browser says of itself', () => {
	test.each([
		{
			says: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/142.0.0.0 Safari/537.36`,
			is: 'Chrome, Windows',
		},
		{
			says: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
			is: 'Edge, Windows',
		},
		{ says: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', is: 'Firefox, Linux' },
		{
			says: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
			is: 'Safari, iPhone',
		},
		{
			says: 'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0.0.0 Mobile/15E148 Safari/604.1',
			is: 'Chrome, iPad',
		},
		{
			says: `Mozilla/5.0 (Linux; Android 10; K) ${webKit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
			is: 'Samsung Internet, Android',
		},
		{
			says: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
			is: 'Safari, Mac',
		},
		{
			says: `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webKit} Chrome/142.0.0.0 Safari/537.36`,
			is: 'Chrome, ChromeOS',
		},
		{ says: 'Something/1.0 (Windows)', is: ', Windows' },
		{ says: 'Firefox/145.0', is: 'Firefox, ' },
		{ says: 'curl/8.14.1', is: ', ' },
		{ says: '', is: ', ' },
	])('$is', ({ says, is }) => {
		const { browser = '', system = '' } = deviceOf(says);
		expect(`${browser}, ${system}`).toBe(is);
	});
});

test('what is kept is one line of at most 300 characters', () => {
	expect(userAgentAsKept(' Mozilla/5.0\u0000\u001b[31m\t(X11)\u0085 ')).toBe('Mozilla/5.0[31m(X11)');
	expect(userAgentAsKept('x'.repeat(1_000))).toHaveLength(300);
	expect(userAgentAsKept(null)).toBe('');
});
