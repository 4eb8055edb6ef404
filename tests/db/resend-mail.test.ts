import { afterAll, beforeEach, expect, test } from 'vitest';
import { linkKinds } from '#lib/domain/notices.ts';
import { beginSending } from '#lib/server/db/mail-queue.ts';
import { sendMail } from '#lib/server/mail/send-mail.ts';
import { mailWhole } from '#lib/server/queries/mail-out.ts';
import { staffTicketPage } from '#lib/server/queries/staff-ticket-page.ts';
import { resendMail } from '#lib/server/use-cases/resend-mail.ts';
import { testDesk } from '../support/desk.ts';
import { begin, giveStaff, key, testHouse } from '../support/house.ts';
import { mailingTo, mailRow, writeMail } from '../support/mailing.ts';
import { header, type Point, plain, smtpServer, type Whim } from '../support/smtp.ts';

const { desk, clock } = await testDesk();
const { paola, marta, product } = await testHouse(desk);
const rita = await giveStaff(desk, 'rita', 'administrator');
const ticket = await begin(desk, product).opened(paola);
const server = await smtpServer();
afterAll(() => server.close());
const mailing = mailingTo(server);
const run = (told = {}) => sendMail(desk, { ...mailing, ...told });

beforeEach(async () => {
	await desk.db.deleteFrom('mail_out').execute();
	await desk.db.updateTable('mail_sending').set({ failures: 0, failing_since: null, next_attempt_at: null }).execute();
	clock.advance({ hours: 2 });
	server.whim = () => undefined;
	server.received.length = 0;
});

const at = (point: Point, whim: Whim) => {
	server.whim = (here) => (here === point ? whim : undefined);
};
const resend = (mail: number, by = rita) => resendMail(desk, by, { ...key(), mail });
const ids = () => server.received.map((mail) => header(mail, 'Message-ID'));

test('a mail that nobody accepted keeps its Message-ID, since it may have come through; one that was accepted gets another', async () => {
	at('end', 'keep-and-cut');
	const mail = await writeMail(desk, paola.id);
	for (let day = 0; day < 6; day++) {
		for (let nth = 0; nth < 8; nth++) {
			await run();
			clock.advance({ hours: 3 });
		}
	}
	expect(await mailRow(desk, mail)).toMatchObject({ state: 'failed', trouble: 'gave-up' });
	server.whim = () => undefined;
	expect(await resend(mail)).toMatchObject({ ok: true });
	expect(await run()).toBe(1);
	expect(new Set(ids()).size).toBe(1);

	server.received.length = 0;
	const before = (await mailRow(desk, mail)).message_id;
	expect(await resend(mail)).toMatchObject({ ok: true });
	expect(await run()).toBe(1);
	expect(ids()).not.toContain(`<${before}@desk.example>`);
	const audited = await desk.db.selectFrom('audit_log').select('verb').where('verb', '=', 'mail-resent').execute();
	expect(audited).toHaveLength(2);
});

test('what was tried before goes alone the second time, however much waits', async () => {
	at('rcpt', '550 no');
	const mail = await writeMail(desk, paola.id, { body: 'la prima\n' });
	await run();
	server.whim = () => undefined;
	await resend(mail);
	for (const nth of [2, 3]) await writeMail(desk, paola.id, { body: `n. ${nth}\n` });
	await run({ perHour: 1 });
	expect(server.received.map(plain)).toEqual(['la prima']);
});

test('what an administrator sends again, however old, goes out once a server that is away is back', async () => {
	at('rcpt', '550 no');
	const mail = await writeMail(desk, paola.id);
	await run();
	clock.advance({ hours: 24 * 6 });
	await resend(mail);
	at('mail', '530 5.7.0 sign in first');
	await run();
	expect(await mailRow(desk, mail)).toMatchObject({ state: 'waiting', attempts: 0 });
	await beginSending(desk.db, await clock.now(desk.db));
	server.whim = () => undefined;
	clock.advance({ minutes: 5 });
	expect(await run()).toBe(1);
	expect(await mailRow(desk, mail)).toMatchObject({ state: 'sent', attempts: 1 });
});

test('a link is never sent a second time, nor does anybody but an administrator send anything', async () => {
	const mail = await writeMail(desk, paola.id);
	await run();
	expect(await resend(mail, marta)).toMatchObject({ refusal: { reason: 'administrators-only' } });
	for (const kind of linkKinds) {
		await desk.db.updateTable('mail_out').set({ kind }).execute();
		expect(await resend(mail)).toMatchObject({ refusal: { reason: 'link-not-sent-again' } });
	}
	expect(await resend(999_999)).toMatchObject({ refusal: { reason: 'unknown-record' } });
	expect((await mailRow(desk, mail)).state).toBe('sent');
});

test('the ticket names whoever the last mail about it did not reach, also where it went among others', async () => {
	const named = async () => {
		const seen = await staffTicketPage(desk, marta, ticket);
		return seen?.undelivered.map(({ mail }) => mail);
	};
	at('rcpt', '550 no');
	const carrier = await writeMail(desk, paola.id);
	await writeMail(desk, paola.id, { ticket });
	await run({ perHour: 1 });
	expect(await named()).toEqual([carrier]);
	expect((await mailWhole(desk.db, carrier))?.undelivered).toMatchObject({
		trouble: 'refused',
		answer: '550 no',
		tried: 'paola@example.it',
	});

	server.whim = () => undefined;
	await writeMail(desk, paola.id, { ticket });
	expect(await named()).toEqual([carrier]);
	await run();
	expect(await named()).toEqual([]);
});
