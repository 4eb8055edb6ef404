import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * How the Chromium inside an npm package is launched, the same on every Linux and, having no windows, quicker than a
 * system's own; else the system's.
 */
export async function launchOptions() {
	const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	if (process.platform !== 'linux') return { executablePath: systemChromium(), args: sandbox };

	// Has the package unpack the libraries that a system without a browser lacks too.
	process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
	const { default: packed } = await import('@sparticuz/chromium');
	// Not the package's own arguments: they switch off web security, and with it the Origin that our forms are judged by.
	// Without a graphics card one would be imitated at the price of more than half of the time that a test takes.
	return { executablePath: await packed.executablePath(), args: ['--disable-gpu', ...sandbox] };
}

function systemChromium(): string {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const places = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC];
	const found = places.find((path) => existsSync(path));
	if (!found) throw new Error(`No Chromium found: install one (as ${NAMES.join(', ')}), and run the tests again.`);
	return found;
}
