import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sendMail } from '#lib/server/mail/send-mail.ts';
import type { SmtpServer } from '#platform/mail-settings.ts';
import { connect, type Patience, type Session } from '#platform/smtp.ts';
import { testDesk } from '../support/desk.ts';
import { startExim } from '../support/exim.ts';
import { testHouse } from '../support/house.ts';
import { house, mailingTo, mailRow, writeMail } from '../support/mailing.ts';

const { desk, clock } = await testDesk();
const { paola, chiara } = await testHouse(desk);
const exim = await startExim();
afterAll(() => exim.close());

const patience: Patience = { connecting: 5_000, beforeTheEnd: 5_000, afterTheEnd: 5_000 };
const at = (address: SmtpServer, times = patience) => ({ connect: () => connect(address, house.domain, times) });
const mailing = mailingTo(exim, at(exim.address));
const run = (told = {}) => sendMail(desk, { ...mailing, ...told });

beforeEach(async () => {
	await desk.db.deleteFrom('mail_out').execute();
	await desk.db.updateTable('mail_sending').set({ failures: 0, failing_since: null, next_attempt_at: null }).execute();
	clock.advance({ hours: 2 });
	exim.beFine();
	exim.forget();
	mailing.said.length = 0;
});

const bodies = () => exim.received().map((mail) => /^(ora \d+)\r?$/m.exec(mail)?.[1]);
const takenIn = (count: number) => expect.poll(() => exim.received().length, { timeout: 10_000 }).toBe(count);
const header = (mail: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(mail)?.[1];

describe('a mail', () => {
	test.each([
		['after STARTTLS', exim.address],
		['over TLS from the start', exim.secure],
	])('arrives whole, %s', async (_, address) => {
		const id = await writeMail(desk, paola.id, { body: 'Caffè e perché.\n', subject: 'È risolto: «città»' });
		expect(await run(at(address))).toBe(1);
		await takenIn(1);
		const [mail = ''] = exim.received();
		const row = await mailRow(desk, id);
		expect(row).toMatchObject({ state: 'sent', sent_to: 'paola@example.it', trouble: null });
		expect(row.answer).toMatch(/^250 OK id=/);
		expect(mail).toMatch(/with esmtpsa .*TLS1\.3/);
		expect(header(mail, 'Return-path')).toMatch(new RegExp(`^<assistenza\\+b${id}-[0-9a-f]{16}@desk\\.example>$`));
		expect(header(mail, 'Envelope-to')).toBe('paola@example.it');
		expect(header(mail, 'Message-ID')).toBe(`<${row.message_id}@desk.example>`);
		expect(header(mail, 'Auto-Submitted')).toBe('auto-generated');
		expect(header(mail, 'Content-Type')).toMatch(/^multipart\/alternative;/);
		expect(mail).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
		expect(mail).toMatch(/^Content-Type: text\/html; charset=utf-8$/m);
		expect(mail).toContain('Caff=C3=A8 e perch=C3=A9.');
	});

	test('for which there is no mailbox, or which is not wanted, fails in the server’s words; others go on', async () => {
		exim.be('unknown');
		const unknown = await writeMail(desk, chiara.id);
		await run();
		exim.beFine();
		exim.be('unwanted');
		const unwanted = await writeMail(desk, chiara.id);
		await run();
		exim.beFine();
		await writeMail(desk, paola.id);
		await run();
		expect(await mailRow(desk, unknown)).toMatchObject({
			...{ state: 'failed', trouble: 'refused', answer: '550 5.1.1 There is nobody of that name' },
		});
		expect(await mailRow(desk, unwanted)).toMatchObject({
			...{ state: 'failed', trouble: 'refused', answer: '550 5.7.1 Not wanted here' },
		});
		await takenIn(1);
	});

	test('larger than the server takes is not offered to it again and again', async () => {
		const id = await writeMail(desk, paola.id, { body: `${'Una riga di testo lunga quanto basta.\n'.repeat(8_000)}` });
		await run();
		expect(await mailRow(desk, id)).toMatchObject({ state: 'failed', trouble: 'refused', attempts: 1 });
		expect(exim.received()).toEqual([]);
	});

	test('that is put off at first arrives once, when it is tried again', async () => {
		exim.be('greylist');
		const id = await writeMail(desk, paola.id);
		expect(await run()).toBe(0);
		expect(await mailRow(desk, id)).toMatchObject({
			...{ state: 'waiting', answer: '451 4.7.1 Greylisted, please come back later' },
		});
		exim.beFine();
		expect(await run()).toBe(0); // not at once
		clock.advance({ minutes: 10 });
		expect(await run()).toBe(1);
		await takenIn(1);
	});

	test('is waited for while the server takes its time', async () => {
		exim.be('slow');
		await writeMail(desk, paola.id);
		expect(await run()).toBe(1);
		await takenIn(1);
	});
});

describe('a server', () => {
	test('whose certificate nobody vouches for gets no word of ours', async () => {
		const { ca: _, ...unknown } = exim.address;
		const id = await writeMail(desk, paola.id);
		await run(at(unknown));
		expect(await mailRow(desk, id)).toMatchObject({ state: 'waiting', attempts: 0 });
		expect((await sending()).answer).toMatch(/self-signed certificate/);
		clock.advance({ hours: 1 });
		expect(await run()).toBe(1);
		await takenIn(1);
	});

	test('that does not know our password says so, and it is written down nowhere', async () => {
		const login = { user: 'sportello', password: 'un altro segreto' };
		const id = await writeMail(desk, paola.id);
		await run(at({ ...exim.address, login }));
		await run(at({ ...exim.address, login }));
		expect((await sending()).answer).toMatch(/^535/);
		expect(await mailRow(desk, id)).toMatchObject({ state: 'waiting', attempts: 0 });
		const written = JSON.stringify([await sending(), await mailRow(desk, id), mailing.said]);
		for (const form of [login.password, Buffer.from(`\0sportello\0${login.password}`).toString('base64')]) {
			expect(written).not.toContain(form);
		}
		expect(mailing.said).toHaveLength(1);
	});

	test('that hangs holds nothing up for long, and gets each mail once', async () => {
		exim.pause();
		await writeMail(desk, paola.id);
		await run(at(exim.address, { connecting: 300, beforeTheEnd: 300, afterTheEnd: 300 }));
		exim.goOn();
		clock.advance({ hours: 1 });
		expect(await run()).toBe(1);
		await takenIn(1);
	});

	test('that is away for a day gets all that was written meanwhile, each mail once and in order', async () => {
		await exim.stop();
		for (let hour = 0; hour < 24; hour++) {
			await writeMail(desk, paola.id, { body: `ora ${hour}\n` });
			for (let tries = 0; tries < 3; tries++) {
				await run();
				clock.advance({ minutes: 20 });
			}
		}
		await exim.start();
		expect(await run()).toBe(24);
		await takenIn(24);
		expect(bodies()).toEqual(Array.from({ length: 24 }, (_, hour) => `ora ${hour}`));
	});
});

describe('when our process dies', () => {
	/** Until it is told to, the process of ours dies as soon as the server has answered, or before it is asked. */
	const dying = (when: 'before' | 'after') => ({
		async connect(): Promise<Session> {
			const session = await connect(exim.address, house.domain, patience);
			const send: Session['send'] = async (letter) => {
				if (when === 'after') await session.send(letter);
				session.close();
				throw new Error('killed');
			};
			return { ...session, send };
		},
	});

	test('before the server has a mail, it goes out once', async () => {
		await writeMail(desk, paola.id);
		await expect(run(dying('before'))).rejects.toThrow('killed');
		clock.advance({ minutes: 20 });
		expect(await run()).toBe(1);
		await takenIn(1);
	});

	test('between the server’s answer and our record, the mail goes again as the same one: no mail system can tell', async () => {
		await writeMail(desk, paola.id);
		await expect(run(dying('after'))).rejects.toThrow('killed');
		expect(await run()).toBe(0); // not while it may still be on its way
		clock.advance({ minutes: 20 });
		expect(await run()).toBe(1);
		await takenIn(2);
		const [first, second] = exim.received().map((mail) => header(mail, 'Message-ID'));
		expect(second).toBe(first);
	});
});

function sending() {
	return desk.db.selectFrom('mail_sending').selectAll().executeTakeFirstOrThrow();
}
