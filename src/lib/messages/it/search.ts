import type { AskedTurn, Opener } from '#lib/domain/search.ts';

/** The list of tickets, its filters and its search. */
export const search = {
	title: 'Tutti i ticket',
	search: 'Cerca tra i ticket',
	hint: 'Parole, codici, numeri di ticket, nomi di file.',
	submit: 'Cerca',
	filters: 'Filtri',
	turn: 'A chi tocca',
	turns: {
		customer: 'Tocca a Lei',
		support: 'Tocca a noi',
		resolved: 'Risolti',
	} satisfies Record<AskedTurn, string>,
	anyTurn: 'Tutti',
	product: 'Software',
	anyProduct: 'Tutti i software',
	lane: 'Tipo di richiesta',
	anyLane: 'Tutti i tipi',
	of: 'Aperti da',
	anyOf: 'Tutti noi',
	openers: { mine: 'Me', colleagues: 'Colleghi' } satisfies Record<Opener, string>,
	apply: 'Applica i filtri',
	noFilter: 'Togli i filtri',
	found: (count: number) => (count === 1 ? 'Trovato un ticket.' : `Trovati ${count} ticket.`),
	file: 'File',
	/** More words than are searched for at once. */
	past: (words: readonly string[]) =>
		`Per una sola ricerca le parole sono molte: non abbiamo cercato ${words.map((word) => `«${word}»`).join(', ')}.`,
	/** What was taken for misspelt words. */
	corrected: (words: string[]) => `Cercato anche: ${words.join(', ')}.`,
	partly: 'Nessun ticket contiene tutto quello che ha cercato. Questi ne contengono la maggior parte.',
	none: {
		title: (typed: string) => `Nessun ticket per «${typed}»`,
		filtered: 'La ricerca è limitata dai filtri scelti: provi a toglierli.',
		text: 'Abbiamo cercato negli oggetti, nei messaggi e nei nomi dei file dei ticket che può vedere. Provi con meno parole, con il numero del ticket, oppure con una parola che ricorda di aver letto.',
	},
	onlySigns: {
		title: 'Non c’è nulla da cercare',
		text: 'Scriva almeno una parola o un numero: da soli i segni di punteggiatura non si trovano.',
	},
	empty: {
		title: 'Non ci sono ancora ticket',
		text: 'Quando ne aprirà uno lo ritroverà qui, anche dopo che sarà stato risolto.',
		filteredTitle: 'Nessun ticket con questi filtri',
		filteredText: 'Ne tolga uno, oppure guardi tutti i ticket.',
		olderTitle: 'Non ce ne sono di precedenti',
	},
	open: 'Apri un ticket',
	all: 'Mostra tutti i ticket',
	pages: 'Pagine',
	older: 'Mostra i precedenti',
	newest: 'Torna ai più recenti',
	/** While a subject is written. */
	similar: {
		title: 'Forse ne state già parlando',
		announced: (count: number) =>
			count === 1 ? 'C’è un ticket che somiglia a questo.' : `Ci sono ${count} ticket che somigliano a questo.`,
		newTab: 'si apre in un’altra scheda',
		text: 'Se è la stessa cosa, scriva lì: il posto in coda non cambia.',
	},
};
