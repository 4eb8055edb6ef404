import { afterAll, expect, test } from 'vitest';
import { sendMail } from '#lib/server/mail/send-mail.ts';
import { giveAccount, signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { begin, key, testHouse } from '../support/house.ts';
import { mailingTo, mailRow, writeMail } from '../support/mailing.ts';
import { header, smtpServer } from '../support/smtp.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const environment = {
	SMTP_URL: 'smtp://desk:s3cret@mail.example',
	MAIL_FROM: 'desk@desk.example',
	MAIL_PER_HOUR: '7',
	LOG_LEVEL: 'error',
};
const web = await startWeb(testing, { environment });
const { paola, marta, product } = await testHouse(desk);
const ticket = await begin(desk, product).opened(paola);
const id = await giveAccount(desk, { role: 'administrator', username: 'rita' });
const rita = await signedIn(desk, { id, role: 'administrator' });
const server = await smtpServer();
afterAll(() => server.close());
const mailing = mailingTo(server);
const page = async (path: string, cookie = rita) => (await web.fetch(path, { headers: { cookie } })).text();

test('a mail that did not arrive is told of where its person and its ticket are, and goes out again when an administrator asks', async () => {
	const mail = await writeMail(desk, paola.id, { ticket, subject: 'Risposta mancata' });
	server.whim = (point) => (point === 'rcpt' ? '550 5.1.1 <b>no</b> such mailbox' : undefined);
	await sendMail(desk, mailing);

	const martas = await signedIn(desk, marta);
	for (const [path, cookie] of [
		[`/desk/tickets/${ticket}`, martas],
		[`/desk/customers/${paola.customer}`, martas],
		[`/admin/accounts/${paola.id}`, rita],
		[`/admin/mail/${mail}`, rita],
	] as const) {
		const html = await page(path, cookie);
		expect(html, path).toContain('550 5.1.1 &lt;b>no&lt;/b> such mailbox');
		expect(html, path).toContain('La casella paola@example.it non esiste, o non è più attiva.');
		expect(html, path).toContain(path.startsWith('/desk') ? 'Lo dica a un amministratore' : 'Poi spedisca di nuovo');
		if (path.startsWith('/desk')) expect(html).not.toContain(`href="/admin/mail/${mail}"`);
	}
	expect(await page(`/tickets/${ticket}`, await signedIn(desk, paola))).not.toContain('such mailbox');
	expect(await page('/admin/mail?state=failed')).toContain('Risposta mancata');
	expect(await page('/admin/mail?state=sent')).not.toContain('Risposta mancata');
	expect(await page('/admin/mail?state=xx')).toContain('Non c’è uno stato «xx»');

	const before = await mailRow(desk, mail);
	const body = new URLSearchParams(key());
	const post = (cookie: string) =>
		web.fetch(`/admin/mail/${mail}?/resend`, { method: 'POST', headers: { cookie, accept: 'text/html' }, body });
	expect((await post(martas)).status).toBe(404);
	expect((await mailRow(desk, mail)).state).toBe('failed');
	expect((await post(rita)).headers.get('location')).toBe(`/admin/mail/${mail}?done=mail-resent`);
	expect((await post(rita)).status).toBe(303);
	server.whim = () => undefined;
	clock.advance({ minutes: 1 });
	expect(await sendMail(desk, mailing)).toBe(1);
	const [received] = server.received;
	expect(received && header(received, 'Message-ID')).toContain(before.message_id);
	expect(await page(`/desk/tickets/${ticket}`, martas)).not.toContain('such mailbox');
	expect(await page(`/desk/customers/${paola.customer}`, martas)).not.toContain('such mailbox');
	expect(await page('/admin/audit')).toContain('Comunicazione spedita di nuovo');
});

test('while the mail server takes nothing the administration says so, in its words, and again when it does', async () => {
	expect(await page('/admin')).not.toContain('La posta');
	server.whim = (point) => (point === 'greeting' ? '554 5.3.2 gone fishing' : undefined);
	await writeMail(desk, paola.id);
	await sendMail(desk, mailing);
	const html = await page('/admin');
	expect(html).toContain('La posta non parte');
	expect(html).toContain('gone fishing');
	server.whim = () => undefined;
	clock.advance({ minutes: 1 });
	await sendMail(desk, mailing);
	expect(await page('/admin')).toContain('La posta è ripartita');
	clock.advance({ hours: 25 });
	expect(await page('/admin', await signedIn(desk, { id, role: 'administrator' }))).not.toContain('La posta');
});

test('the list says how many mails an hour go to one person, and no page has the password of the server', async () => {
	const html = await page('/admin/mail', await signedIn(desk, { id, role: 'administrator' }));
	expect(html).toContain('al massimo 7 messaggi in un’ora');
	expect(html).not.toContain('nessuna di queste comunicazioni è stata spedita');
	expect(html).not.toContain('s3cret');
});
