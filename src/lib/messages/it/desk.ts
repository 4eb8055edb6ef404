import type { Lane } from '#lib/domain/queue.ts';
import type { NotServed } from '#lib/domain/serving.ts';
import { acts } from './desk-acts.ts';

const tickets = (count: number) => (count === 1 ? 'un ticket' : `${count} ticket`);

/** What the desk says to those who serve. */
export const desk = {
	title: 'Sportello',
	navigation: {
		queue: 'Coda',
		search: 'Cerca',
		customers: 'Clienti',
		staff: 'Colleghi',
		replies: 'Risposte',
		admin: 'Amministrazione',
	},
	goTo: { label: 'Cerca o vai al ticket', placeholder: 'parole o numero', submit: 'Vai', title: 'Cerca tra i ticket' },
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
				: `I ticket che escono da una Sua attesa restano riservati a Lei per ${minutes === 1 ? 'un minuto' : `${minutes} minuti`}, e i colleghi possono passarLe un ticket.`,
		keepsHolds: (minutes: number): string =>
			minutes === 0
				? 'Fuori servizio le Sue attese restano Sue.'
				: 'Fuori servizio le Sue attese restano Sue, ma nessun altro ticket Le viene riservato; quelli già riservati lo restano fino all’ora indicata.',
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
		nothingInHand: 'Nulla in lavorazione: quando vuole, prenda il prossimo.',
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
			queuedFirst: 'In coda: nessuno è arrivato prima.',
			queued: (ahead: number) => `In coda, dopo ${tickets(ahead)}.`,
			mergedInto: { open: 'La richiesta prosegue nel', resolved: 'È ora risolto anche il' },
			inHandMine: 'Lo ha in lavorazione Lei.',
			inHand: (name: string) => `Lo ha in lavorazione ${name}.`,
			evaluatingMine: 'Lo sta valutando Lei.',
			evaluating: (name: string) => `Lo sta valutando ${name}.`,
			awaitingMine: 'Attende il cliente: le informazioni le ha chieste Lei.',
			awaiting: (name: string) => `Attende il cliente: le informazioni le ha chieste ${name}.`,
			unfollowed: 'In questo momento nessuno in servizio segue questo software.',
			unreachable: 'Nessuno del cliente può ricevere comunicazioni: chi vede questo ticket non ha un accesso attivo.',
		},
		since: 'Da',
		customer: 'Cliente',
		opened: 'Aperto',
		product: 'Software',
		lane: 'Tipo di richiesta',
		version: 'Versione',
		operatingSystem: 'Sistema operativo',
		tools: 'Strumenti utilizzati',
		notSaid: 'non indicato',
		linked: 'Ticket collegati',
		follows: 'Segue il',
		followedBy: 'Seguito dal',
		mergedInto: 'Unito al',
		mergedHere: 'Unito a questo il',
		others: 'Altri ticket di questo cliente',
		noOthers: 'È il primo ticket di questo cliente.',
		customerAdded:
			'Dopo l’inizio della valutazione il cliente ha aggiunto qualcosa: lo trova in fondo alla conversazione.',
	},
	acts,
};
