import { afterAll, beforeEach, expect, test } from 'vitest';
import { beginSending } from '#lib/server/db/mail-queue.ts';
import { sendMail } from '#lib/server/mail/send-mail.ts';
import { testDesk } from '../support/desk.ts';
import { begin, testHouse } from '../support/house.ts';
import { mailingTo, mailRow, writeMail } from '../support/mailing.ts';
import { header, type Point, plain, smtpServer, type Whim } from '../support/smtp.ts';

const { desk, clock } = await testDesk();
const { paola, andrea, chiara, product } = await testHouse(desk);
const ticket = await begin(desk, product).opened(paola);
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

test('what was written goes out once, to each in the order it was written', async () => {
	for (const nth of [1, 2, 3]) for (const { id } of [paola, chiara]) await writeMail(desk, id, { body: `n. ${nth}\n` });
	expect(await run()).toBe(6);
	expect(texts().filter((text) => text.startsWith('paola'))).toEqual(
		[1, 2, 3].map((nth) => `paola@example.it n. ${nth}`),
	);
	expect(server.received).toHaveLength(6);
	expect(await run()).toBe(0);
	expect(server.received).toHaveLength(6);
});

test('a mail says who wrote it, to whom, when and what about; nobody answers it by machine', async () => {
	const id = await writeMail(desk, paola.id, {
		ticket,
		subject: 'Ticket 1, risposta: è chiusa',
		body: `Veda:\n/tickets/${ticket}\n`,
	});
	await run();
	const { message_id } = await mailRow(desk, id);
	const [mail] = server.received;
	if (!mail) throw new Error('Nothing came.');
	const named = (name: string) => header(mail, name);
	expect(mail).toMatchObject({
		to: 'paola@example.it',
		from: expect.stringMatching(/^assistenza\+b\d+-[0-9a-f]{16}@desk\.example$/),
	});
	expect(named('From')).toBe('Assistenza Ferri <assistenza@desk.example>');
	expect(named('Message-ID')).toBe(`<${message_id}@desk.example>`);
	expect(named('References')).toBe(`<ticket.${ticket}@desk.example>`);
	expect(named('Auto-Submitted')).toBe('auto-generated');
	expect(new Date(named('Date') ?? '').toISOString()).toBe(
		new Date((await clock.now(desk.db)).epochMilliseconds).toISOString(),
	);
	expect(named('Subject')).toMatch(/^=\?UTF-8\?Q\?Ticket_1=2C_risposta=3A_=C3=A8_chiusa\?=$/);
	expect(plain(mail)).toContain(`https://desk.example/tickets/${ticket}`);
	expect(mail.message).toContain(`href=3D"https://desk.example/tickets/${ticket}"`);
	expect(await mailRow(desk, id)).toMatchObject({
		state: 'sent',
		sent_to: 'paola@example.it',
		answer: '250 2.0.0 queued as 4711',
	});
});

test('a greylisted mail comes later, and what was written after it to the same person waits behind it', async () => {
	server.whim = (point, to) => (point === 'rcpt' && to.startsWith('paola') ? '450 4.2.0 come back later' : undefined);
	const first = await writeMail(desk, paola.id, { body: 'prima\n' });
	await writeMail(desk, paola.id, { body: 'dopo\n' });
	await writeMail(desk, chiara.id, { body: 'altra\n' });
	expect(await run()).toBe(1);
	expect(await mailRow(desk, first)).toMatchObject({
		state: 'waiting',
		attempts: 1,
		answer: '450 4.2.0 come back later',
	});
	server.whim = () => undefined;
	expect(await run()).toBe(0);
	clock.advance({ minutes: 1 });
	expect(await run()).toBe(2);
	expect(texts()).toEqual(['chiara@example.it altra', 'paola@example.it prima', 'paola@example.it dopo']);
});

test.each(['rcpt', 'data', 'end'] as const)(
	'what is refused for good at %s is not tried again, and holds nothing else up',
	async (point) => {
		times(1, point, '550 5.1.1 no such person');
		const id = await writeMail(desk, paola.id);
		await writeMail(desk, paola.id, { body: 'dopo\n' });
		expect(await run()).toBe(1);
		expect(await mailRow(desk, id)).toMatchObject({
			state: 'failed',
			trouble: 'refused',
			answer: '550 5.1.1 no such person',
		});
		clock.advance({ hours: 24 });
		expect(await run()).toBe(0);
		expect(texts()).toEqual(['paola@example.it dopo']);
	},
);

