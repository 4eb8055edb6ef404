import type { Lane } from '#lib/domain/queue.ts';

/** What can be done with a ticket on the desk. */
export const acts = {
	title: 'Che cosa fare',
	/** In place of what an act does, where something was written and not yet sent. */
	begun: 'Qui c’è una Sua bozza, non ancora inviata.',
	/** What was written for an act that cannot be done now. */
	kept: {
		title: (act: string) => `Bozza non inviata: ${act}`,
		hint: 'La ritrova nel suo modulo quando avrà di nuovo il ticket in lavorazione.',
		final: 'Il ticket è risolto e non si può più inviare: può copiarla, per esempio in una nota.',
		copy: 'Copia il testo',
		copied: 'Copiato',
		discard: 'Elimina la bozza',
		sure: 'Elimina davvero',
	},
	more: { title: 'Altro', hint: 'Passa a un collega, sposta, correggi il software, unisci.' },
	merged: {
		open: 'È unito a un ticket arrivato prima, e la richiesta prosegue lì. Quanto è scritto qui resta leggibile.',
		resolved:
			'È unito a un ticket arrivato prima, ora risolto. Se il problema resta, il cliente apre un ticket collegato a quello.',
	},
	readOnly: 'Per rispondere, mettere in attesa o risolvere bisogna averlo in lavorazione, con «Prendi il prossimo».',
	resolved: 'È risolto, e un ticket risolto non si riapre. Se il problema resta, il cliente apre un ticket collegato.',
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
		submit: 'Aggiungi la nota, che il cliente non vede mai',
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
		others: (name: string) => `Rimetti in coda il ticket di ${name}`,
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
		offHint: 'Il regolamento in vigore non lo prevede.',
		off: 'Il regolamento in vigore non prevede di passare un ticket a un collega. Può rimetterlo in coda: lo riceverà chi prende il prossimo.',
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
};
