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
	ended: {
		solved: 'Risolto: l’assistenza ha concluso il lavoro.',
		'closed-by-customer': 'Risolto: il ticket è stato chiuso da Lei o da un collega.',
		lapsed: 'Chiuso: è passato il termine per rispondere, quindi il problema si considera risolto.',
		duplicate: 'Chiuso: unito a un altro ticket.',
	} satisfies Record<ResolvedAs, string>,
	explained: {
		queued: 'Quando toccherà a questo ticket, un operatore lo prenderà in lavorazione e qui leggerà la risposta.',
		'in-hand': 'La risposta comparirà nella conversazione.',
		'under-evaluation':
			'Che cosa stiamo valutando lo legge nella conversazione. Appena avremo una risposta la troverà qui.',
		'awaiting-customer':
			'Quando avrà risposto, il ticket tornerà in coda al suo numero di arrivo: il posto non si perde.',
		resolved: 'Un ticket risolto non si riapre. Se il problema resta, apra un ticket collegato: parte già compilato.',
	} satisfies Record<Standing['state'], string>,
	/** Of a colleague's ticket that awaits the customer. */
	theirs: {
		sentence: 'Tocca a voi: per andare avanti ci servono alcune informazioni.',
		explained:
			'Può rispondere Lei o un collega. Poi il ticket tornerà in coda al suo numero di arrivo: il posto non si perde.',
	},
	/** Of a ticket merged into an earlier one, and on the page of that one. */
	merged: {
		goesOn: 'È stato unito al',
		ticket: {
			open: (number: number) => `ticket ${number}, arrivato prima`,
			resolved: (number: number) => `ticket ${number}, ora risolto`,
		},
		explained: {
			open: 'Riguardavano la stessa cosa, e così li seguiamo insieme: vale il numero di arrivo più basso, quindi nulla va perso. Quanto è scritto qui resta leggibile; per aggiungere qualcosa, scriva nell’altro ticket.',
			resolved:
				'Riguardavano la stessa cosa, e li abbiamo seguiti insieme. Quanto è scritto qui resta leggibile. Se il problema resta, apra un ticket collegato a quello.',
		},
		go: (number: number) => `Vai al ticket ${number}`,
		keptTitle: (number: number) => `Il Suo testo è qui, pronto per il ticket ${number}`,
		keptText: 'Lo controlli e lo invii: arriverà nell’altro ticket, dove la richiesta prosegue.',
		replyTitle: (number: number) => `Scriva nel ticket ${number}`,
		joined: 'Unito a questo il ticket',
	},
	since: 'Da',
	ticket: {
		follows: 'Segue il ticket',
		followedBy: 'Prosegue nel ticket',
		openedBy: (name: string) => `aperto da ${name}`,
		linked: 'Ticket collegati',
		details: 'Dati del ticket',
		product: 'Software',
		lane: 'Tipo di richiesta',
		version: 'Versione',
		operatingSystem: 'Sistema operativo',
		tools: 'Strumenti utilizzati',
		notGiven: 'non indicato',
		toReply: 'Rispondi',
		justReplied: 'La Sua risposta è arrivata.',
		justClosed: 'Il ticket è chiuso. Grazie per avercelo detto.',
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
	close: {
		summary: 'È risolto? Può chiudere il ticket',
		text: 'Chiudendolo lascia il posto a chi aspetta. Un ticket chiuso non si riapre: se il problema tornasse, potrà aprire un ticket collegato a questo.',
		submit: 'È risolto, chiudi il ticket',
	},
	followUp: {
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
