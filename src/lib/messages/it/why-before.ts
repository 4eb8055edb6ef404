import type { Passed } from '#lib/domain/why-before.ts';

/** "Why was somebody served before me?", on the page of a queued ticket: numbers, and nothing about anybody else. */
export const whyBefore = {
	title: 'Perché qualcuno è servito prima di me?',
	arrivedBefore: (count: number) =>
		count === 1
			? 'Una richiesta è arrivata prima della Sua ed è in coda: si serve in ordine di arrivo.'
			: `${count} richieste sono arrivate prima della Sua e sono in coda: si serve in ordine di arrivo.`,
	cameBack: (count: number) =>
		count === 1
			? 'Una di queste è tornata in coda dopo l’arrivo della Sua, per esempio perché il cliente ha risposto: conserva il numero di arrivo che aveva, come lo conserverebbe la Sua.'
			: `${count} di queste sono tornate in coda dopo l’arrivo della Sua, per esempio perché il cliente ha risposto: conservano il numero di arrivo che avevano, come lo conserverebbe la Sua.`,
	technicalFirst: (count: number) =>
		count === 1
			? 'In coda c’è una richiesta tecnica: l’assistenza tecnica si serve prima della consulenza, anche quando arriva dopo.'
			: `In coda ci sono ${count} richieste tecniche: l’assistenza tecnica si serve prima della consulenza, anche quando arriva dopo.`,
	passed: {
		technicalFirst: (count: number) =>
			count === 1
				? 'Da quando la Sua richiesta è in coda ne è stata servita una tecnica arrivata dopo: le richieste tecniche si servono prima delle consulenze.'
				: `Da quando la Sua richiesta è in coda ne sono state servite ${count} tecniche arrivate dopo: le richieste tecniche si servono prima delle consulenze.`,
		reserved: (count: number) =>
			count === 1
				? 'Una richiesta arrivata dopo è stata servita da un altro operatore, mentre la Sua era riservata per un tempo limitato a un solo operatore.'
				: `${count} richieste arrivate dopo sono state servite da altri operatori, mentre la Sua era riservata per un tempo limitato a un solo operatore.`,
		otherSoftware: (count: number) =>
			count === 1
				? 'Una richiesta arrivata dopo è stata servita da un operatore che segue soltanto alcuni software, e non il Suo.'
				: `${count} richieste arrivate dopo sono state servite da operatori che seguono soltanto alcuni software, e non il Suo.`,
	} satisfies Record<Passed, (count: number) => string>,
	nobody: 'Nessuna richiesta arrivata prima della Sua è in coda.',
	nobodyPassed: 'Da quando la Sua richiesta è in coda, nessuna arrivata dopo è stata servita prima.',
};
