import type { Lane } from '#lib/domain/queue.ts';
import type { NotServed } from '#lib/domain/serving.ts';

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
		never: 'Si riceve il ticket arrivato per primo tra quelli in coda che può servire: non si sceglie.',
		full: (limit: number) =>
			limit === 1
				? 'Ha già un ticket in lavorazione, e se ne ha uno alla volta: lo concluda, lo metta in attesa o lo rimetta in coda; poi prenda il prossimo.'
				: `Ha già in lavorazione ${limit} ticket, quanti se ne possono avere: ne concluda uno, lo metta in attesa o lo rimetta in coda; poi prenda il prossimo.`,
		entersDuty: 'Prendendo il prossimo entra in servizio.',
		noneForYou: 'Qualcuno è in coda, ma in questo momento nessun ticket può andare a Lei:',
		notServed: {
			'not-covered': (count: number) => `${tickets(count)} in software che Lei non segue`,
			reserved: (count: number) =>
				count === 1
					? 'un ticket riservato a un collega, per un tempo limitato'
					: `${count} ticket riservati a colleghi, per un tempo limitato`,
			'technical-first': (count: number) =>
				count === 1
					? 'un ticket di consulenza, che si serve quando non ci sono richieste tecniche in coda'
					: `${count} ticket di consulenza, che si servono quando non ci sono richieste tecniche in coda`,
		} satisfies Record<NotServed, (count: number) => string>,
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
		'hand-over': (number: number) =>
			`Il ticket ${number} è di nuovo in coda al suo numero di arrivo, riservato al collega.`,
		'move-lane': (number: number) => `Il ticket ${number} è in coda tra le consulenze, con lo stesso numero di arrivo.`,
		merge: (number: number) => `Il ticket ${number} è unito a quello arrivato prima, e resta leggibile.`,
		reply: () => 'La risposta è inviata. Il ticket resta in lavorazione da Lei.',
		moved: () => 'Ora è tra le richieste tecniche, e resta in lavorazione da Lei.',
		corrected: () => 'Il software è corretto. Il ticket resta in lavorazione da Lei.',
		joined: () => 'L’altro ticket è unito a questo: la sua conversazione resta leggibile alla sua pagina.',
		note: () => 'La nota interna è aggiunta. Il cliente non la vede.',
	},
	duty: {
		title: 'Servizio',
		on: 'In servizio',
		off: 'Fuori servizio',
		goOn: 'Entra in servizio',
		goOff: 'Esci dal servizio',
		putsBack: (numbers: readonly number[]) =>
			numbers.length === 1
				? `Uscendo dal servizio rimette in coda il ticket ${numbers[0]}, al suo numero di arrivo.`
				: `Uscendo dal servizio rimette in coda i ticket ${numbers.join(', ')}, al loro numero di arrivo.`,
		reserves: (minutes: number) =>
			minutes === 0
				? 'I colleghi vedono che c’è.'
				: `I ticket che escono da una Sua attesa restano riservati a Lei per ${minutes === 1 ? 'un minuto' : `${minutes} minuti`}, e i colleghi possono passarLene.`,
		keepsHolds: 'Fuori servizio le Sue attese restano Sue, ma nessun ticket viene riservato a Lei.',
		follows: (names: readonly string[]) => `Software seguiti: ${names.join(', ')}.`,
		followsNone: 'Non segue nessun software.',
		now: { on: 'Ora è in servizio.', off: 'Ora è fuori servizio.' },
		nowPutBack: (numbers: readonly number[]) =>
			numbers.length === 1
				? `Il ticket ${numbers[0]} è di nuovo in coda, al suo numero di arrivo.`
				: `I ticket ${numbers.join(', ')} sono di nuovo in coda, al loro numero di arrivo.`,
	},
	uncovered: {
		title: 'Nessuno in servizio segue',
		product: (name: string, count: number) => `${name}: ${tickets(count)} in coda`,
		hint: 'Finché non entra in servizio qualcuno che lo segue, questi ticket non li può prendere nessuno.',
	},
	stub: {
		arrived: 'arrivato',
		since: 'da',
		reservedFor: (name: string) => `riservato a ${name} fino a`,
		reservedForYou: 'riservato a Lei fino a',
		uncovered: 'nessuno in servizio lo segue',
		notCovered: 'Lei non segue questo software',
	},
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
		coverage: (names: readonly string[]) =>
			`Lei segue ${names.join(', ')}: i ticket di altri software li ricevono i colleghi.`,
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
		named: (number: number) => `ticket ${number}`,
		whose: {
			queuedNext: 'In coda: è il prossimo.',
			queued: (ahead: number) => `In coda, dopo ${tickets(ahead)}.`,
			mergedInto: 'La richiesta prosegue nel',
			inHandMine: 'Lo ha in lavorazione Lei.',
			inHand: (name: string) => `Lo ha in lavorazione ${name}.`,
			evaluatingMine: 'Lo sta valutando Lei.',
			evaluating: (name: string) => `Lo sta valutando ${name}.`,
			awaitingMine: 'Attende il cliente: glielo ha chiesto Lei.',
			awaiting: (name: string) => `Attende il cliente: glielo ha chiesto ${name}.`,
			unreachable: 'Nessuno del cliente può ricevere comunicazioni: chi vede questo ticket non ha un accesso attivo.',
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
		mergedInto: 'Unito al',
		merged: 'Uniti a questo',
		others: 'Altri ticket di questo cliente',
		noOthers: 'È il primo ticket di questo cliente.',
		customerAdded:
			'Dopo l’inizio della valutazione il cliente ha aggiunto qualcosa: lo trova in fondo alla conversazione.',
	},
	acts: {
		title: 'Che cosa fare',
		more: { title: 'Altro', hint: 'Passa a un collega, sposta, correggi il software, unisci.' },
		merged: 'È unito a un ticket arrivato prima, e la richiesta prosegue lì. Quanto è scritto qui resta leggibile.',
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
		'hand-over': {
			title: 'Passa a un collega',
			hint: 'Torna in coda al suo numero di arrivo, riservato al collega per un tempo limitato.',
			colleague: 'Collega in servizio',
			text: 'Nota per il collega',
			textHint: 'È interna: il cliente non la vede.',
			submit: 'Passa al collega',
			nobody: (product: string) =>
				`In questo momento nessun collega in servizio segue ${product}. Può rimettere il ticket in coda: lo riceverà chi prende il prossimo.`,
			off: 'Le impostazioni non prevedono di riservare un ticket a qualcuno. Può rimetterlo in coda: lo riceverà chi prende il prossimo.',
			until: (minutes: number) =>
				`Gli resta riservato per ${minutes === 1 ? 'un minuto' : `${minutes} minuti`}; poi lo riceve chi prende il prossimo.`,
		},
		'move-lane': {
			title: { technical: 'Sposta in assistenza tecnica', consultancy: 'Sposta in consulenza' } satisfies Record<
				Lane,
				string
			>,
			hint: {
				technical: 'Resta in lavorazione da Lei, con lo stesso numero di arrivo.',
				consultancy: 'Torna in coda tra le consulenze, con lo stesso numero di arrivo.',
			} satisfies Record<Lane, string>,
			text: 'Perché lo sposta',
			textHint: 'Il cliente lo legge nella conversazione.',
			submit: { technical: 'Sposta in assistenza tecnica', consultancy: 'Sposta in consulenza' } satisfies Record<
				Lane,
				string
			>,
		},
		'correct-product': {
			title: 'Correggi il software',
			hint: 'Se il cliente ha scelto quello sbagliato. Resta in lavorazione da Lei, con lo stesso numero di arrivo.',
			product: 'Di quale software si tratta',
			only: 'Il cliente ha la licenza solo per questo software: non c’è un altro tra cui scegliere.',
			submit: 'Correggi il software',
		},
		merge: {
			title: 'Unisci a un altro ticket',
			hint: 'Se il cliente chiede due volte la stessa cosa: resta il ticket arrivato prima.',
			other: 'Numero dell’altro ticket',
			otherHint: 'Dello stesso cliente e ancora aperto. Quello arrivato dopo si chiude come unito, e resta leggibile.',
			suggested: 'Aperti da questo cliente',
			none: 'In questo momento il cliente non ha altri ticket aperti.',
			submit: 'Unisci i due ticket',
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
