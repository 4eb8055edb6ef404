import { beforeEach, describe, expect, test } from 'vitest';
import type { OptionalKind } from '#lib/domain/notices.ts';
import type { Upload } from '#lib/server/db/messages.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { chooseNotices } from '#lib/server/use-cases/choose-notices.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { testDesk } from '../support/desk.ts';
import { asking, begin, forgetTickets, granted, key, on, saying, testHouse } from '../support/house.ts';

const { desk } = await testDesk();
const { product, paola, andrea, chiara, marta } = await testHouse(desk);
const { opened, inHand } = begin(desk, product);

beforeEach(async () => {
	await forgetTickets(desk);
	await desk.db.updateTable('account').set({ language: 'it', muted: [], disabled_at: null }).execute();
});

const wants = (who: typeof paola, wanted: OptionalKind[]) => chooseNotices(desk, who, { ...key(), wanted });
const mails = () =>
	desk.db.selectFrom('mail_out').select(['kind', 'account', 'language', 'subject', 'body']).orderBy('id').execute();
const told = async () => (await mails()).map(({ kind, account }) => [kind, account]);
const file: Upload = { name: 'libretto 100%.pdf', size: 1, sha256: Buffer.alloc(32), mediaType: 'application/pdf' };

describe('an agent’s reply', () => {
	test('is told whole, with what came with it, in the language of whoever opened the ticket', async () => {
		const ticket = await inHand(paola, marta);
		await desk.db.updateTable('account').set({ language: 'en' }).where('id', '=', paola.id).execute();
		const text = 'Buongiorno,\n\n- apra il menu **Strumenti**\n/tickets/9\n%1$s al 100 %';
		granted(await replyToCustomer(desk, marta, { ...saying(ticket, text), files: [file] }));
		const [mail, ...others] = await mails();
		expect([others, mail?.kind, mail?.account, mail?.language]).toEqual([[], 'answered', paola.id, 'en']);
		expect(mail?.subject).toBe(`Ticket ${ticket}, we have replied: La poligonale non chiude`);
		expect(mail?.body.startsWith('Dear Paola,\n\nAn agent has replied in ticket 1 (“La poligonale non chiude”).')).toBe(
			true,
		);
		expect(mail?.body).toContain('> Buongiorno,\n>\n> - apra il menu **Strumenti**\n> /tickets/9\n> %1$s al 100 %\n');
		expect(mail?.body).toContain('\n- libretto 100%.pdf\n');
		for (const path of [`/tickets/${ticket}`, '/account', '/policy']) {
			expect(mail?.body.split('\n')).toContain(path);
		}
	});

	test('a file alone is told of too, and quotes nothing', async () => {
		const ticket = await inHand(paola, marta);
		granted(await replyToCustomer(desk, marta, { ...saying(ticket, ''), files: [file] }));
		const [mail] = await mails();
		expect(mail?.body).toContain('- libretto 100%.pdf');
		expect(mail?.body).not.toMatch(/^>/m);
	});

	test('is told to a colleague who wrote on the ticket too, and to nobody else', async () => {
		const ticket = await inHand(paola, marta);
		granted(await replyToCustomer(desk, marta, saying(ticket)));
		granted(await replyAsCustomer(desk, andrea, saying(ticket)));
		granted(await replyToCustomer(desk, marta, saying(ticket)));
		expect(await told()).toEqual([
			['answered', paola.id],
			...[paola.id, andrea.id].toSorted((a, b) => a - b).map((id) => ['answered', id]),
		]);
	});

	test('is not told to whoever does not want it, and nobody gets it in their stead', async () => {
		const ticket = await inHand(paola, marta);
		granted(await wants(paola, ['resolved', 'merged']));
		granted(await replyToCustomer(desk, marta, saying(ticket)));
		expect(await told()).toEqual([]);
		granted(await wants(paola, ['answered', 'resolved', 'merged']));
		granted(await replyToCustomer(desk, marta, saying(ticket)));
		expect(await told()).toEqual([['answered', paola.id]]);
	});

	test('that is refused tells nobody', async () => {
		const ticket = await opened(paola);
		expect((await replyToCustomer(desk, marta, saying(ticket))).ok).toBe(false);
		expect(await told()).toEqual([]);
	});
});

describe('a ticket that is resolved', () => {
	test('is told with the last message, once, and how to go on; never when', async () => {
		const ticket = await inHand(chiara, marta);
		granted(await resolve(desk, marta, saying(ticket, 'Abbiamo corretto il file.')));
		const [mail, ...others] = await mails();
		expect([others, mail?.kind, mail?.account]).toEqual([[], 'resolved', chiara.id]);
		expect(mail?.subject).toBe(`Ticket ${ticket}, è risolto: La poligonale non chiude`);
		expect(mail?.body).toContain('> Abbiamo corretto il file.');
		expect(mail?.body.split('\n')).toContain(`/tickets/new?follows=${ticket}`);
	});

	test('without a word it quotes none', async () => {
		const ticket = await inHand(chiara, marta);
		granted(await resolve(desk, marta, saying(ticket, '')));
		expect((await mails())[0]?.body).not.toMatch(/^>|Il messaggio:/m);
	});

	test('is not told to whoever does not want it, nor to whoever closed it', async () => {
		const ticket = await inHand(chiara, marta);
		granted(await wants(chiara, ['answered']));
		granted(await resolve(desk, marta, saying(ticket)));
		granted(await closeTicket(desk, paola, on(await opened(paola))));
		expect(await told()).toEqual([]);
	});
});

test('a merge is not told to whoever does not want it', async () => {
	const first = await inHand(paola, marta);
	const second = await opened(paola);
	granted(await wants(paola, []));
	granted(await mergeTicket(desk, marta, { ...on(first), other: second }));
	expect(await told()).toEqual([]);
});

test('a request for information is told once, as what it is, whatever its receiver has switched off', async () => {
	const ticket = await inHand(paola, marta);
	granted(await wants(paola, []));
	await desk.db
		.updateTable('account')
		.set({ muted: ['hold-placed', 'answered'] })
		.where('id', '=', paola.id)
		.execute();
	granted(await awaitCustomer(desk, marta, asking(ticket)));
	expect(await told()).toEqual([['hold-placed', paola.id]]);
});
