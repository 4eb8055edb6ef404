import type { Words } from '../words.ts';

export const whyBefore: Words['whyBefore'] = {
	title: 'Why is somebody served before me?',
	arrivedBefore: (count) =>
		count === 1
			? 'One request arrived before yours and is queued: we serve in order of arrival.'
			: `${count} requests arrived before yours and are queued: we serve in order of arrival.`,
	cameBack: (count) =>
		count === 1
			? 'One of these came back to the queue after yours had arrived, for example because its customer answered: it keeps the arrival number it had, as yours would.'
			: `${count} of these came back to the queue after yours had arrived, for example because their customers answered: they keep the arrival numbers they had, as yours would.`,
	technicalFirst: (count) =>
		count === 1
			? 'One technical request is queued: technical support is served before consultancy, even when it arrives later.'
			: `${count} technical requests are queued: technical support is served before consultancy, even when it arrives later.`,
	passed: {
		technicalFirst: (count) =>
			count === 1
				? 'Since your request is queued, one technical request that arrived later was served: technical requests are served before consultancy.'
				: `Since your request is queued, ${count} technical requests that arrived later were served: technical requests are served before consultancy.`,
		reserved: (count) =>
			count === 1
				? 'One request that arrived later was served by another agent, while yours was kept for a limited time for one agent only.'
				: `${count} requests that arrived later were served by other agents, while yours was kept for a limited time for one agent only.`,
		otherSoftware: (count) =>
			count === 1
				? 'One request that arrived later was served by an agent who serves only some software, and not yours.'
				: `${count} requests that arrived later were served by agents who serve only some software, and not yours.`,
	},
	nobody: 'No request that arrived before yours is queued.',
	nobodyPassed: 'Since your request is queued, none that arrived later was served before it.',
};
