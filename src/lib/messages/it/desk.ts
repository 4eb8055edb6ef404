import type { Lane } from '#lib/domain/queue.ts';
import { acts } from './desk-acts.ts';

const tickets = (count: number) => (count === 1 ? 'un ticket' : `${count} ticket`);

/** What the desk says to those who serve. */
export const desk = {
	title: 'Sportello',
	navigation: {
		queue: 'Coda',
		order: 'Ordine',
		search: 'Cerca',
		customers: 'Clienti',
		staff: 'Colleghi',
		replies: 'Risposte',
		admin: 'Amministrazione',
	},
	goTo: {
		label: 'Cerca o vai al ticket',
		placeholder: 'cerca o vai al numero',
		submit: 'Vai',
		title: 'Cerca tra i ticket',
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
