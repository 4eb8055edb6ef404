import type { Standing } from '#lib/domain/ticket.ts';

/** What only the server says of a ticket: no script needs it. */
export const ticketPage = {
	explained: {
		queued: 'Quando toccherà a questo ticket, un operatore lo prenderà in lavorazione e qui leggerà la risposta.',
		'in-hand': 'La risposta comparirà nella conversazione.',
		'under-evaluation':
			'Che cosa stiamo valutando lo legge nella conversazione. Appena avremo una risposta la troverà qui.',
		'awaiting-customer':
			'Quando avrà risposto, il ticket tornerà in coda al suo numero di arrivo: il posto non si perde.',
		resolved: 'Un ticket risolto non si riapre. Se il problema resta, apra un ticket collegato: parte già compilato.',
	} satisfies Record<Standing['state'], string>,
	/** Of a colleague's ticket that awaits the customer. */
	theirExplained:
		'Può rispondere Lei o un collega. Poi il ticket tornerà in coda al suo numero di arrivo: il posto non si perde.',
	/** Of a ticket merged into an earlier one, and on the page of that one. */
	merged: {
		goesOn: 'È stato unito al',
		ticket: {
			open: (number: number) => `ticket ${number}, arrivato prima`,
			resolved: (number: number) => `ticket ${number}, ora risolto`,
		},
		explained: {
			open: 'Riguardavano la stessa cosa, e così li seguiamo insieme: vale il numero di arrivo più basso, quindi nulla va perso. Quanto è scritto qui resta leggibile; per aggiungere qualcosa, scriva nell’altro ticket.',
			resolved:
				'Riguardavano la stessa cosa, e li abbiamo seguiti insieme. Quanto è scritto qui resta leggibile. Se il problema resta, apra un ticket collegato a quello.',
		},
		joined: 'Unito a questo il ticket',
	},
	since: 'Da',
	ticket: {
		follows: 'Segue il ticket',
		openedBy: (name: string) => `aperto da ${name}`,
		linked: 'Ticket collegati',
		details: 'Dati del ticket',
		version: 'Versione',
		operatingSystem: 'Sistema operativo',
		tools: 'Strumenti utilizzati',
		notGiven: 'non indicato',
		toReply: 'Rispondi',
		justReplied: 'La Sua risposta è arrivata.',
		justClosed: 'Il ticket è chiuso. Grazie per avercelo detto.',
	},
	close: {
		summary: 'È risolto? Può chiudere il ticket',
		text: 'Chiudendolo lascia il posto a chi aspetta. Un ticket chiuso non si riapre: se il problema tornasse, potrà aprire un ticket collegato a questo.',
		submit: 'È risolto, chiudi il ticket',
	},
};
