import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** How the system's Chromium is launched, else the one inside an npm package. */
export async function launchOptions() {
	const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const found = systemChromium();
	if (found) return { executablePath: found, args: sandbox };

	// Has the package unpack the libraries that a system without a browser lacks too.
	process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
	const { default: packed } = await import('@sparticuz/chromium');
	// Not the package's own arguments: they switch off web security, and with it the Origin that our forms are judged by.
	return {
		executablePath: await packed.executablePath(),
		args: ['--no-zygote', '--use-angle=swiftshader', ...sandbox],
	};
}

function systemChromium(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC].find((path) =>
		existsSync(path),
	);
}
