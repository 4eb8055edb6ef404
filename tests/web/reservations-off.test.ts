import { expect, test } from 'vitest';
import { defaultPolicy } from '#lib/domain/policy.ts';
import { signedIn } from '../support/accounts.ts';
import { wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, giveStaff, testHouse } from '../support/house.ts';
import { givePolicy } from '../support/waits.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta, davide } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
const { inHand } = begin(desk, product);
const web = await startWeb(testing);

test('where the policy reserves nothing, the desk says nothing of reserving', async () => {
	await givePolicy(desk, elena, { ...defaultPolicy, reservationMinutes: 0 });
	const ticket = await inHand(paola, marta);
	const read = async (who: Parameters<typeof signedIn>[1], path: string) => {
		const headers = { cookie: await signedIn(desk, who), accept: 'text/html' };
		return wordsOf(await (await web.fetch(path, { headers })).text());
	};
	const page = await read(marta, `/desk/tickets/${ticket}`);
	expect(page).toContain('non prevede di passare un ticket a un collega');
	expect(page).not.toMatch(/riservat/i);
	expect(await read(marta, '/desk')).not.toMatch(/riservat/i);
	expect(await read(davide, '/desk')).toMatch(/Fuori servizio le Sue attese restano Sue\. /);
	expect(await read(davide, '/desk')).not.toMatch(/riservat/i);
});
