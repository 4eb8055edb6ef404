import { parseArgs } from 'node:util';
import { openStates, resolutions } from '#lib/domain/queue.ts';
import type { Command } from '../command.ts';
import { demoPassword, fillWithDemo } from '../demo/fill.ts';
import { signIns } from '../demo/sign-ins.ts';
import { countStandings } from '../demo/standings.ts';
import audit from './audit.ts';

export default {
	summary:
		'Fills an empty installation with a software house, its sixty customers and three months of their tickets; --small: six customers, three weeks.',
	usage: 'demo [--small]',
	async run(args, open) {
		const { small } = parseArgs({ args, options: { small: { type: 'boolean', default: false } } }).values;
		const size = small ? 'small' : 'whole';
		const { desk, configuration } = await open();
		const outcome = await fillWithDemo(desk, size);
		if (!outcome.ok) {
			console.error(inUse);
			return 1;
		}
		console.log(`A software house has moved in, with its last ${small ? 'three weeks' : 'three months'} of work.`);
		console.log(`Tickets: ${inWords(await countStandings(desk))}.`);
		const code = await audit.run([], open);
		console.log(`\n${signIns(demoPassword, size)}\n`);
		console.log(`Sign in at ${configuration.origin}/login (if nothing answers there yet: npm start).`);
		return code;
	},
} satisfies Command;

function inWords(counts: Record<string, number>): string {
	const names = [...openStates, ...resolutions].filter((name) => counts[name]);
	return names.map((name) => `${counts[name]} ${name}`).join(', ');
}

const inUse = `The demo was not loaded: this installation is in use (it has accounts, software or tickets), and the demo fills only an
empty one, so that nothing of yours is mixed with what is invented. To see it beside this one:

    DATA_DIR=data-demo npm run demo
    DATA_DIR=data-demo PORT=3001 npm start

(Where DATABASE_URL is set, it has to name an empty database instead.)`;
