import { expect, test } from 'vitest';
import { application } from '#platform/application.ts';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { hear } from '../support/events.ts';
import { testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { paola } = await testHouse(testing.desk);
const web = await startWeb(testing);

test('when the server stops no page keeps it waiting, and whoever comes is told in words', async () => {
	const cookie = await signedIn(testing.desk, paola);
	const heard = await hear(web, '/live', cookie);
	await heard.next('hello');
	await application().live.close();
	await heard.next('again');
	await heard.ended;
	const late = await hear(web, '/live', cookie);
	await late.ended;
	expect(late.status).toBe(503);
	expect(late.text()).toContain('non si possono aggiornare da sole');
});
