export const portal = {
	navigation: { tickets: 'I miei ticket', open: 'Apri un ticket' },
	home: {
		title: 'I suoi ticket',
		open: 'Apri un ticket',
		yours: 'Tocca a Lei',
		yoursHint: 'Abbiamo bisogno di una Sua risposta per andare avanti.',
		support: 'Tocca a noi',
		supportHint: 'Li serviamo in ordine di arrivo.',
		resolved: 'Risolti',
		resolvedHint: 'I più recenti.',
		noneYours: 'Nulla da fare per Lei, in questo momento.',
		noneSupport: 'Nessun ticket in attesa di una nostra risposta.',
		openedBy: (name: string) => `aperto da ${name}`,
		updated: 'ultimo messaggio',
		older: 'Ticket risolti in precedenza',
		newer: 'Ticket risolti più di recente',
		empty: {
			title: 'Qui vedrà i Suoi ticket',
			text: 'Ogni richiesta di assistenza prende un numero, nell’ordine in cui arriva, e viene servita in quell’ordine. Da qui vedrà sempre a che punto è e a chi tocca.',
			next: 'Quando ne ha bisogno, apra il primo.',
		},
	},
	place: {
		label: 'Il Suo posto in coda',
		nextUp: 'È il prossimo a essere servito.',
		ahead: (count: number) =>
			count === 1 ? 'C’è un solo ticket prima del Suo.' : `Ci sono ${count} ticket prima del Suo.`,
		consultancyWaits: (technical: number) =>
			technical === 1
				? 'La consulenza si serve quando non ci sono richieste tecniche in coda: ora ce n’è una.'
				: `La consulenza si serve quando non ci sono richieste tecniche in coda: ora ce ne sono ${technical}.`,
		consultancyFree: 'Non ci sono richieste tecniche in coda.',
		consultancyFirst: 'Tra le consulenze il Suo è il primo.',
		consultancyAhead: (count: number) =>
			count === 1
				? 'Tra le consulenze ce n’è una prima della Sua.'
				: `Tra le consulenze ce ne sono ${count} prima della Sua.`,
	},
	sentence: {
		queued: 'Tocca a noi: il ticket è in coda e lo serviremo secondo l’ordine di arrivo.',
		'in-hand': 'Un operatore ci sta lavorando.',
		'under-evaluation': 'Tocca a noi: stiamo valutando il problema.',
		'awaiting-customer': 'Tocca a Lei: ci servono alcune informazioni per andare avanti.',
		solved: 'Risolto: l’assistenza ha concluso il lavoro.',
		'closed-by-customer': 'Risolto: il ticket è stato chiuso da Lei o da un collega.',
		lapsed: 'Chiuso: il termine per rispondere è passato, quindi il problema si considera risolto.',
		duplicate: 'Chiuso: la richiesta prosegue in un altro ticket.',
	},
	evaluating: 'Che cosa stiamo valutando',
};
