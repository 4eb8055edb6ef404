import { parseArgs } from 'node:util';
import { Audit, type AuditReport, type Finding } from '#lib/domain/audit.ts';
import { readQueueLog } from '#lib/server/db/queue-log.ts';
import type { Command } from '../command.ts';

export default {
	summary: 'Replays the queue log and proves that nobody was served out of order; exit code 1 when somebody was.',
	usage: 'audit',
	async run(args, open) {
		parseArgs({ args, options: {} });
		const { desk } = await open();
		const audit = new Audit();
		for await (const fact of readQueueLog(desk.db)) audit.read(fact);
		console.log(inWords(audit.report()));
		return audit.report().findings.length === 0 ? 0 : 1;
	},
} satisfies Command;

function inWords({ takings, overtakings, findings }: AuditReport): string {
	const counts = `takings checked: ${takings}, overtakings: ${overtakings}`;
	return [counts, ...findings.map((finding) => `row ${finding.seq}: ${wordsOf(finding)}`)].join('\n');
}

function wordsOf(finding: Finding): string {
	const { ticket } = finding;
	switch (finding.wrong) {
		case 'overtaking':
			return `agent ${finding.agent} took ticket ${ticket} while ${these(finding.ahead)} queued before it (P4)`;
		case 'consultancy-before-technical':
			return `agent ${finding.agent} took consultancy ticket ${ticket} while technical ${these(finding.ahead)} queued (P6)`;
		case 'not-for-this-agent':
			return `agent ${finding.agent} took ticket ${ticket}, ${finding.because === 'reserved' ? 'which was reserved for another agent' : 'whose product the agent does not cover'} (P4)`;
		case 'off-duty':
			return `agent ${finding.agent} took ticket ${ticket} while off duty (P4)`;
		case 'over-limit':
			return `agent ${finding.agent} took ticket ${ticket} with ${finding.limit} in hand already, which is the limit (P4)`;
		case 'left-in-hand':
			return `agent ${finding.agent} went off duty and kept tickets in hand (P4)`;
		case 'reservation':
			return `ticket ${ticket} should have been reserved for ${finding.expected === undefined ? 'nobody' : `agent ${finding.expected}`} (P4)`;
		case 'impossible':
			return `ticket ${ticket} was recorded as ${finding.fact}, which cannot follow when it is ${finding.state}`;
		case 'gap':
			return `the log has a gap: row ${finding.expected} should stand here`;
		case 'time-runs-back':
			return `ticket ${ticket} was recorded at a time before that of the row above`;
		case 'arrival-out-of-order':
			return `ticket ${ticket} was opened where arrival number ${finding.expected} was due`;
		default:
			return finding satisfies never;
	}
}

function these(tickets: number[]): string {
	return tickets.length === 1 ? `ticket ${tickets[0]} was` : `tickets ${tickets.join(', ')} were`;
}
