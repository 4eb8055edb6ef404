import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';
import { type Sender, type SmtpServer, sender, smtpServer } from './mail-settings.ts';

/** Every setting and what it is when nobody set it, as one would write it in the environment. Twin of the README's table. */
export const defaults = {
	PORT: '3000',
	HOST: '127.0.0.1',
	ORIGIN: '',
	DATABASE_URL: '',
	DATA_DIR: 'data',
	SECRET_KEY: '',
	TRUSTED_PROXY: '',
	SMTP_URL: '',
	MAIL_FROM: '',
	MAIL_RETURN_PATH: 'signed',
	MAIL_PER_HOUR: '30',
	ATTACHMENT_MAX_BYTES: String(25 * 1024 * 1024),
	ATTACHMENTS_PER_MESSAGE: '10',
	POOL_SIZE: '10',
	LOG_LEVEL: 'info',
};

const projectFolder = resolve(import.meta.dirname, '../..');
const whole = (least: number, most: number) =>
	z
		.string()
		.regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
		.transform(Number)
		.refine((number) => number >= least && number <= most, `must be a whole number from ${least} to ${most}`);
const fromForm = 'must be an address such as Assistenza <desk@example.com>, of at most 30 characters before the @';
const none = (value: string): string | undefined => value || undefined;

const schema = z.object({
	PORT: whole(1, 65_535),
	HOST: z.string().regex(/^[\w.:-]+$/, 'must be an address or a host name to listen on, such as 127.0.0.1 or 0.0.0.0'),
	ORIGIN: z
		.string()
		.refine((value) => !value || isOrigin(value), 'must be an address such as https://desk.example.com, without a path')
		.transform((value) => none(value.replace(/\/$/, ''))),
	DATABASE_URL: z
		.string()
		.refine((value) => !value || /^postgres(ql)?:\/\/./.test(value), 'must begin with postgres://')
		.transform(none),
	DATA_DIR: z.string().transform((value) => resolve(projectFolder, value)),
	SECRET_KEY: z
		.string()
		.refine((value) => !value || value.length >= 32, 'must have at least 32 characters')
		.transform(none),
	TRUSTED_PROXY: z.string().transform(blockListOf),
	SMTP_URL: z.string().transform((value, context): SmtpServer | undefined => {
		const server = value ? smtpServer(value) : undefined;
		if (!server || !('wrong' in server)) return server;
		context.addIssue({ code: 'custom', message: server.wrong });
		return z.NEVER;
	}),
	MAIL_FROM: z.string().transform((value, context): Sender | undefined => {
		const from = sender(value);
		if (value && !from) context.addIssue({ code: 'custom', message: fromForm });
		return from;
	}),
	MAIL_RETURN_PATH: z.enum(['signed', 'plain'], { error: 'must be signed or plain' }),
	MAIL_PER_HOUR: whole(1, 10_000),
	ATTACHMENT_MAX_BYTES: whole(1, 1024 ** 3),
	ATTACHMENTS_PER_MESSAGE: whole(1, 100),
	POOL_SIZE: whole(2, 1000),
	LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
		error: 'must be one of fatal, error, warn, info, debug, trace, silent',
	}),
});

export type Configuration = ReturnType<typeof readConfiguration>;

/** The settings of this process. Throws CannotStart with every setting that cannot be, each with what it must be. */
export function readConfiguration(environment: NodeJS.ProcessEnv) {
	const set = Object.keys(defaults).filter((name) => environment[name]?.trim());
	const given = Object.fromEntries(set.map((name) => [name, environment[name]?.trim()]));
	const parsed = schema.safeParse({ ...defaults, ...given });
	if (!parsed.success) throw invalid(parsed.error, given);

	const settings = parsed.data;
	return {
		port: settings.PORT,
		host: settings.HOST,
		/** Where people find us: what links are made of. */
		origin: settings.ORIGIN ?? new URL(`http://${nameFor(settings.HOST)}:${settings.PORT}`).origin,
		/** Whether ORIGIN was set, and is therefore the only address we answer under. */
		originGiven: settings.ORIGIN !== undefined,
		databaseUrl: settings.DATABASE_URL,
		dataDir: settings.DATA_DIR,
		dataDirGiven: 'DATA_DIR' in given,
		secretKey: settings.SECRET_KEY,
		trustedProxy: settings.TRUSTED_PROXY,
		mail: mailOf(settings),
		attachmentMaxBytes: settings.ATTACHMENT_MAX_BYTES,
		attachmentsPerMessage: settings.ATTACHMENTS_PER_MESSAGE,
		poolSize: settings.POOL_SIZE,
		logLevel: settings.LOG_LEVEL,
	};
}

/** How mail goes out; nothing where it is only kept. */
function mailOf(settings: z.output<typeof schema>) {
	const { SMTP_URL: server, MAIL_FROM: from, MAIL_RETURN_PATH: returnPath, MAIL_PER_HOUR: perHour } = settings;
	if (!server) return undefined;
	if (from) return { server, from, returnPath, perHour };
	throw new CannotStart(
		'SMTP_URL is set and MAIL_FROM is not.',
		'Set it to the address that mail comes from, and start again.',
	);
}

function invalid(error: z.ZodError, given: Record<string, string | undefined>): CannotStart {
	const wrong = error.issues.map(({ path, message }) => {
		const name = String(path[0]);
		// A connection string may carry a password.
		return ['DATABASE_URL', 'SECRET_KEY', 'SMTP_URL'].includes(name)
			? `${name} ${message}.`
			: `${name} ${message} (it is "${given[name]}").`;
	});
	return new CannotStart(
		wrong.join(' '),
		'Correct it in the environment and start again; README.md lists all settings.',
	);
}

function isOrigin(value: string): boolean {
	const url = URL.parse(value);
	return url !== null && /^https?:$/.test(url.protocol) && url.origin === value.replace(/\/$/, '');
}

/** An address that listens everywhere, or on the loopback only, is called by the name people type. */
function nameFor(host: string): string {
	if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
	return isIP(host) === 6 ? `[${host}]` : host;
}

function blockListOf(value: string, context: z.RefinementCtx): BlockList {
	const list = new BlockList();
	for (const entry of value.split(',').map((part) => part.trim())) {
		if (entry && !add(list, entry)) {
			context.addIssue({
				code: 'custom',
				message: 'must list addresses or ranges such as 10.0.0.5, 10.0.0.0/8, fd00::/8',
			});
		}
	}
	return list;
}

function add(list: BlockList, entry: string): boolean {
	const [address = '', bits] = entry.split('/');
	const version = isIP(address);
	const most = version === 6 ? 128 : 32;
	if (!version || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most))) return false;
	list.addSubnet(address, bits === undefined ? most : Number(bits), version === 6 ? 'ipv6' : 'ipv4');
	return true;
}
