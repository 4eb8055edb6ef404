import type { MessageSide } from '#lib/domain/ticket.ts';

/** What was written and what happened on a ticket, as both sides read it. */
export const conversation = {
	title: 'Conversazione',
	side: { customer: 'cliente', support: 'assistenza' } satisfies Record<MessageSide, string>,
	/** Beside one's own name, and a colleague's, where a customer reads. */
	me: 'Lei',
	colleague: 'collega',
	note: 'nota interna, il cliente non la vede',
	/** The link to a message by itself. */
	message: (nth: number) => `Messaggio ${nth}`,
	/** Of the day on which what stands below was written. */
	today: (date: string) => `oggi, ${date}`,
	yesterday: (date: string) => `ieri, ${date}`,
	news: 'Novità da quando è stato qui',
	newMessages: (count: number) => (count === 1 ? 'C’è un messaggio nuovo' : `Ci sono ${count} messaggi nuovi`),
	print: 'Stampa',
	/** On paper. */
	asOf: (moment: string) => `Situazione di ${moment}.`,
	steps: (count: number) => `Altri ${count} passaggi`,
	gap: (count: number) => `Mostra anche gli altri ${count} messaggi`,
	gapOnPaper: (count: number) => `Qui mancano ${count} messaggi: per stamparli apra prima tutta la conversazione.`,
	quote: { show: 'Mostra il testo citato', hide: 'Nascondi il testo citato' },
	signature: { show: 'Mostra la firma', hide: 'Nascondi la firma' },
	code: 'Testo da copiare così com’è',
	copy: 'Copia',
	copied: 'Copiato',
	pictures: 'Immagini allegate',
	files: 'File allegati',
	viewer: {
		title: 'Immagini della conversazione',
		position: (nth: number, of: number) => `${nth} di ${of}`,
		previous: 'Precedente',
		next: 'Successiva',
		enlarge: 'Ingrandisci',
		reduce: 'Intera',
		download: 'Scarica',
		close: 'Chiudi',
		loading: 'L’immagine sta arrivando…',
		broken: 'L’immagine non si può mostrare. Può scaricarla e aprirla con un altro programma.',
	},
};
