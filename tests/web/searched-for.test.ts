import { expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { paola } = await testHouse(desk);
const ada = await giveStaff(desk, 'ada', 'administrator');
const web = await startWeb(testing);
const cookies = { ada: await signedIn(desk, ada), paola: await signedIn(desk, paola) };

const read = (who: keyof typeof cookies, path: string) =>
	web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html' } });

/** What is searched for at an address; NUL is the one character that PostgreSQL does not take in a text. */
test.each([
	['ada', '/desk/customers?q='],
	['ada', '/desk/replies?q='],
	['ada', '/desk/search?q='],
	['ada', '/desk/search?customer='],
	['ada', '/desk/find?q='],
	['ada', '/admin/customers?q='],
	['ada', '/admin/mail?person='],
	['paola', '/tickets?q='],
] as const)('whatever is searched for, %s is answered at %s', async (who, address) => {
	for (const typed of ['\0', 'a\0b', "'", '\\', '%', `"'\\:*&|!()<->`, '\u{10ffff}', 'a '.repeat(2_000)]) {
		const answer = await read(who, address + encodeURIComponent(typed));
		await answer.body?.cancel();
		expect([typed, answer.status]).toEqual([typed, 200]);
	}
});

test('a sign that nobody sees is not searched for', async () => {
	expect(wordsOf(await (await read('ada', '/desk/customers?q=Ferri%00')).text())).toContain('Ferri e Landi');
	expect(wordsOf(await (await read('ada', '/desk/customers?q=%00')).text())).toContain('Arcadia');
});
