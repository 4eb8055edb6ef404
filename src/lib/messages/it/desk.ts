import type { Lane } from '#lib/domain/queue.ts';

const tickets = (count: number) => (count === 1 ? 'un ticket' : `${count} ticket`);

/** What the desk says to those who serve. */
export const desk = {
	title: 'Sportello',
	navigation: { desk: 'Postazione', queue: 'Coda' },
	goTo: {
		label: 'Vai al ticket',
		placeholder: 'numero',
		submit: 'Vai',
		title: 'Cerca un ticket per numero',
		hint: 'Il numero di arrivo, quello grande sul tagliando.',
		notFound: (typed: string) => `Non c’è nessun ticket con il numero «${typed}». Controlli il numero e riprovi.`,
	},
	take: {
		submit: 'Prendi il prossimo',
		never: 'Si riceve il ticket arrivato per primo tra quelli in coda: non si sceglie.',
		full: 'Ha in lavorazione quanto può averne: concluda, metta in attesa o rimetta in coda; poi prenda il prossimo.',
		refused: 'Non è stato preso nessun ticket',
		open: (number: number) => `Apri il ticket ${number}`,
	},
	done: {
		evaluate: (number: number) => `Il ticket ${number} è in valutazione, e il cliente legge che cosa si sta valutando.`,
		await: (number: number) => `Il ticket ${number} attende il cliente.`,
		resolve: (number: number) => `Il ticket ${number} è risolto.`,
		'put-back': (number: number) => `Il ticket ${number} è di nuovo in coda, al suo numero di arrivo.`,
		resume: (number: number) =>
			`La valutazione è conclusa: il ticket ${number} è di nuovo in coda, al suo numero di arrivo.`,
		withdraw: (number: number) =>
			`La richiesta è ritirata: il ticket ${number} è di nuovo in coda, al suo numero di arrivo.`,
		reply: () => 'La risposta è inviata. Il ticket resta in lavorazione da Lei.',
		note: () => 'La nota interna è aggiunta. Il cliente non la vede.',
	},
	stub: { arrived: 'arrivato', since: 'da' },
	home: {
		queued: 'ticket in coda',
		lanes: { technical: 'di assistenza tecnica', consultancy: 'di consulenza' } satisfies Record<Lane, string>,
		inHand: 'In lavorazione da Lei',
		nothingInHand: 'Nulla in lavorazione: quando è pronto, prenda il prossimo.',
		technicalWaits: (count: number) =>
			count === 1
				? 'C’è una richiesta tecnica in coda: se crede, rimetta in coda la consulenza, che torna al suo posto.'
				: `Ci sono ${count} richieste tecniche in coda: se crede, rimetta in coda la consulenza, che torna al suo posto.`,
		holds: 'Le Sue attese',
		evaluating: 'In valutazione: tocca a noi',
		awaiting: 'Servono informazioni: tocca al cliente',
		noEvaluating: 'Nessuna valutazione aperta.',
		noAwaiting: 'Nessuna richiesta in attesa di risposta.',
		customerAdded: 'Il cliente ha aggiunto qualcosa',
		lastDay: (date: string) => `ultimo giorno utile ${date}`,
		queue: 'La coda, come sarà servita',
		queueEmpty: 'Nessuno in coda.',
		queueRest: (count: number) => `e ${tickets(count)} dopo`,
		wholeQueue: 'Tutta la coda',
	},
	queue: {
		title: 'La coda',
		lead: 'Così come sarà servita: in ordine di arrivo, prima l’assistenza tecnica, poi la consulenza. È di sola lettura.',
		technical: 'Assistenza tecnica',
		consultancy: 'Consulenza',
		consultancyWaits: (technical: number) =>
			technical === 0
				? 'Non ci sono richieste tecniche in coda: la consulenza si può servire.'
				: technical === 1
					? 'Si serve solo quando non ci sono richieste tecniche in coda: ora ce n’è una.'
					: `Si serve solo quando non ci sono richieste tecniche in coda: ora ce ne sono ${technical}.`,
		empty: 'La coda è vuota',
		emptyText:
			'Nessuno attende di essere servito. I ticket compaiono qui appena arrivano, nell’ordine in cui arrivano.',
		none: 'Nessuna richiesta in coda.',
		nth: (nth: number) => `${nth}º`,
		pages: 'Pagine della coda',
		page: (page: number, pages: number) => `Pagina ${page} di ${pages}`,
		previous: 'Precedente',
		next: 'Successiva',
	},
	ticket: {
		whose: {
			queuedNext: 'In coda: è il prossimo.',
			queued: (ahead: number) => `In coda, dopo ${tickets(ahead)}.`,
			inHandMine: 'Lo ha in lavorazione Lei.',
			inHand: (name: string) => `Lo ha in lavorazione ${name}.`,
			evaluatingMine: 'Lo sta valutando Lei.',
			evaluating: (name: string) => `Lo sta valutando ${name}.`,
			awaitingMine: 'Attende il cliente: glielo ha chiesto Lei.',
			awaiting: (name: string) => `Attende il cliente: glielo ha chiesto ${name}.`,
		},
		since: 'Da',
		customer: 'Cliente',
		openedBy: 'Aperto da',
		opened: 'Aperto',
		product: 'Software',
		lane: 'Tipo di richiesta',
		environment: 'Ambiente',
		version: 'Versione',
		operatingSystem: 'Sistema operativo',
		tools: 'Strumenti utilizzati',
		notSaid: 'non indicato',
		linked: 'Ticket collegati',
		follows: 'Segue il',
		followedBy: 'Seguito dal',
		others: 'Altri ticket di questo cliente',
		noOthers: 'È il primo ticket di questo cliente.',
		customerAdded:
			'Dopo l’inizio della valutazione il cliente ha aggiunto qualcosa: lo trova in fondo alla conversazione.',
	},
	acts: {
		title: 'Che cosa fare',
		readOnly: 'Per rispondere, mettere in attesa o risolvere bisogna averlo in lavorazione, con «Prendi il prossimo».',
		resolved:
			'È risolto, e un ticket risolto non si riapre. Se il problema resta, il cliente apre un ticket collegato.',
		reply: {
			title: 'Rispondi',
			hint: 'Il cliente legge subito; il ticket resta in lavorazione da Lei.',
			text: 'Risposta al cliente',
			submit: 'Invia la risposta',
		},
		note: {
			title: 'Nota interna',
			hint: 'La leggono solo i colleghi. Il cliente non la vede mai.',
			text: 'Nota per i colleghi',
			submit: 'Aggiungi la nota interna',
		},
		evaluate: {
			title: 'Metti in attesa: in valutazione',
			hint: 'Il cliente attende noi, senza limite di tempo. Lo riprende Lei, a valutazione conclusa.',
			text: 'Che cosa si sta valutando',
			textHint: 'Il cliente lo legge.',
			submit: 'Metti in valutazione',
		},
		await: {
			title: 'Metti in attesa: servono informazioni',
			hint: 'Noi attendiamo il cliente, fino all’ultimo giorno utile.',
			missing: 'Che cosa manca',
			text: 'Messaggio al cliente',
			textHint: 'Dica con precisione che cosa serve e come trovarlo.',
			submit: 'Chiedi e metti in attesa',
			chooseMissing: 'Indichi almeno una cosa che manca.',
		},
		resolve: {
			title: 'Risolvi',
			hint: 'È definitivo: un ticket risolto non si riapre.',
			text: 'Ultimo messaggio al cliente',
			submit: 'Segna come risolto',
		},
		'put-back': {
			title: 'Rimetti in coda',
			hint: 'Torna al suo numero di arrivo, e lo riceve chi prende il prossimo quando è il suo turno.',
			submit: 'Rimetti in coda',
			others: (name: string) => `Rimetti in coda al posto di ${name}`,
			othersHint:
				'Come responsabile può farlo: il ticket torna al suo numero di arrivo. Nulla di quanto è scritto va perso.',
		},
		resume: {
			title: 'Concludi la valutazione',
			hint: 'Il ticket torna in coda al suo numero di arrivo, e si riprende con «Prendi il prossimo».',
			submit: 'Concludi e rimetti in coda',
		},
		withdraw: {
			title: 'Ritira la richiesta',
			hint: 'Se le informazioni non servono più: il termine non decorre, e il ticket torna in coda al suo numero di arrivo.',
			submit: 'Ritira la richiesta e rimetti in coda',
		},
		resolvedMeanwhile:
			'Il ticket è già risolto, e un ticket risolto non si riapre. Se il problema resta, il cliente può aprire un ticket collegato. Il Suo testo è ancora qui, se vuole copiarlo in una nota.',
	},
};
