import { afterAll, expect, test } from 'vitest';
import { sendMail } from '#lib/server/mail/send-mail.ts';
import { createUser } from '#lib/server/use-cases/create-user.ts';
import { connect } from '#platform/smtp.ts';
import { giveCustomer } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key } from '../support/house.ts';
import { mailingTo } from '../support/mailing.ts';
import { smtpServer } from '../support/smtp.ts';

const { desk, clock } = await testDesk();
const admin = await giveStaff(desk, 'rita', 'administrator');
const customer = await giveCustomer(desk, 'Studio Bianchi');
const server = await smtpServer();
afterAll(() => server.close());
server.extensions.push('AUTH PLAIN LOGIN');

const login = { user: 'desk@example.it', password: 's3crèt & p/w' };
const base64 = (text: string) => Buffer.from(text).toString('base64');
const forms = [
	login.password,
	encodeURIComponent(login.password),
	base64(login.password),
	base64(`\0${login.user}\0${login.password}`),
];
const logged: unknown[] = [];
const logger = { info: (...said: unknown[]) => logged.push(said), warn: (...said: unknown[]) => logged.push(said) };
const mailing = mailingTo(server, { logger: logger as never });
const kept = async () => {
	const sending = await desk.db.selectFrom('mail_sending').select('answer').executeTakeFirstOrThrow();
	const mails = await desk.db.selectFrom('mail_out').selectAll().execute();
	return JSON.stringify([sending, mails, logged]);
};

test.each(forms.map((form) => ({ form })))(
	'a server that repeats $form when it turns us away tells nobody',
	async ({ form }) => {
		const person = { name: 'Anna', username: `anna${forms.indexOf(form)}`, language: 'it' as const };
		await createUser(desk, admin, { ...key(), customer, ...person, email: `${person.username}@example.it` });
		clock.advance({ hours: 1 });
		let said = '';
		server.whim = (point, _, command) => {
			if (point !== 'auth') return undefined;
			said = command;
			return `535 5.7.8 ${form}: not for «${command}»`;
		};
		await sendMail(desk, { ...mailing, connect: () => connect({ ...server.address, login }, 'desk.example') });
		expect(said).toContain('AUTH PLAIN ');
		const words = await kept();
		expect(words).toContain('535 5.7.8 ***: not for «AUTH PLAIN ***');
		for (const secret of forms) expect(words).not.toContain(secret.replace(/=+$/, ''));
	},
);

test('a server that repeats the link of a mail it refuses does not open it to whoever reads why', async () => {
	const person = { name: 'Berta', username: 'berta', email: 'berta@example.it', language: 'it' as const };
	const { token = '' } = granted(await createUser(desk, admin, { ...key(), customer, ...person }));
	clock.advance({ hours: 1 });
	let seen = 0;
	server.whim = (point, _to, message) => {
		if (point !== 'end') return undefined;
		const [link] = /\/activate\/[\w-]{43}/.exec(message.replaceAll('=\r\n', '')) ?? [];
		if (link?.includes(token)) seen += 1;
		return `550 5.7.1 ${'long words '.repeat(42)}blocked for ${link} (${link?.slice(10)})`;
	};
	await sendMail(desk, mailing);
	expect(seen).toBe(1);
	const words = await kept();
	expect(words).toContain('blocked for /activate/*** (');
	for (let length = 12; length <= token.length; length++) expect(words).not.toContain(token.slice(0, length));
});
