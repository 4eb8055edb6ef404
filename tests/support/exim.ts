import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SmtpServer } from '#platform/mail-settings.ts';
import { certify, folderFor, freePort, giveTo, runDaemon, serverUser } from './daemon.ts';

const program = '/usr/sbin/exim4';
const login = { user: 'sportello', password: 'prendi il numero' };

/** What it may be told to do with recipients, or with messages once it has all of them; each with its own words. */
type Mood = 'greylist' | 'unknown' | 'suspended' | 'unwanted' | 'slow';

/** Debian's mail server, which keeps every mail that is sent through it in a folder of its own; nothing leaves the machine. */
export async function startExim() {
	if (!existsSync(program))
		throw new Error(`${program} is missing: run 'apt-get install exim4-daemon-light openssl' first.`);
	const folder = folderFor('exim');
	const owner = serverUser('Debian-exim');
	for (const part of ['spool', 'log', 'moods', 'Maildir']) mkdirSync(join(folder, part));
	const [port, securePort] = [await freePort(), await freePort()];
	const ca = certify(folder);
	giveTo(owner, folder);
	const configuration = join(folder, 'exim.conf');
	writeFileSync(configuration, settings({ folder, port, securePort, owner }));
	const run = await runDaemon(program, ['-C', configuration, '-bdf', '-oX', `${port} : ${securePort}`], port);
	return {
		address: { host: 'localhost', port, tls: 'starttls', login, ca } as SmtpServer,
		secure: { host: 'localhost', port: securePort, tls: 'from-start', login, ca } as SmtpServer,
		...run,
		be: (mood: Mood) => writeFileSync(join(folder, 'moods', mood), ''),
		beFine: () => {
			for (const mood of readdirSync(join(folder, 'moods'))) rmSync(join(folder, 'moods', mood));
		},
		/** All that was delivered, in the order in which it was taken in, with the lines that are put above. */
		received(): string[] {
			const place = join(folder, 'Maildir/new');
			const mails = existsSync(place) ? readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8')) : [];
			const taken = readFileSync(join(folder, 'log/main'), 'utf8').matchAll(/ (\S+) <= /g);
			return [...taken].flatMap(([, id]) => mails.filter((mail) => mail.includes(`\tid ${id}\n`)));
		},
		forget: () => {
			for (const what of ['Maildir/new', 'log/main']) rmSync(join(folder, what), { recursive: true, force: true });
			mkdirSync(join(folder, 'Maildir/new'), { recursive: true });
			giveTo(owner, join(folder, 'Maildir'));
		},
		async close(): Promise<void> {
			await run.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

type Told = { folder: string; port: number; securePort: number; owner: ReturnType<typeof serverUser> };

function settings({ folder, securePort, owner: { name, group } }: Told): string {
	const mood = (which: Mood) => `condition = \${if exists{${folder}/moods/${which}}}`;
	const isOurs = (user: string, password: string) =>
		`server_condition = \${if and{{eq{${user}}{${login.user}}}{eq{${password}}{${login.password}}}}}\n\tserver_set_id = ${user}`;
	return `
exim_user = ${name}
exim_group = ${group}
primary_hostname = mx.example.test
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%s
pid_file_path = ${folder}/spool/exim.pid
local_interfaces = 127.0.0.1
tls_on_connect_ports = ${securePort}
tls_advertise_hosts = *
tls_certificate = ${folder}/certificate.pem
tls_privatekey = ${folder}/key.pem
# Only over TLS, as every server does that is well kept.
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
host_lookup =
rfc1413_hosts =
smtp_accept_max = 50
smtp_accept_queue_per_connection = 0
message_size_limit = 200K
smtputf8_advertise_hosts = *
deliver_drop_privilege = true
disable_ipv6 = true
acl_smtp_rcpt = recipient
acl_smtp_data = message

begin acl
recipient:
	deny !authenticated = *
		message = 5.7.1 Authentication required
	defer ${mood('greylist')}
		message = 4.7.1 Greylisted, please come back later
	deny ${mood('unknown')}
		message = 5.1.1 There is nobody of that name
	deny ${mood('suspended')}
		message = 5.2.1 The mailbox is disabled
	accept
message:
	warn ${mood('slow')}
		delay = 2s
	deny ${mood('unwanted')}
		message = 5.7.1 Not wanted here
	accept

begin routers
everybody:
	driver = accept
	transport = folder

begin transports
folder:
	driver = appendfile
	directory = ${folder}/Maildir
	maildir_format
	create_directory
	envelope_to_add
	return_path_add

begin authenticators
plain:
	driver = plaintext
	public_name = PLAIN
	server_prompts = :
	${isOurs('$auth2', '$auth3')}
login:
	driver = plaintext
	public_name = LOGIN
	server_prompts = Username:: : Password::
	${isOurs('$auth1', '$auth2')}
`;
}