test('a server that took a mail and did not say so gets it again under the same Message-ID', async () => {
	times(1, 'end', 'keep-and-cut');
	await writeMail(desk, paola.id);
	await run();
	clock.advance({ minutes: 1 });
	await run();
	expect(server.received).toHaveLength(2);
	expect(new Set(server.received.map((mail) => header(mail, 'Message-ID'))).size).toBe(1);
});

test('while the server is left alone nobody knocks at it', async () => {
	times(1, 'greeting', 'cut');
	await writeMail(desk, paola.id);
	await run();
	const { sessions } = server;
	clock.advance({ seconds: 59 });
	await run();
	expect(server.sessions).toBe(sessions);
	clock.advance({ seconds: 1 });
	expect(await run()).toBe(1);
});

test('two processes at once send each mail once', async () => {
	for (const { id } of [paola, andrea, chiara, paola, andrea, chiara]) await writeMail(desk, id);
	await Promise.all([run(), run(), run()]);
	clock.advance({ minutes: 1 });
	await run();
	expect(server.received).toHaveLength(6);
});

test('a process that is killed while it sends leaves a mail that is sent again once it can be no other’s', async () => {
	const id = await writeMail(desk, paola.id);
	const killed = {
		connect: async () => ({ isReady: async () => true, close() {}, send: () => Promise.reject(new Error('killed')) }),
	};
	await expect(run(killed)).rejects.toThrow('killed');
	expect(await run()).toBe(0);
	clock.advance({ minutes: 15 });
	expect(await run()).toBe(1);
	expect(await mailRow(desk, id)).toMatchObject({ state: 'sent', attempts: 2 });
});

test('it goes to the address of the moment, and to nobody who has no access any more', async () => {
	const late = await writeMail(desk, chiara.id);
	await desk.db
		.updateTable('account')
		.set({ disabled_at: await clock.now(desk.db) })
		.where('id', '=', chiara.id)
		.execute();
	await writeMail(desk, paola.id);
	await desk.db.updateTable('account').set({ email: 'nuova@example.it' }).where('id', '=', paola.id).execute();
	await run();
	await desk.db.updateTable('account').set({ email: 'paola@example.it' }).where('id', '=', paola.id).execute();
	expect(server.received.map(({ to }) => to)).toEqual(['nuova@example.it']);
	expect(await mailRow(desk, late)).toMatchObject({ state: 'failed', trouble: 'disabled' });
});

test('what was written when nothing sent mail is kept and not sent out of the blue', async () => {
	await desk.db.updateTable('mail_sending').set({ begun_at: null }).execute();
	const old = await writeMail(desk, paola.id);
	await beginSending(desk.db, await clock.now(desk.db));
	clock.advance({ minutes: 1 });
	await writeMail(desk, paola.id);
	await beginSending(desk.db, await clock.now(desk.db));
	expect(await run()).toBe(1);
	expect((await mailRow(desk, old)).state).toBe('kept');
});

test('of what somebody is sent in an hour the last mail holds all that waits, in order; the next hour goes on', async () => {
	for (let nth = 1; nth <= 6; nth++)
		await writeMail(desk, paola.id, { subject: `Notizia ${nth}`, body: `testo ${nth}\n`, ticket });
	const few = { perHour: 3 };
	expect(await run(few)).toBe(3);
	const [, , last] = server.received;
	expect(last && header(last, 'Subject')).toBe('4 comunicazioni dal servizio di assistenza');
	expect(last && plain(last).match(/testo \d/g)).toEqual(['testo 3', 'testo 4', 'testo 5', 'testo 6']);
	const seventh = await writeMail(desk, paola.id, { body: 'testo 7\n' });
	expect(await run(few)).toBe(0);
	expect((await mailRow(desk, seventh)).state).toBe('waiting');
	clock.advance({ minutes: 59 });
	expect(await run(few)).toBe(0);
	clock.advance({ minutes: 1 });
	expect(await run(few)).toBe(1);
	expect(server.received).toHaveLength(4);
	expect(
		await desk.db.selectFrom('mail_out').select('id').where('state', 'in', ['waiting', 'failed']).execute(),
	).toEqual([]);
});

test('a gathered mail that is put off stays as it is', async () => {
	for (const nth of [1, 2]) await writeMail(desk, paola.id, { body: `testo ${nth}\n` });
	times(1, 'end', '451 4.3.0 later');
	await run({ perHour: 1 });
	await writeMail(desk, paola.id, { body: 'testo 3\n' });
	clock.advance({ minutes: 1 });
	await run({ perHour: 1 });
	expect(server.received.map((mail) => plain(mail).match(/testo \d/g))).toEqual([['testo 1', 'testo 2']]);
	clock.advance({ hours: 1 });
	await run({ perHour: 1 });
	expect(server.received[1]?.message).toContain('testo 3');
});
