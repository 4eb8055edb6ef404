/** What the receipt of a wait says. Only the server and the desk need it. */
export const receipt = {
	title: 'Riepilogo dell’attesa',
	preview: 'Se la richiesta parte adesso',
	missing: 'Che cosa serve',
	lastDay: 'Ultimo giorno utile',
	lastDayBy: (date: string) => `${date}, entro fine giornata`,
	lapsesAt: (exact: string) => `Il termine scade ${exact}`,
	howCounted: 'Come sono contati i giorni',
	placed: 'L’attesa è iniziata',
	placedNotCounted: 'Il giorno in cui inizia l’attesa non si conta.',
	notWorked: 'giorno non lavorativo',
	nthDay: (nth: number, of: number) => `${nth}º di ${of}`,
	/** On a leaf of the calendar, very briefly; read out in full. */
	nth: (nth: number) => `${nth}º`,
	briefly: { today: 'oggi', placed: 'inizio', last: 'ultimo' },
	leaf: {
		placed: 'inizio dell’attesa, non si conta',
		notCounted: (why: string) => `non si conta, ${why}`,
		today: 'oggi',
		past: 'passato',
		last: 'ultimo giorno utile',
	},
	legend: { counted: 'giorno contato', skipped: 'giorno non contato', last: 'ultimo giorno utile' },
	after:
		'Passato questo giorno senza una risposta il ticket si considera risolto. Se il problema restasse, potrà aprire un ticket collegato.',
	afterForStaff: 'Passato questo giorno senza una risposta il ticket si considera risolto.',
};
