/**
 * What an act on the desk is refused for, as only the server says it: a browser is handed the sentence. `asks` says what a field wants, by its
 * name, where nothing or nothing usable stands in it.
 */
export const actRefused = {
	asks: {
		reply: { text: 'Scriva la risposta: il cliente la legge subito.' },
		note: { text: 'Scriva la nota per i colleghi.' },
		evaluate: { text: 'Scriva che cosa si sta valutando: il cliente lo legge.' },
		await: {
			missing: 'Indichi almeno una cosa che manca.',
			text: 'Scriva al cliente che cosa serve e come trovarlo.',
		},
		'hand-over': { colleague: 'Scelga un collega dell’elenco.' },
		'move-lane': { text: 'Scriva in poche parole perché il ticket cambia tipo: il cliente lo legge.' },
		'correct-product': { product: 'Scelga un software dell’elenco.' },
		merge: { other: 'Scriva il numero del ticket, per esempio 17.' },
	},
	resolvedMeanwhile:
		'Il ticket è già risolto, e un ticket risolto non si riapre. Se il problema resta, il cliente può aprire un ticket collegato. Il Suo testo è ancora qui, se vuole copiarlo in una nota.',
};
