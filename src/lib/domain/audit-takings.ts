import type { Finding } from './audit.ts';
import type { Entry, Fact, Queue } from './queue.ts';
import { whyNotServed } from './serving.ts';

/** How many of the tickets that were passed over a finding names. */
const namedAhead = 10;

type Taken = Fact & { type: 'taken' };

/** Whom a taking went past (P4, P6), and whether the agent might take it at all. */
export function wrongTaking(queue: Queue, { seq, ticket, agent, at }: Taken, entry: Entry): Finding[] {
	const findings: Finding[] = [];
	const ahead = passedOver(queue, { ticket, agent, at }, entry);
	if (ahead.length > 0) findings.push({ seq, ticket, agent, wrong: 'overtaking', ahead });
	const because = whyNotServed(queue, agent, entry, at);
	if (because && because !== 'technical-first') {
		findings.push({ seq, ticket, agent, wrong: 'not-for-this-agent', because });
	}
	const technical = queue.queued.technical.slice(0, namedAhead);
	if (entry.lane === 'consultancy' && technical.length > 0) {
		findings.push({ seq, ticket, agent, wrong: 'consultancy-before-technical', ahead: technical });
	}
	if (queue.agents.get(agent)?.onDuty === false) findings.push({ seq, ticket, agent, wrong: 'off-duty' });
	const limit = queue.settings.inHandLimit;
	if ((queue.inHand.get(agent) ?? 0) >= limit) findings.push({ seq, ticket, agent, wrong: 'over-limit', limit });
	return findings;
}

/** The queued tickets with a lower arrival number that the agent might have served instead. */
function passedOver(
	queue: Queue,
	{ ticket, agent, at }: Pick<Taken, 'ticket' | 'agent' | 'at'>,
	entry: Entry,
): number[] {
	const passed: number[] = [];
	for (const before of queue.queued[entry.lane]) {
		if (before >= ticket || passed.length === namedAhead) break;
		const earlier = queue.entries.get(before);
		// In the lane of what was taken: that consultancy was taken at all is another finding.
		if (earlier && isServable(queue, agent, earlier, at)) passed.push(before);
	}
	return passed;
}

function isServable(queue: Queue, agent: number, entry: Entry, at: Temporal.Instant): boolean {
	const because = whyNotServed(queue, agent, entry, at);
	return because === undefined || because === 'technical-first';
}
