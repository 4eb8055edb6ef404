import type { CouldServe } from '#lib/domain/explain.ts';
import type { QueuedAgain } from '#lib/domain/queue.ts';
import type { BeforeView, ExplanationView, Named, ReservedView, StepView } from '#lib/server/queries/told-story.ts';

/** What happened to a ticket, in words for a terminal: one line for each step, and under each taking why it was taken then. */
export function storyInWords(ticket: number, steps: readonly StepView[], timeZone: string): string {
	const tell = wordsAt(timeZone);
	const lines = steps.flatMap((step) => [`${tell.moment(step.at)}  ${happened(step, tell)}`, ...why(step, tell)]);
	return [`Ticket ${ticket}. Times are those of ${timeZone}.`, '', ...lines].join('\n');
}

type Tell = { moment(at: string): string };

function wordsAt(timeZone: string): Tell {
	return {
		moment(at) {
			const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
			return local.toString({ smallestUnit: 'second' }).replace('T', ' ');
		},
	};
}

const called = ({ id, name }: Named) => `${name} (${id})`;
const kept = ({ for: agent, until }: ReservedView, tell: Tell) =>
	`reserved for ${called(agent)} until ${tell.moment(until)}`;

const queuedBecause: Record<QueuedAgain, string> = {
	'put-back': 'put back',
	resumed: 'the evaluation ended',
	withdrawn: 'the request to the customer was withdrawn',
	replied: 'the customer answered',
	'handed-over': 'handed over to a colleague',
	'off-duty': 'its agent went off duty',
	disabled: 'its agent was disabled',
};

function happened(step: StepView, tell: Tell): string {
	switch (step.type) {
		case 'opened':
			return `arrived and was queued: ${step.lane}, ${step.product}`;
		case 'taken':
			return `taken by ${called(step.agent)}`;
		case 'queued': {
			const reserved = step.reserved ? `, ${kept(step.reserved, tell)}` : '';
			return `queued again at its arrival number: ${queuedBecause[step.reason]}${reserved}`;
		}
		case 'held':
			return `put on hold: ${step.case === 'under-evaluation' ? 'under evaluation' : 'awaiting the customer'}`;
		case 'moved':
			return step.lane === 'consultancy'
				? 'moved to consultancy and queued there'
				: 'moved to technical, still in hand';
		case 'corrected':
			return `its product was corrected: ${step.product}`;
		case 'resolved':
			return `resolved: ${step.as}`;
		case 'merged':
			return `joined to ticket ${step.into}, which arrived before`;
		default:
			return step satisfies never;
	}
}

function why(step: StepView, tell: Tell): string[] {
	if (step.type !== 'taken') return [];
	const { agent, explanation } = step;
	if (!explanation) return ['    The log does not say that it was queued then.'];
	const since = explanation.since ? [`It was queued since ${tell.moment(explanation.since)}.`] : [];
	const lines = [
		...since,
		...queuedBefore(explanation, agent, tell),
		technical(explanation),
		...whoCould(explanation, tell),
	];
	return lines.map((line) => `    ${line}`);
}

function queuedBefore({ before, beforeBy }: ExplanationView, agent: Named, tell: Tell): string[] {
	if (before.length === 0) return ['No ticket with a lower arrival number was queued.'];
	const which = before.length === 1 ? `which ${called(agent)} might not` : `none of which ${called(agent)} might`;
	const head =
		beforeBy.nothing === 0
			? `${counted(before.length, 'ticket')} with a lower arrival number ${were(before.length)} queued, ${which} have served:`
			: `Overtaking (P4): of the ${counted(before.length, 'ticket')} queued with a lower arrival number ${called(agent)} might have served ${beforeBy.nothing}:`;
	return [head, ...before.map((other) => `  ticket ${other.ticket}: ${notGiven(other, agent, tell)}`)];
}

function notGiven({ because, lane, product, reserved }: BeforeView, agent: Named, tell: Tell): string {
	switch (because) {
		case 'technical-first':
			return `${lane}, which waits while a technical ticket is queued (P6)`;
		case 'not-covered':
			return `${product}, which ${called(agent)} does not cover (P4)`;
		case 'reserved':
			return `${reserved ? kept(reserved, tell) : 'reserved'} (P4)`;
		case 'nothing':
			return 'no rule kept it from this agent';
		default:
			return because satisfies never;
	}
}

function technical({ lane, technicalQueued }: ExplanationView): string {
	if (lane === 'technical')
		return `${counted(technicalQueued, 'technical ticket')} ${were(technicalQueued)} queued, this one included.`;
	return technicalQueued === 0
		? 'No technical ticket was queued, so that consultancy might be served (P6).'
		: `Consultancy before technical (P6): ${counted(technicalQueued, 'technical ticket')} ${were(technicalQueued)} queued.`;
}

function whoCould({ agents, reserved }: ExplanationView, tell: Tell): string[] {
	const couldNot: Record<Exclude<CouldServe, 'took' | 'could'>, string> = {
		'duty-untold': 'of whose duty the log says nothing',
		'off-duty': 'off duty',
		'in-hand-limit': 'who had as much in hand as an agent may',
		'not-covered': 'who does not cover its product',
		reserved: `since it was ${reserved ? kept(reserved, tell) : 'reserved'}`,
		'technical-first': 'since a technical ticket was queued',
	};
	const others = agents.filter(({ could }) => could === 'could').map(called);
	const barred = agents.flatMap(({ could, ...agent }) =>
		could === 'took' || could === 'could' ? [] : [`  ${called(agent)}, ${couldNot[could]}`],
	);
	return [
		others.length === 0 ? 'Nobody else could have served it.' : `Could have served it too: ${others.join(', ')}.`,
		...(barred.length === 0 ? [] : ['Could not:', ...barred]),
	];
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;
const were = (count: number) => (count === 1 ? 'was' : 'were');
