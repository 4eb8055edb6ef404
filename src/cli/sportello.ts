// `npm run sportello -- <command>`: one command, then the end.
import { giveUp } from '#platform/give-up.ts';
import { watchSignals } from '#platform/signals.ts';
import { type Opened, open } from '../composition/open.ts';
import { type Command, WrongUse } from './command.ts';

const commands: Record<string, () => Promise<{ default: Command }>> = {
	audit: () => import('./commands/audit.ts'),
	demo: () => import('./commands/demo.ts'),
	lapse: () => import('./commands/lapse.ts'),
	'remove-second-factor': () => import('./commands/remove-second-factor.ts'),
	simulate: () => import('./commands/simulate.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
process.exitCode = load ? await execute((await load()).default) : await help();

async function execute(command: Command): Promise<number> {
	let opened: Promise<Opened> | undefined;
	const openOnce = () => (opened ??= open(name));
	watchSignals().first.then(async () => {
		await opened?.then((house) => house.abandon());
		process.exit(130);
	});
	try {
		return await command.run(args, openOnce);
	} catch (error) {
		return isWrongUse(error) ? explain(error, command) : giveUp(error);
	} finally {
		await opened?.then(
			(house) => house.close(),
			() => undefined, // it never opened, which has been said
		);
	}
}

/** Ours, or what `parseArgs` says. */
function isWrongUse(error: unknown): error is Error {
	return (
		error instanceof WrongUse || (error instanceof TypeError && 'code' in error && /PARSE_ARGS/.test(`${error.code}`))
	);
}

function explain(error: Error, { usage }: Command): number {
	console.error(`${error.message}\nUsage: sportello ${usage}`);
	return 2;
}

async function help(): Promise<number> {
	const say = name && name !== 'help' && name !== '--help' ? console.error : console.log;
	if (say === console.error) say(`There is no command "${name}".\n`);
	say('Usage: npm run sportello -- <command>\n');
	for (const load of Object.values(commands)) {
		const { usage, summary } = (await load()).default;
		say(`  ${usage}\n      ${summary}`);
	}
	return say === console.error ? 2 : 0;
}
