/** Where a saved reply is inserted into a message; and what is said of one in every list. */
export const insertReply = {
	anyProduct: 'tutti i software',
	inLanguage: { it: 'in italiano', en: 'in inglese' },
	title: 'Risposte salvate',
	hint: 'oppure «/» all’inizio di una riga',
	search: 'Cerca una risposta salvata',
	searchHint: 'Frecce per scegliere, Invio per inserire, Esc per tornare al testo.',
	found: (count: number) => {
		if (count === 0) return 'Nessuna risposta salvata.';
		return count === 1 ? 'Una risposta salvata.' : `${count} risposte salvate.`;
	},
	nothing: 'Nessuna risposta ha questo nome. Con Invio quanto ha digitato torna nel testo.',
	empty: 'Non ce ne sono ancora.',
	manage: 'Scrivi e correggi le risposte salvate',
	inserted: (name: string) => `Inserita: ${name}.`,
	failed: 'La risposta salvata non è arrivata. Riprovi tra un momento; quanto ha scritto è ancora qui.',
	/** `gaps` as they stand in the text. */
	gaps: (gaps: readonly string[]) =>
		gaps.length === 1
			? `Il ticket non dice questo dato: completi o tolga ${gaps[0]} prima di inviare.`
			: `Il ticket non dice questi dati: completi o tolga ${gaps.join(', ')} prima di inviare.`,
};
