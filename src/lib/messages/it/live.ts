/** What is said of changes that arrive by themselves. */
export const live = {
	lost: 'Questa pagina non si aggiorna da sola in questo momento.',
	lostNext: 'Proviamo a ricollegarla.',
	mended: 'La pagina si aggiorna di nuovo da sola.',
	ended: 'Il Suo accesso è terminato, e questa pagina non si aggiorna più.',
	enterAgain: 'Entri di nuovo: La riportiamo qui.',
	/** Before the page's title, while nobody has seen what came. */
	unseen: (title: string) => `Novità · ${title}`,
	answer: 'È arrivata una risposta.',
	message: 'È arrivato un nuovo messaggio.',
	/** On the start page: what became of tickets that were in sight. */
	ticketChanged: (number: number, state: string) => `Ticket ${number}: ${state}.`,
	ticketsChanged: (count: number) => `Sono cambiati ${count} ticket.`,
	tooMany: 'Ci sono già molte pagine aperte con questo accesso: ne chiuda qualcuna, poi questa si aggiornerà da sola.',
	notNow: 'In questo momento le pagine non si possono aggiornare da sole. Riprovi tra poco.',
};
