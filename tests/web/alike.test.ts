import { expect, test } from 'vitest';
import { giveAccount } from '../support/accounts.ts';
import { post } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { paola, andrea } = await testHouse(desk);
const web = await startWeb(testing);
const invited = await giveAccount(desk, {
	...{ role: 'user', username: 'nadia', customer: paola.customer, activated: false },
});
await desk.db
	.updateTable('account')
	.set({ disabled_at: await testing.clock.now(desk.db) })
	.where('id', '=', andrea.id)
	.execute();

/** Names of one length, so that answers that are alike are as long: of credentials in use, of nobody, disabled, not yet activated. */
const names = { known: 'paola', unknown: 'paolo', disabled: 'andre', invited: 'nadia' };
await desk.db.updateTable('account').set({ username: names.disabled }).where('id', '=', andrea.id).execute();

type Told = { status: number; headers: string[]; body: string; took: number };

async function ask(path: string, name: string): Promise<Told> {
	await desk.db.deleteFrom('sign_in_attempt').execute();
	await desk.db.deleteFrom('recovery').execute();
	const since = performance.now();
	const answer = await post(web, path, { name, password: 'non-è-la-password' });
	const body = await answer.text();
	const took = performance.now() - since;
	// A digest of the body, in which the name stands that was typed; the body is compared without it.
	const headers = [...answer.headers].filter(([header]) => !['date', 'etag'].includes(header));
	return {
		status: answer.status,
		took,
		body: bare(body, name),
		headers: headers.map(([header, value]) => `${header}: ${bare(value, name)}`),
	};
}

/** Without the name that was typed, and what is new in every answer. */
function bare(text: string, name: string): string {
	return text.replaceAll(name, '…').replaceAll(/nonce[="-]+[\w+/=-]+|sveltekit_\w+/g, '');
}

test.each(['/login', '/recover'])('%s answers every name alike, in words, status, headers and length', async (path) => {
	const [known, ...others] = await Promise.all(
		Object.values(names).map(async (name) => {
			const { took: _, ...told } = await ask(path, name);
			return told;
		}),
	);
	for (const other of others) expect(other).toEqual(known);
});

test.each([
	{ path: '/login', rounds: 8 },
	{ path: '/recover', rounds: 4 },
])('$path takes as long for every name', async ({ path, rounds }) => {
	await ask(path, names.known);
	const least = { known: Infinity, unknown: Infinity, disabled: Infinity, invited: Infinity };
	// In turns, and the shortest of each: what else the machine does only ever makes an answer later.
	for (let round = 0; round < rounds; round++) {
		for (const [kind, name] of Object.entries(names) as [keyof typeof names, string][]) {
			least[kind] = Math.min(least[kind], (await ask(path, name)).took);
		}
	}
	if (process.env.MEASURE) console.log(path, least);
	// To verify no password takes a tenth of the time.
	for (const took of Object.values(least)) {
		expect(took / least.known).toBeGreaterThan(0.5);
		expect(took / least.known).toBeLessThan(2);
	}
});

test('recovery is written to the stored address alone, however the name was typed', async () => {
	await desk.db.deleteFrom('mail_out').execute();
	for (const name of ['paola', ' PAOLA ', 'Paola@Example.it', 'paola@example.it,x@evil.example', 'paola\r\nBcc: x']) {
		await ask('/recover', name);
	}
	const mails = await desk.db
		.selectFrom('mail_out')
		.innerJoin('account', 'account.id', 'mail_out.account')
		.select(['mail_out.account', 'account.email', 'sent_to', 'subject', 'body'])
		.execute();
	expect(mails).toHaveLength(3);
	for (const mail of mails) expect(mail).toMatchObject({ account: paola.id, email: 'paola@example.it', sent_to: null });
	expect(JSON.stringify(mails)).not.toMatch(/evil|Bcc/);
	expect(mails.map(({ account }) => account)).not.toContain(invited);
});
