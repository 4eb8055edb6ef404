import type { Words } from '../words.ts';

const some = (count: number, one: string) => (count === 1 ? `one ${one}` : `${count} ${one}s`);

export const order: Words['order'] = {
	page: {
		title: 'The order of arrival',
		lead: 'Every ticket taken in hand leaves a row in the log, and the log proves that nobody was served before somebody who could have been served and had arrived earlier.',
		month: (month, year) => `${month} ${year}`,
		figures: { takings: 'taken in hand', overtakings: 'overtakings' },
		proved: {
			empty: 'The log is still empty: the proof begins with the first ticket.',
			upTo: (row) => `The log is proved from its first row to row ${row}, written`,
			counts: (takings, overtakings) =>
				`Taken in hand, in all: ${takings}; overtakings: ${overtakings === '0' ? 'none' : overtakings}.`,
			rest: 'The rows behind that are not proved yet: they will be soon.',
			again: 'The command “sportello audit” proves it again from the first row.',
		},
		irregular: {
			title: (count) => (count === 1 ? 'One thing is wrong in the log' : `${count} things are wrong in the log`),
			lead: 'The command “sportello audit” says of each what is wrong.',
			row: (row) => `Row ${row}`,
			ticket: (number) => `ticket ${number}`,
			overtaking: 'an overtaking',
			more: (count) => `There are others before these: ${count} in all.`,
		},
		longest: {
			title: 'Queued for longest, this month',
			hint: 'How long a ticket had been queued before each taking of this month. One that came back to the queue may stand here more than once.',
			none: 'No ticket has been taken in hand this month yet.',
		},
		queued: {
			title: 'Queued for longest, now',
			hint: 'Since when the ticket is queued, without a break.',
			none: 'Nobody is queued.',
		},
		queuedFrom: 'queued from',
		queuedUntil: 'to',
		why: (number) => `Why ticket ${number}?`,
		onDuty: {
			title: 'On duty now',
			none: 'Nobody is on duty.',
			all: 'all software',
			some: (products) => products.join(', '),
		},
		covered: 'Somebody on duty covers all the software that is queued.',
	},
	lasted: (given) => {
		const { days, hours, minutes } = given;
		if (days > 0) return hours > 0 ? `${some(days, 'day')} and ${some(hours, 'hour')}` : some(days, 'day');
		if (hours > 0) return minutes > 0 ? `${some(hours, 'hour')} and ${some(minutes, 'minute')}` : some(hours, 'hour');
		return minutes > 0 ? some(minutes, 'minute') : 'less than a minute';
	},
	why: {
		title: 'Why was it served before?',
		hint: 'Type the number of the one that was served: here you read why it was its turn.',
		label: 'Ticket number',
		submit: 'Explain',
		notFound: (typed) => `There is no ticket with the number “${typed}”. Please check the number and try again.`,
		story: (number) => `What happened to ticket ${number}`,
		taken: (agent) => `Taken in hand by ${agent}`,
		first: {
			technical: (agent, number) =>
				`${agent} was given ticket ${number} because, of the queued tickets that ${agent} could serve, it had arrived first.`,
			consultancy: (agent, number) =>
				`${agent} was given ticket ${number} because no technical request was queued and, of the consultancy requests that ${agent} could serve, it had arrived first.`,
			overtaking: (agent, number, passed) =>
				`${agent} was given ticket ${number}, but could have served ${some(passed, 'ticket')} that had arrived earlier: it is an overtaking (P4).`,
			beforeTechnical: (agent, number, technical) =>
				`${agent} was given ticket ${number}, a consultancy request, while ${some(technical, 'technical request')} ${technical === 1 ? 'was' : 'were'} queued, which ${technical === 1 ? 'goes' : 'go'} first: it is an overtaking (P6).`,
		},
		nobodyBefore: 'No ticket that had arrived earlier was queued.',
		before: (reasons) =>
			`Of those that had arrived earlier and were still queued, none could be served: ${reasons.join('; ')}.`,
		beforeSome: (reasons) => `The others that had arrived earlier could not be served: ${reasons.join('; ')}.`,
		because: {
			'technical-first': (count) =>
				count === 1
					? 'one is consultancy, which waits while technical requests are queued (P6)'
					: `${count} are consultancy, which waits while technical requests are queued (P6)`,
			'not-covered': (count, agent) =>
				count === 1
					? `one is about software that ${agent} does not cover (P4)`
					: `${count} are about software that ${agent} does not cover (P4)`,
			reserved: (count) =>
				count === 1
					? 'one was reserved, for a limited time, for a colleague (P4)'
					: `${count} were reserved, for a limited time, for colleagues (P4)`,
		},
		unexplained: (number) => `The command “sportello audit --explain ${number}” explains this taking.`,
		details: 'All that counted at that moment',
		since: 'Queued since',
		queuedFor: (lasted) => `for ${lasted}`,
		kept: (agent) => `reserved for ${agent} until`,
		technicalQueued: (count) =>
			count === 0
				? 'No technical request was queued.'
				: `${some(count, 'technical request')} ${count === 1 ? 'was' : 'were'} queued.`,
		technicalWithThis: (count) =>
			count === 1
				? 'No other technical request was queued.'
				: `${count} technical requests were queued, with this one.`,
		queuedBefore: {
			title: 'Arrived earlier and still queued',
			number: 'Ticket',
			about: 'Request',
			because: 'Why it was not served',
			reasons: {
				'technical-first': () => 'consultancy: it waits while technical requests are queued',
				'not-covered': (agent) => `${agent} does not cover the software`,
				reserved: () => 'reserved',
				nothing: () => 'no rule stood against it',
			},
			more: (count) => `and ${some(count, 'more ticket')}`,
		},
		agents: {
			title: 'Who could have served it',
			name: 'Agent',
			could: 'At that moment',
			states: {
				took: 'took it',
				could: 'could have served it',
				'duty-untold': 'the log does not say whether they were on duty',
				'off-duty': 'off duty',
				'in-hand-limit': 'had as much in hand as one may',
				'not-covered': 'does not cover the software',
				reserved: 'it was reserved for somebody else',
				'technical-first': 'technical requests were queued',
			},
		},
		never: 'Nobody has taken it in hand yet.',
		queued: (ahead) =>
			ahead === 0
				? 'It is queued, and nobody in its lane arrived earlier.'
				: ahead === 1
					? 'It is queued, and one in its lane arrived earlier.'
					: `It is queued, and ${ahead} in its lane arrived earlier.`,
		technicalFirst: (count) =>
			count === 1
				? 'One technical request is queued and goes first (P6).'
				: `${count} technical requests are queued and go first (P6).`,
		passed: {
			technicalFirst: (count) =>
				count === 1
					? 'Since it is queued, one technical request that arrived later was served: they go before consultancy (P6).'
					: `Since it is queued, ${count} technical requests that arrived later were served: they go before consultancy (P6).`,
			reserved: (count) =>
				count === 1
					? 'One that arrived later was served by somebody else, while this one was reserved for a colleague (P4).'
					: `${count} that arrived later were served by others, while this one was reserved for a colleague (P4).`,
			otherSoftware: (count) =>
				count === 1
					? 'One that arrived later was served by somebody who does not cover its software (P4).'
					: `${count} that arrived later were served by those who do not cover its software (P4).`,
		},
	},
};
