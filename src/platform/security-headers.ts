const always = new Headers({
	'x-content-type-options': 'nosniff',
	// Not `no-referrer`: browsers then send forms with `Origin: null`, and the check of origins refuses them.
	'referrer-policy': 'same-origin',
	'permissions-policy':
		'accelerometer=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	// For what is no page of ours; pages bring their own, with nonces (vite.config.ts).
	'content-security-policy':
		"default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
});

/** Two years, for this name only: what is beside or below it is not ours to decide about. */
const onHttps = new Headers([...always, ['strict-transport-security', 'max-age=63072000']]);

/** What every answer carries: pages, files, redirects and refusals alike. An answer may replace one with its own. */
export function securityHeaders(protocol: string): Headers {
	return protocol === 'https' ? onHttps : always;
}
