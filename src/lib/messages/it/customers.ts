import type { CustomerMark } from '#lib/domain/customers.ts';
import type { AccountState } from '#lib/server/queries/accounts.ts';

const tickets = (count: number) => (count === 1 ? 'un ticket' : `${count} ticket`);

/** Customers as the desk knows them, and who works there. */
export const customers = {
	title: 'Clienti',
	lead: 'Chi ha le licenze: persone, ticket aperti e quello che conviene sapere.',
	search: {
		title: 'Cerca tra i clienti',
		label: 'Cliente o persona',
		hint: 'Nome del cliente; nome, e-mail o nome utente di una persona.',
		submit: 'Cerca',
		product: 'Software',
		anyProduct: 'Con qualunque licenza',
		marks: 'Quali clienti',
		all: 'Tutti',
		mark: {
			open: 'Con ticket aperti',
			'to-activate': 'Con persone da attivare',
			shut: 'Senza nessuno che possa entrare',
			unlicensed: 'Senza licenze',
		} satisfies Record<CustomerMark, string>,
		clear: 'Tutti i clienti',
		counted: (count: number, written: string) => (count === 1 ? 'Un cliente' : `${written} clienti`),
	},
	columns: { customer: 'Cliente', people: 'Persone', licences: 'Licenze', open: 'Ticket aperti' },
	people: (count: number) => (count === 0 ? 'nessuna' : count === 1 ? 'una persona' : `${count} persone`),
	disabled: (count: number) => (count === 1 ? 'una disattivata' : `${count} disattivate`),
	disabledPerson: 'disattivato',
	noLicences: 'nessuna',
	support: (count: number) => (count === 1 ? 'uno tocca a noi' : `${count} toccano a noi`),
	awaited: (count: number) => (count === 1 ? 'uno tocca al cliente' : `${count} toccano al cliente`),
	noneOpen: 'nessuno',
	empty: {
		title: 'Ancora nessun cliente',
		text: 'I clienti compaiono qui appena un amministratore li aggiunge.',
	},
	none: {
		title: 'Nessun cliente corrisponde',
		text: 'Controlli come è scritto, cerchi con meno lettere o tolga i filtri: si trova anche chi è disattivato.',
	},
	pages: 'Pagine dei clienti',
	add: 'Aggiungi un cliente',
	change: 'Modifica dati e licenze',
	addUser: 'Aggiungi un utente',
	page: {
		opened: (count: number) => (count === 0 ? 'Non ha ancora aperto ticket.' : `Ha aperto ${tickets(count)} in tutto.`),
		colleagues: 'Gli utenti vedono i ticket l’uno dell’altro.',
		ownOnly: 'Ogni utente vede solo i propri ticket.',
		whoChanges: (names: readonly string[]) =>
			`Dati, licenze e accessi li cambia chi amministra${names.length > 0 ? `: ${names.join(', ')}` : ''}.`,
		people: 'Persone',
		pagesOfPeople: 'Pagine delle persone',
		noPeople: 'Nessuna: per ora nessuno può aprire ticket.',
		states: {
			active: 'attivo',
			invited: 'deve ancora scegliere la password',
			stale: 'non ha un collegamento di attivazione valido',
			disabled: 'disattivato: non può entrare',
		} satisfies Record<AccountState, string>,
		linkExpires: 'Il collegamento vale fino a',
		licences: 'Licenze',
		since: (date: string) => `dal ${date}`,
		noLicences: 'Nessuna: non può aprire ticket per nessun software.',
		tickets: 'Ticket',
		support: 'Tocca a noi',
		customer: 'Tocca al cliente',
		resolved: 'Risolti per ultimi',
		noSupport: 'Nessun ticket attende noi.',
		noCustomer: 'Nessun ticket attende il cliente.',
		noResolved: 'Nessun ticket risolto.',
		more: (count: number) =>
			count === 1 ? 'Un altro: tutti i ticket del cliente' : `Altri ${count}: tutti i ticket del cliente`,
	},
	/** All accesses of a customer at once. */
	shutting: {
		summary: 'Disattiva tutti gli accessi…',
		whom: (count: number, names: string | undefined) =>
			names === undefined
				? `Da subito ${count} persone non possono più entrare: tutte quelle dell’elenco, in ogni pagina. Chi è in linea viene disconnesso, e i collegamenti di attivazione in sospeso non valgono più.`
				: count === 1
					? `Da subito ${names} non può più entrare: se è in linea viene disconnesso, e un collegamento di attivazione in sospeso non vale più.`
					: `Da subito ${count} persone non possono più entrare: ${names}. Chi è in linea viene disconnesso, e i collegamenti di attivazione in sospeso non valgono più.`,
		tickets:
			'I ticket aperti restano come sono: quelli in coda si servono al loro numero di arrivo; quelli che attendono il cliente si chiudono alla decorrenza del termine, se nessuno può rispondere prima.',
		again: 'Per tornare indietro, gli accessi si riattivano una persona alla volta, dalla loro pagina.',
		submit: (count: number) => (count === 1 ? 'Disattiva l’accesso' : `Disattiva ${count} accessi`),
		done: 'Tutti gli accessi del cliente sono disattivati da ora. Chi era collegato è stato disconnesso.',
	},
	notes: {
		title: 'Note',
		pages: 'Pagine delle note',
		lead: 'Per i colleghi: il cliente non le vede mai.',
		none: 'Nessuna nota.',
		add: 'Scrivi una nota',
		label: 'Nota',
		hint: 'Quello che conviene sapere la prossima volta. Si può usare il Markdown.',
		submit: 'Aggiungi la nota',
		ask: 'Scriva la nota.',
		remove: 'Togli…',
		removeText: 'La nota non si potrà recuperare.',
		removeSubmit: (author: string) => `Togli la nota di ${author}`,
		done: { noted: 'La nota è aggiunta.', removed: 'La nota è tolta.' },
	},
	colleagues: {
		title: 'Colleghi',
		lead: 'Chi lavora allo sportello: chi è in servizio, quali software segue, che cosa ha in lavorazione.',
		columns: {
			name: 'Nome',
			duty: 'Servizio',
			covers: 'Software seguiti',
			inHand: 'In lavorazione',
			act: 'Che cosa si può fare',
		},
		you: 'Lei',
		on: 'in servizio',
		off: 'fuori servizio',
		coversAll: 'tutti',
		coversNone: 'nessuno',
		nothing: 'nulla',
		takeOff: 'Togli dal servizio',
		takeOffOf: (name: string) => `Togli ${name} dal servizio`,
		takeOffText: 'Per chi è andato via senza uscire dal servizio. Le sue attese restano sue.',
		putsBack: (numbers: readonly number[]) =>
			numbers.length === 1
				? `Il ticket ${numbers[0]} tornerà in coda, al suo numero di arrivo.`
				: `I ticket ${numbers.join(', ')} torneranno in coda, al loro numero di arrivo.`,
		whoMay: 'Se un collega è andato via senza uscire dal servizio, lo può togliere un responsabile.',
		administer: 'Ruoli, software seguiti e accessi',
		whoChanges: 'Ruoli, software seguiti e accessi li cambia chi amministra.',
		disabled: (count: number) =>
			count === 1 ? 'Un altro collega è disattivato.' : `Altri ${count} colleghi sono disattivati.`,
		done: (name: string) => `${name} ora è fuori servizio.`,
	},
};
