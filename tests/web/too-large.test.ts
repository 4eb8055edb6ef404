import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { giveAccount, giveCustomer, giveLicence, signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, dataDir } = testing;
const environment = { ATTACHMENT_MAX_BYTES: '1000', ATTACHMENTS_PER_MESSAGE: '2' };
const web = await startWeb(testing, { environment });

const customer = await giveCustomer(desk, 'Studio Ferri');
const product = String(await giveLicence(desk, customer, 'Telaio'));
const cookie = await signedIn(desk, {
	role: 'user',
	id: await giveAccount(desk, { role: 'user', username: 'paola', customer }),
});

test('a form far larger than everything allowed together gets its answer, the file named, the text kept', async () => {
	const form = new FormData();
	const typed = {
		requestKey: randomUUID(),
		product,
		lane: 'technical',
		subject: 'Un video',
		description: 'Si vede bene',
	};
	form.append('files', new File(['x'.repeat(20_000_000)], 'cantiere.mp4'));
	for (const [name, value] of Object.entries(typed)) form.append(name, value);

	const answer = await web.fetch('/tickets/new', {
		method: 'POST',
		body: form,
		headers: { cookie, accept: 'text/html' },
	});
	const page = await answer.text();
	expect(answer.status).toBe(413);
	expect(page).toContain('cantiere.mp4');
	expect(page).toContain('Si vede bene');
	expect(await readdir(join(dataDir, 'files', 'coming'))).toEqual([]);
});
