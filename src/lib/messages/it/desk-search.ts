import type { AskedState, StaffOrder } from '#lib/domain/search.ts';

const count = new Intl.NumberFormat('it');

/** The search of staff. */
export const deskSearch = {
	title: 'Cerca tra tutti i ticket',
	label: 'Cerca tra i ticket',
	hint: 'Parole, numeri, nomi di file, clienti e persone. Si cerca anche nelle note interne.',
	submit: 'Cerca',
	state: 'Come sta il ticket',
	anyState: 'Tutti',
	states: {
		queued: 'In coda',
		'came-back': 'Rientrati in coda',
		'in-hand': 'In lavorazione',
		'under-evaluation': 'In valutazione',
		'awaiting-customer': 'Attendono il cliente',
		resolved: 'Risolti',
	} satisfies Record<AskedState, string>,
	filters: (count: number) =>
		count === 0 ? 'Filtri e ordine' : count === 1 ? 'Filtri (uno attivo)' : `Filtri (${count} attivi)`,
	lane: 'Tipo di richiesta',
	anyLane: 'Tutti i tipi',
	product: 'Software',
	anyProduct: 'Tutti i software',
	customer: 'Cliente',
	customers: (number: number) => `${count.format(number)} clienti con questo nome`,
	agent: 'Chi lo ha o ha risposto',
	anyAgent: 'Chiunque',
	from: 'Aperto dal giorno',
	to: 'Fino al giorno',
	files: 'Solo con file',
	sort: 'Ordine',
	orders: { relevance: 'I più pertinenti prima', newest: 'I più recenti prima' } satisfies Record<StaffOrder, string>,
	apply: 'Applica',
	noFilter: 'Togli i filtri',
	found: (number: number) => (number === 1 ? 'Un ticket.' : `${count.format(number)} ticket.`),
	moreThan: (number: number, sorted: boolean) =>
		sorted
			? `Più di ${count.format(number)} ticket: qui ci sono i ${count.format(number)} più recenti, dal più pertinente. Un filtro aiuta a restringere.`
			: `Più di ${count.format(number)} ticket, dal più recente.`,
	/** More words than are searched for at once. */
	past: (words: readonly string[]) =>
		`Per una sola ricerca le parole sono molte: non abbiamo cercato ${words.map((word) => `«${word}»`).join(', ')}.`,
	corrected: (words: readonly string[]) => `Cercato anche: ${words.join(', ')}.`,
	leftOut: (words: readonly string[]) =>
		`Nessun ticket contiene ${words.map((word) => `«${word}»`).join(', ')}: qui c’è il resto.`,
	ignored: {
		title: 'Una parte della ricerca non è stata applicata',
		value: (name: string, value: string) => `${name}: «${value}» non c’è.`,
		unknown: (name: string) => `Il filtro «${name}» non esiste.`,
		customer: (name: string) => `Nessun cliente ha «${name}» nel nome.`,
		day: (typed: string) => `«${typed}» non è un giorno: lo scriva come 2026-11-30.`,
		order: 'Viene prima del giorno da cui si comincia: non è stato applicato.',
		page: 'La pagina chiesta non c’è: questa è la prima.',
	},
	in: { file: 'File', note: 'Nota interna' },
	by: (name: string) => `da ${name}`,
	byMe: 'da Lei',
	none: {
		title: (typed: string) => `Nessun ticket con tutte le parole di «${typed}»`,
		text: 'Abbiamo cercato negli oggetti, nei messaggi, nelle note interne, nei nomi dei file, dei clienti e delle persone. Provi con meno parole o con il numero del ticket.',
		filtered: 'La ricerca è limitata dai filtri scelti: provi a toglierli.',
		filteredTitle: 'Nessun ticket con questi filtri',
		emptyTitle: 'Non ci sono ancora ticket',
	},
	onlySigns: {
		title: 'Non c’è nulla da cercare',
		text: 'Scriva almeno una parola o un numero: segni e parole che stanno ovunque, da soli, non si cercano.',
	},
	all: 'Mostra tutti i ticket',
	pages: 'Pagine',
	older: 'Cerca tra i più vecchi',
	newer: 'Torna ai più recenti',
};
