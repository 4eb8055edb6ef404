import { draftKeptDays, draftLimits } from '#lib/domain/limits.ts';

/** What pages say of drafts apart from their forms: no script needs it. */
export const draftsWaiting = {
	list: {
		title: 'Bozze in attesa',
		text: `Richieste iniziate e non inviate: non hanno ancora un numero di arrivo. Si conservano per ${draftKeptDays} giorni.`,
		untitled: 'Richiesta appena iniziata',
		saved: 'salvata',
		files: (count: number) => (count === 1 ? 'un file' : `${count} file`),
		goOnWith: (subject: string) => `Continua la bozza «${subject}»`,
		others: (count: number) => `Altre ${count} bozze, meno recenti`,
		discard: 'Elimina',
		discardOf: (subject: string) => `Elimina la bozza «${subject}»`,
		sure: 'Elimina davvero',
	},
	/** After signing in again, of a form that was sent while the session ended. */
	late: {
		title: 'La sessione era terminata: non è ancora stato inviato nulla',
		whole: 'Quanto ha scritto è qui, conservato come bozza. Lo controlli e lo invii.',
		'without-files':
			'Quanto ha scritto è qui, conservato come bozza. Non tutti i file sono arrivati: guardi l’elenco e scelga di nuovo quelli che mancano, poi invii.',
		'no-room': `Ha già ${draftLimits.toOpen + draftLimits.late} bozze e non ne possiamo conservare altre, né eliminarne una al posto Suo. Con il tasto Indietro del browser può tornare al modulo e copiare il testo; poi invii o elimini una delle bozze.`,
		'too-long':
			'Il testo è più lungo di quanto una bozza possa contenere e non è stato conservato. Con il tasto Indietro del browser può tornare al modulo e copiarlo; poi lo accorci, o lo alleghi come file.',
	},
};
