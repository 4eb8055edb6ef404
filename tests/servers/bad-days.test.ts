import { afterAll, beforeEach, expect, test } from 'vitest';
import { sendMail } from '#lib/server/mail/send-mail.ts';
import { testDesk } from '../support/desk.ts';
import { testHouse } from '../support/house.ts';
import { mailingTo, mailRow, writeMail } from '../support/mailing.ts';
import { type Point, plain, smtpServer, type Whim } from '../support/smtp.ts';

const { desk, clock } = await testDesk();
const { paola, chiara } = await testHouse(desk);
const server = await smtpServer();
afterAll(() => server.close());
const mailing = mailingTo(server);
const run = (told = {}) => sendMail(desk, { ...mailing, ...told });

beforeEach(async () => {
	await desk.db.deleteFrom('mail_out').execute();
	await desk.db.updateTable('mail_sending').set({ failures: 0, failing_since: null, next_attempt_at: null }).execute();
	await desk.db.updateTable('account').set({ disabled_at: null }).execute();
	clock.advance({ hours: 2 });
	server.whim = () => undefined;
	server.received.length = 0;
	mailing.said.length = 0;
});

const texts = () => server.received.map((mail) => `${mail.to} ${plain(mail)}`);
/** The whim at one point, so many times. */
const times = (count: number, point: Point, whim: Whim) => {
	let left = count;
	server.whim = (at) => (at === point && left-- > 0 ? whim : undefined);
};

test.each([
	...(['greeting', 'ehlo', 'mail', 'rcpt', 'data', 'end'] as const).flatMap((point) =>
		(['hang', 'drip', 'cut', '421 4.3.2 closing'] as const).map((whim) => ({ point, whim })),
	),
])('a server that does «$whim» at $point loses nothing and gets nothing twice', async ({ point, whim }) => {
	times(2, point, whim);
	const ids = [await writeMail(desk, paola.id), await writeMail(desk, chiara.id)];
	await run();
	for (let minute = 0; minute < 12; minute++) {
		clock.advance({ minutes: 1 });
		await run();
	}
	expect(server.received.map(({ to }) => to).toSorted()).toEqual(['chiara@example.it', 'paola@example.it']);
	for (const id of ids) expect((await mailRow(desk, id)).state).toBe('sent');
});

test('an outage of a day loses nothing, keeps the order, and is said once; so is its end', async () => {
	server.whim = (point) => (point === 'greeting' ? 'cut' : undefined);
	const written: string[] = [];
	for (let minute = 0; minute < 24 * 60; minute += 5) {
		if (minute % 60 === 0) {
			await writeMail(desk, paola.id, { body: `ora ${minute / 60}\n` });
			written.push(`paola@example.it ora ${minute / 60}`);
		}
		await run();
		clock.advance({ minutes: 5 });
	}
	expect(server.received).toEqual([]);
	server.whim = () => undefined;
	expect(await run()).toBe(24);
	expect(texts()).toEqual(written);
	expect(mailing.said).toEqual([
		'mail cannot be sent at the moment; it waits, and is tried again',
		'mail goes out again',
	]);
});

test('who is put off for five days is given up on, in the server’s words', async () => {
	server.whim = (point) => (point === 'rcpt' ? '451 4.7.1 not now' : undefined);
	const id = await writeMail(desk, paola.id);
	for (let hour = 0; hour < 24 * 5 + 1; hour++) {
		await run();
		clock.advance({ hours: 1 });
	}
	expect(await mailRow(desk, id)).toMatchObject({ state: 'failed', trouble: 'gave-up', answer: '451 4.7.1 not now' });
});
