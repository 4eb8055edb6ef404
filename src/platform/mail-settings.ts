/** How to reach the house's mail server. */
export type SmtpServer = {
	host: string;
	port: number;
	/** `from-start` is TLS before the first word, `starttls` before anything of ours is said; `none` was asked for in so many words. */
	tls: 'from-start' | 'starttls' | 'none';
	login?: { user: string; password: string };
	/** A certificate to trust beside those the runtime knows, in PEM. */
	ca?: string;
};

/** An address with the name that is shown before it. */
export type Sender = { name: string; address: string; domain: string };

const ports = { 'from-start': 465, starttls: 587, none: 25 };
const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|::1)$/.test(host);

/** `smtp://` (STARTTLS) or `smtps://`, with `user:password@` where the server asks for it; else why it cannot be, without its words. */
export function smtpServer(url: string): SmtpServer | { wrong: string } {
	const parsed = URL.parse(url);
	if (!parsed || !/^smtps?:$/.test(parsed.protocol) || !parsed.hostname) {
		return { wrong: 'must be an address such as smtp://user:password@mail.example.com' };
	}
	const { protocol, hostname, searchParams, pathname, hash } = parsed;
	const starttls = searchParams.get('starttls');
	const beyond = [...searchParams.keys()].some((name) => name !== 'starttls') || hash || !/^\/?$/.test(pathname);
	if (beyond || (starttls !== null && (starttls !== 'no' || protocol === 'smtps:'))) {
		return { wrong: 'may have nothing after the host and port but ?starttls=no, and that only with smtp://' };
	}
	const host = hostname.replace(/^\[|\]$/g, '');
	const tls = protocol === 'smtps:' ? 'from-start' : starttls === 'no' ? 'none' : 'starttls';
	const login = loginIn(parsed);
	if (login === 'unreadable') return { wrong: 'has a user or password that is not encoded as in an address' };
	if (login && tls === 'none' && !isLoopback(host)) {
		return { wrong: 'must not have a password together with ?starttls=no: anybody on the way could read it' };
	}
	return { host, port: Number(parsed.port) || ports[tls], tls, ...(login && { login }) };
}

function loginIn({ username, password }: URL): SmtpServer['login'] | 'unreadable' {
	try {
		return username ? { user: decodeURIComponent(username), password: decodeURIComponent(password) } : undefined;
	} catch {
		return 'unreadable';
	}
}

/** As long as leaves room for what a signed return path adds (RFC 5321, 4.5.3.1.1: 64). */
const address = /^([a-z0-9.!#$%&'*/=?^_`{|}~-]{1,30})@((?:[a-z0-9-]+\.)*[a-z0-9-]+)$/i;

/** `desk@example.com` or `Name <desk@example.com>`; nothing when it is neither. */
export function sender(text: string): Sender | undefined {
	const [, name = '', bracketed] = /^([^<>\r\n]*)<([^<>]+)>$/.exec(text) ?? [];
	const found = address.exec(bracketed ?? text);
	const [whole, , domain] = found ?? [];
	return whole && domain ? { name: name.trim().replace(/^"(.*)"$/, '$1'), address: whole, domain } : undefined;
}
