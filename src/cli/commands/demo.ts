import { parseArgs } from 'node:util';
import { openStates, resolutions } from '#lib/domain/queue.ts';
import type { Command } from '../command.ts';
import { demoPassword, fillWithDemo } from '../demo/fill.ts';
import { signIns } from '../demo/sign-ins.ts';
import { countStandings } from '../demo/standings.ts';
import audit from './audit.ts';

export default {
	summary:
		'Fills an empty installation with a small software house, its customers and twenty-one tickets in every state.',
	usage: 'demo',
	async run(args, open) {
		parseArgs({ args, options: {} });
		const { desk, configuration } = await open();
		const outcome = await fillWithDemo(desk);
		if (!outcome.ok) {
			console.error(inUse);
			return 1;
		}
		console.log('A small software house has moved in, with its last three weeks of work.');
		console.log(`Tickets: ${inWords(await countStandings(desk))}.`);
		const code = await audit.run([], open);
		console.log(`\n${signIns(demoPassword)}\n`);
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
