import { parseArgs } from 'node:util';
import { Audit, type AuditReport, type Finding } from '#lib/domain/audit.ts';
import { type Step, stepOf } from '#lib/domain/explain.ts';
import { apply, emptyQueue } from '#lib/domain/queue.ts';
import { policyNow } from '#lib/server/db/policy.ts';
import { readQueueLog } from '#lib/server/db/queue-log.ts';
import type { Desk } from '#lib/server/desk.ts';
import { told } from '#lib/server/queries/told-story.ts';
import { type Command, WrongUse } from '../command.ts';
import { storyInWords } from '../explanation.ts';

export default {
	summary:
		'Replays the queue log from its first row and proves that nobody was served out of order; exit code 1 when somebody was. With --explain: tells why a ticket was taken when it was.',
	usage: 'audit [--explain <ticket>]',
	async run(args, open) {
		const { explain } = parseArgs({ args, options: { explain: { type: 'string' } } }).values;
		const ticket = explain === undefined ? undefined : numberOf(explain);
		const { desk } = await open();
		return ticket === undefined ? audit(desk) : tell(desk, ticket);
	},
} satisfies Command;

function numberOf(text: string): number {
	if (!/^[1-9]\d{0,9}$/.test(text)) throw new WrongUse(`"${text}" is no number of a ticket.`);
	return Number(text);
}

async function audit({ db }: Desk): Promise<number> {
	const replay = new Audit();
	for await (const fact of readQueueLog(db)) replay.read(fact);
	const report = replay.report();
	console.log(inWords(report));
	return report.findings.length === 0 ? 0 : 1;
}

async function tell({ db }: Desk, ticket: number): Promise<number> {
	const steps: Step[] = [];
	const queue = emptyQueue();
	for await (const fact of readQueueLog(db)) {
		if (fact.ticket === ticket) steps.push(stepOf(queue, fact));
		apply(queue, fact);
	}
	if (steps.length === 0) throw new WrongUse(`There is no ticket ${ticket}: nothing in the log has that number.`);
	console.log(storyInWords(ticket, await told(db, steps), (await policyNow(db)).timeZone));
	return 0;
}

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
			return `ticket ${ticket} should have been reserved for ${finding.expected === undefined ? 'nobody' : `agent ${finding.expected}, for ${finding.minutes} minutes`} (P4)`;
		case 'handed-over':
			return `ticket ${ticket} was handed over to ${finding.to === undefined ? 'nobody' : `agent ${finding.to}, who might not be given it, or not for as long`} (P4)`;
		case 'not-the-holder':
			return `ticket ${ticket} was recorded as ${finding.fact} by ${finding.actor === null ? 'nobody' : `account ${finding.actor}, which did not have it in hand`} (P4)`;
		case 'nothing-changed':
			return `ticket ${ticket} was recorded as ${finding.fact}, to what it was already`;
		case 'merged-into':
			return `ticket ${ticket} was joined to ticket ${finding.into}, which is not an open one that arrived before it (P4)`;
		case 'impossible':
			return `ticket ${ticket} was recorded as ${finding.fact}${finding.reason ? ` (${finding.reason})` : ''}, which cannot follow when it is ${finding.state}`;
		case 'gap':
			return `the log has a gap: row ${finding.expected} should stand here`;
		case 'time-runs-back':
			return 'it was recorded at a time before that of the row above';
		case 'arrival-out-of-order':
			return `ticket ${ticket} was opened where arrival number ${finding.expected} was due`;
		default:
			return finding satisfies never;
	}
}

function these(tickets: number[]): string {
	return tickets.length === 1 ? `ticket ${tickets[0]} was` : `tickets ${tickets.join(', ')} were`;
}
