/** What is kept of a User-Agent header: for people to tell their sessions apart, and nothing else. */
export function userAgentAsKept(header: string | null): string {
	return (header ?? '')
		.replaceAll(/\p{Cc}/gu, '')
		.trim()
		.slice(0, 300);
}

/** Names that need no translation; left out where it is none that we know. */
export type Device = { browser?: string; system?: string };

type Mark = readonly [name: string, mark: RegExp];

/** In this order: nearly every browser also names the ones it is like. */
const browsers: readonly Mark[] = [
	['Edge', /\bEdg(?:e|A|iOS)?\//],
	['Opera', /\b(?:OPR|OPT|Opera)\//],
	['Samsung Internet', /\bSamsungBrowser\//],
	['Vivaldi', /\bVivaldi\//],
	['Firefox', /\b(?:Firefox|FxiOS)\//],
	['Chrome', /\b(?:Chrome|CriOS|Chromium)\//],
	['Safari', /\bVersion\/[\d.]+.*\bSafari\//],
];

const systems: readonly Mark[] = [
	['iPhone', /\biPhone\b/],
	['iPad', /\biPad\b/],
	['Android', /\bAndroid\b/],
	['ChromeOS', /\bCrOS\b/],
	['Windows', /\bWindows\b/],
	['Mac', /\bMac OS X\b|\bMacintosh\b/],
	['Linux', /\bLinux\b/],
];

/** Browser and system by what a browser says of itself, which may be anything; an iPad may say that it is a Mac. */
export function deviceOf(userAgent: string): Device {
	const named = (marks: readonly Mark[]) => marks.find(([, mark]) => mark.test(userAgent))?.[0];
	const [browser, system] = [named(browsers), named(systems)];
	return { ...(browser && { browser }), ...(system && { system }) };
}
