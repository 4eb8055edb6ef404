import type { ReplyVariable } from '#lib/domain/reply-variables.ts';

/** Texts that an agent writes again and again: their page. */
export const savedReplies = {
	title: 'Risposte salvate',
	lead: 'I testi che si riscrivono spesso, con i dati del ticket al loro posto. In un ticket si inseriscono digitando «/» all’inizio di una riga.',
	add: 'Nuova risposta salvata',
	groups: { personal: 'Le mie', shared: 'Condivise' },
	groupsText: {
		personal: 'Le vede e le usa soltanto Lei.',
		shared: 'Le usano tutti gli operatori; le scrivono i responsabili e gli amministratori.',
	},
	count: (count: number) => (count === 1 ? 'una risposta' : `${count} risposte`),
	used: (count: number) => {
		if (count === 0) return 'mai usata';
		return count === 1 ? 'usata una volta' : `usata ${count} volte`;
	},
	filter: {
		title: 'Cerca tra le risposte salvate',
		text: 'Parole, nome o scorciatoia',
		language: 'Lingua',
		anyLanguage: 'Tutte',
		product: 'Software',
		anyProduct: 'Tutti',
		whose: 'Di chi',
		anyWhose: 'Mie e condivise',
		submit: 'Cerca',
		all: 'Mostra tutte',
	},
	none: {
		title: 'Non c’è ancora nessuna risposta salvata',
		text: 'Salvi il primo testo che si ritrova a riscrivere: un saluto, una richiesta di informazioni, i passi di una reinstallazione.',
	},
	noneSuch: {
		title: 'Nessuna risposta salvata corrisponde',
		text: 'Provi con meno parole o tolga un filtro.',
	},
	saved: 'La risposta è salvata.',
	removed: 'La risposta è eliminata. I messaggi scritti con essa restano come sono.',
	form: {
		new: 'Nuova risposta salvata',
		name: 'Nome',
		nameHint: 'Per trovarla nell’elenco, per esempio «Chiede la versione».',
		shortcut: 'Scorciatoia',
		shortcutHint: (limit: number) =>
			`Lettere minuscole senza accenti, cifre e trattini, al massimo ${limit}: per esempio /grazie.`,
		language: 'Lingua',
		languageHint: 'Viene proposta per prima a chi scrive in questa lingua.',
		languages: { it: 'Italiano', en: 'Inglese' },
		product: 'Software',
		anyProduct: 'Va bene per tutti',
		whose: 'Chi la usa',
		personal: 'Soltanto io',
		shared: 'Tutti gli operatori',
		text: 'Testo',
		textHint: 'Con la stessa formattazione di un messaggio. Le variabili prendono i dati dal ticket.',
		submit: 'Salva',
		preview: 'Anteprima',
		previewText: 'Con i dati di un ticket d’esempio, come li leggerà il cliente.',
		previewEmpty: 'Qui appare il testo mentre lo scrive.',
		previewFailed: 'L’anteprima non ha avuto risposta. Il testo è ancora qui, e si può salvare.',
		variables: 'Variabili',
		variablesText:
			'Se il ticket non dice un dato, la variabile resta nel messaggio, che non parte finché non la si completa o toglie.',
		changed: (by: string) => `Ultima modifica di ${by},`,
		meanwhile: 'Il testo salvato adesso',
		readOnly: 'È condivisa: la cambiano i responsabili e gli amministratori.',
	},
	variables: {
		person: 'il nome di chi ha aperto il ticket',
		customer: 'il cliente',
		ticket: 'il numero del ticket',
		product: 'il software',
		version: 'la versione indicata dal cliente',
		subject: 'l’oggetto del ticket',
		agent: 'il nome di chi risponde',
	} satisfies Record<ReplyVariable, string>,
	example: {
		person: 'Paola Ferri',
		customer: 'Studio Tecnico Ferri e Landi',
		ticket: '128',
		product: 'Isoipsa',
		version: '12.1',
		subject: 'La poligonale non chiude',
		agent: 'Marta Colombo',
	} satisfies Record<ReplyVariable, string>,
	remove: {
		ask: 'Elimina…',
		hide: 'Non eliminare',
		text: 'Non si può annullare. I messaggi scritti con questa risposta restano come sono.',
		submit: 'Elimina la risposta',
	},
};
