import type { IncomingHttpHeaders } from 'node:http';
import { type BlockList, isIP } from 'node:net';
import type { Configuration } from './configuration.ts';

/** What the web application believes about a request: under which address it came, and from whom. */
export type Provenance = { protocol: string; host: string; address: string };

/** The headers that carry the provenance into the built application; whatever a client writes into them is overwritten. */
export const provenanceHeaders = { protocol: 'x-app-proto', host: 'x-app-host', address: 'x-app-address' } as const;

type Rules = Pick<Configuration, 'origin' | 'originGiven' | 'trustedProxy' | 'port'>;

type Request = { headers: IncomingHttpHeaders; socket: { remoteAddress?: string | undefined } };

export function markProvenance(request: Request, rules: Rules): Provenance {
	const provenance = provenanceOf(request.headers, request.socket.remoteAddress ?? '', rules);
	for (const key of ['protocol', 'host', 'address'] as const) {
		request.headers[provenanceHeaders[key]] = provenance[key];
	}
	return provenance;
}

export function provenanceOf(headers: IncomingHttpHeaders, peer: string, rules: Rules): Provenance {
	const sender = plain(peer);
	const proxied = trusts(rules.trustedProxy, sender);
	return {
		...addressedTo(headers, proxied, rules),
		address: proxied ? firstUntrusted(headers['x-forwarded-for'], sender, rules.trustedProxy) : sender,
	};
}

/** ORIGIN when it is set; else what a trusted proxy says; else the loopback name that was typed; else where we say we are. */
function addressedTo(headers: IncomingHttpHeaders, proxied: boolean, rules: Rules): Omit<Provenance, 'address'> {
	const home = new URL(rules.origin);
	const ours = { protocol: home.protocol.slice(0, -1), host: home.host };
	if (rules.originGiven) return ours;
	const forwarded = proxied ? forwardedTo(headers) : undefined;
	if (forwarded) return forwarded;
	return isLoopback(headers.host, rules.port) ? { protocol: 'http', host: headers.host } : ours;
}

function forwardedTo(headers: IncomingHttpHeaders): Omit<Provenance, 'address'> | undefined {
	const protocol = last(headers['x-forwarded-proto']);
	const host = last(headers['x-forwarded-host']) ?? headers.host;
	const url = URL.parse(`${protocol}://${host}`);
	if (!url || (protocol !== 'http' && protocol !== 'https') || url.host !== host) return undefined;
	return { protocol, host };
}

function isLoopback(host: string | undefined, port: number): host is string {
	return ['localhost', '127.0.0.1', '[::1]'].some(
		(name) => host === `${name}:${port}` || (port === 80 && host === name),
	);
}

/** Read from the right, where our own proxies write: the first address that is not one of them. */
function firstUntrusted(header: string | string[] | undefined, sender: string, trusted: BlockList): string {
	const hops = list(header).map(plain).reverse();
	let nearest = sender;
	for (const hop of hops) {
		if (!isIP(hop)) return nearest; // from here on the header is anybody's guess
		nearest = hop;
		if (!trusts(trusted, hop)) return hop;
	}
	return nearest;
}

function trusts(trusted: BlockList, address: string): boolean {
	const version = isIP(address);
	return version !== 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** An IPv4 address as the dual-stack socket writes it (`::ffff:10.0.0.1`), without the prefix. */
function plain(address: string): string {
	return address.replace(/^::ffff:(?=[\d.]+$)/i, '');
}

function list(header: string | string[] | undefined): string[] {
	return String(header ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);
}

function last(header: string | string[] | undefined): string | undefined {
	return list(header).at(-1);
}
