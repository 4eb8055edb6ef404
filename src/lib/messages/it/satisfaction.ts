import type { Score } from '#lib/domain/satisfaction.ts';

/** The question after a ticket was resolved. */
export const satisfaction = {
	title: 'Una sola domanda',
	question: 'L’assistenza su questo ticket ha risposto a quello che Le serviva?',
	hint: 'Risponda solo se vuole: non glielo chiederemo altrove.',
	steps: { 1: 'Per nulla', 2: 'Poco', 3: 'In parte', 4: 'Quasi del tutto', 5: 'Del tutto' } satisfies Record<
		Score,
		string
	>,
	words: 'Vuole dirci perché?',
	wordsHint: 'Lo legge chi lavora allo sportello. Per chiedere altro aiuto, apra invece un ticket collegato.',
	submit: 'Invia la risposta',
	change: 'Cambia la risposta',
	submitChange: 'Salva la risposta cambiata',
	ask: { score: 'Scelga uno dei cinque gradini: bastano quelli, il testo è facoltativo.' },
	given: 'La Sua risposta',
	at: 'Ha risposto',
	thanks: 'Grazie: la risposta è arrivata.',
	mayChange: (moment: string) => `Può cambiarla fino a ${moment}.`,
	stands: 'È passato il tempo per cambiarla: resta com’è.',
	/** At the desk. */
	forStaff: {
		title: 'Che cosa ne dice il cliente',
		question: '«L’assistenza su questo ticket ha risposto a quello che Le serviva?»',
		none: 'Nessuno ha ancora risposto.',
		changed: 'cambiata',
	},
};
