import type { ResolvedAs } from '#lib/domain/queue.ts';
import type { Standing } from '#lib/domain/ticket.ts';

export const portal = {
	place: {
		first: 'Nessun ticket arrivato prima del Suo è in coda.',
		reserved:
			'Dopo il ritorno in coda, per un tempo limitato, può prenderlo un solo operatore; poi chiunque segua questo software.',
		unfollowed: 'In questo momento nessuno in servizio segue questo software; il Suo posto resta.',
		ahead: (count: number) =>
			count === 1 ? 'C’è un solo ticket prima del Suo.' : `Ci sono ${count} ticket prima del Suo.`,
		technicalFirst: (technical: number) =>
			technical === 1
				? 'La consulenza si serve quando non ci sono richieste tecniche in coda: ora ce n’è una.'
				: `La consulenza si serve quando non ci sono richieste tecniche in coda: ora ce ne sono ${technical}.`,
		firstOfConsultancy: 'Tra le consulenze la Sua è la prima.',
		aheadOfConsultancy: (count: number) =>
			count === 1
				? 'Tra le consulenze ce n’è una prima della Sua.'
				: `Tra le consulenze ce ne sono ${count} prima della Sua.`,
	},
	sentence: {
		queued: 'Tocca a noi: il ticket è in coda, in ordine di arrivo.',
		'in-hand': 'Un operatore ci sta lavorando.',
		'under-evaluation': 'Tocca a noi: stiamo valutando il problema.',
		'awaiting-customer': 'Tocca a Lei: per andare avanti ci servono alcune informazioni.',
	} satisfies Record<Exclude<Standing['state'], 'resolved'>, string>,
	/** Of a colleague's ticket that awaits the customer. */
	theirSentence: 'Tocca a voi: per andare avanti ci servono alcune informazioni.',
	ended: {
		solved: 'Risolto: l’assistenza ha concluso il lavoro.',
		'closed-by-customer': 'Risolto: il ticket è stato chiuso da Lei o da un collega.',
		lapsed: 'Chiuso: è passato il termine per rispondere, quindi il problema si considera risolto.',
		duplicate: 'Chiuso: unito a un altro ticket.',
	} satisfies Record<ResolvedAs, string>,
	/** Of a ticket merged into an earlier one. */
	merged: {
		go: (number: number) => `Vai al ticket ${number}`,
		keptTitle: (number: number) => `Il Suo testo è qui, pronto per il ticket ${number}`,
		keptText: 'Lo controlli e lo invii: arriverà nell’altro ticket, dove la richiesta prosegue.',
		replyTitle: (number: number) => `Scriva nel ticket ${number}`,
	},
	about: {
		product: 'Software',
		lane: 'Tipo di richiesta',
	},
	reply: {
		title: 'Rispondi',
		label: 'Il Suo messaggio',
		hint: {
			queued: 'Può aggiungere quello che serve: il posto in coda non cambia.',
			'in-hand': 'L’operatore lo leggerà nella conversazione.',
			'under-evaluation': 'Il ticket resta in valutazione; quanto aggiunge viene segnalato all’operatore.',
			'awaiting-customer': 'Risponda alle domande qui sopra e alleghi i file richiesti.',
		} satisfies Record<Exclude<Standing['state'], 'resolved'>, string>,
		files: 'File',
		send: 'Invia la risposta',
	},
	markdown: 'Per un elenco, cominci ogni riga con un trattino.',
	followUp: {
		followedBy: 'Prosegue nel ticket',
		title: 'Il problema c’è ancora?',
		text: 'Apra un ticket collegato: prende un nuovo numero di arrivo e porta con sé il riferimento a questo.',
		textOf: (number: number) =>
			`Apra un ticket collegato al ticket ${number}: prende un nuovo numero di arrivo e porta con sé il riferimento a quello.`,
		open: 'Apri un ticket collegato',
		openOf: (number: number) => `Apri un ticket collegato al ${number}`,
		keptTitle: 'Il Suo testo è qui, pronto per un ticket collegato',
		keptTitleOf: (number: number) => `Il Suo testo è qui, pronto per un ticket collegato al ${number}`,
		keptText:
			'Lo controlli e lo invii: prenderà un nuovo numero di arrivo. I dati di questo ticket sono già riportati.',
	},
};
