/** What the desk's page of one ticket says besides its acts. */
export const deskTicket = {
	/** Why a ticket that one has in hand is one's own. */
	why: {
		title: 'Perché è Suo',
		first: 'Era il primo arrivato tra quelli che può servire.',
		'handed-over': (name: string) => `Glielo ha passato ${name}.`,
		replied: 'È tornato da un’attesa: il cliente ha risposto.',
		resumed: 'È tornato da una valutazione conclusa.',
		withdrawn: 'È tornato da un’attesa: la richiesta al cliente è ritirata.',
	},
	/** What can be done next, by how the ticket stands to whoever reads. */
	next: {
		title: 'Adesso',
		reply: 'Scriva la risposta',
		others: 'oppure chieda quello che manca, lo valuti o lo risolva.',
		resume: 'Concluda la valutazione',
		resumeWhen: 'quando ha la risposta: il ticket torna in coda al suo numero.',
		awaited: 'Nulla da fare finché il cliente non risponde. Se l’informazione non serve più,',
		withdraw: 'ritiri la richiesta',
		queued: 'Lo riceve chi preme',
		take: 'Prendi il prossimo',
		queuedWhen: 'quando è il suo turno.',
		note: 'Può lasciare una nota ai colleghi',
	},
	jump: {
		label: 'In questa pagina',
		conversation: 'Conversazione',
		acts: 'Che cosa fare',
		asks: 'Chi chiede',
		similar: 'Simili risolti',
		history: 'Storia',
	},
	asks: {
		title: 'Chi chiede',
		person: 'Persona',
		licences: 'Licenze',
		noLicences: 'nessuna',
		files: 'File del ticket',
		inMessage: (nth: number) => `messaggio ${nth}`,
		resolvedOnes: (count: number) => (count === 1 ? 'Uno già risolto' : `${count} già risolti`),
	},
	similar: {
		title: 'Simili, già risolti',
		asking: 'Li stiamo cercando.',
		none: 'Nessun ticket risolto ha un oggetto simile.',
		failed: 'In questo momento non riusciamo a cercarli.',
		search: 'Cerca tra tutti i ticket',
		withoutWords: 'Risolto senza un messaggio.',
		open: (number: number) => `Apri il ticket ${number} in un’altra scheda`,
	},
	/** Who else has the page open, by name. */
	looking: (names: readonly string[], list: (names: readonly string[]) => string) =>
		names.length === 1 ? `Lo sta guardando anche ${list(names)}.` : `Lo stanno guardando anche ${list(names)}.`,
	history: { title: 'Storia del ticket' },
	news: {
		title: 'Novità da quando ha aperto la pagina',
		wrote: (author: string) => `${author} ha scritto`,
		noted: (author: string) => `${author} ha aggiunto una nota interna`,
		files: (count: number) => (count === 1 ? 'con un file' : `con ${count} file`),
		whole: 'Leggi nella conversazione',
		read: 'Ho letto, continuo',
		said: 'Il ticket è cambiato: le novità sono sopra il modulo.',
	},
};
