// What no linter asks: rules of this product that are read off the sources line by line.
import { globSync, readFileSync } from 'node:fs';

type Law = {
	says: string;
	breaks: RegExp;
	in: string[];
	/** Where it may be broken, each with the reason. */
	except: Record<string, string>;
};

const laws: Law[] = [
	{
		says: 'Only the clock tells the time: ask clock.now(db).',
		breaks:
			/\bDate\.now\(|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bclock_timestamp\b|\bcurrent_(timestamp|date|time)\b|(?<![.\w])now\(\)(?!\s*[:{])/i,
		in: ['src/**/*.{ts,svelte}'],
		except: {
			'src/lib/server/clock.ts': 'it is the clock',
			'src/platform/blobs.ts': 'the age of a file is told by the clock of the file system',
		},
	},
	{
		says: 'HTML goes into a page in one place only, where it comes from the sanitiser.',
		breaks: /\{@html\b/,
		in: ['src/**/*.svelte'],
		except: { 'src/lib/components/Html.svelte': 'it is the place' },
	},
	{
		says: 'No time is ever promised: nothing is called priority, urgency, severity, SLA or ETA.',
		breaks: /\b(priority|urgency|severity|sla|eta|due_date|dueDate|deadline)\b/i,
		in: ['src/lib/**/*.{ts,svelte}', 'src/routes/**/*.{ts,svelte}', 'src/migrations/*.ts'],
		except: {},
	},
	{
		says: 'The lock file names no registry.',
		breaks: /"resolved":/,
		in: ['package-lock.json'],
		except: {},
	},
];

let broken = 0;
for (const law of laws) {
	for (const file of globSync(law.in).filter((name) => !name.endsWith('.test.ts') && !(name in law.except))) {
		for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
			if (!law.breaks.test(line)) continue;
			console.error(`${file}:${index + 1}: ${law.says}\n    ${line.trim()}`);
			broken++;
		}
	}
}
if (broken) process.exitCode = 1;
else console.log(`${laws.length} laws hold.`);
