/**
 * What is written to people by mail: what happened, why (the clause of the policy), what can be done now (P8). A paragraph
 * each; dates come in words. Only the server says these, so they are no part of what a browser loads.
 */
export const mail = {
	subject: (number: number, news: string, subject: string) => `Ticket ${number}, ${news}: ${subject}`,
	greeting: (name: string) => `Gentile ${name},`,
	closing: 'Cordiali saluti,\nil servizio di assistenza',
	ticketPage: (number: number) => `Il ticket ${number}:`,
	policyPage: 'Il regolamento dell’assistenza:',
	followUpPage: 'Per aprire un ticket collegato:',
	accountPage: 'Se preferisce non ricevere comunicazioni come questa, può scegliere quali ricevere nel Suo account:',
	ticket: (number: number, subject: string) => `ticket ${number} («${subject}»)`,
	message: 'Il messaggio:',
	files: 'I file allegati, da scaricare dalla pagina del ticket:',
	toLastDay: (date: string, zone: string) => `${date}, entro fine giornata (${zone})`,
	skipped: 'I giorni che non si contano:',
	/** Several notices in one mail, when there would be too many of them in an hour. */
	gathered: {
		subject: (count: number) => `${count} comunicazioni dal servizio di assistenza`,
		opening: (name: string, count: number) =>
			`Gentile ${name},\n\nin poco tempo Le abbiamo scritto più volte: per non riempirLe la casella, ecco le ultime ${count} comunicazioni insieme, dalla prima all’ultima.`,
		nth: (nth: number, count: number) => `${nth} di ${count}`,
	},
	/** To whoever asked for support. */
	forCustomer: {
		'hold-placed': {
			news: 'servono Sue informazioni',
			happened: (ticket: string) =>
				`per andare avanti con il ${ticket} abbiamo bisogno di alcune informazioni da parte Sua.`,
			missing: 'Che cosa serve:',
			lastDay: (date: string, days: number) =>
				days === 1
					? `L’ultimo giorno utile per rispondere è ${date}: il giorno lavorativo che segue quello della richiesta.`
					: `L’ultimo giorno utile per rispondere è ${date}: il ${days}º giorno lavorativo, senza contare quello della richiesta.`,
			why: 'Il regolamento, parlando dei ticket in attesa, prevede che una richiesta di informazioni resti aperta per un numero stabilito di giorni lavorativi; passati quelli il ticket si considera risolto. Se il problema restasse, potrà aprire un ticket collegato.',
			now: 'Può rispondere dalla pagina del ticket, anche solo con un file: il ticket tornerà in coda al suo numero di arrivo. Via e-mail non potremmo proseguire.',
		},
		reminder: {
			news: 'aspettiamo ancora le Sue informazioni',
			happened: (ticket: string) =>
				`Le ricordiamo che per il ${ticket} aspettiamo ancora alcune informazioni da parte Sua.`,
			missing: 'Che cosa serve:',
			lastDay: (date: string) => `L’ultimo giorno utile per rispondere è ${date}.`,
			why: 'Come prevede il regolamento per i ticket in attesa, passato quel giorno senza una risposta il ticket si considera risolto. Se il problema restasse, potrà aprire un ticket collegato.',
			now: 'Può rispondere dalla pagina del ticket, anche solo con un file. Se invece è già tutto risolto, può chiuderlo Lei da lì.',
		},
		lapsed: {
			news: 'è chiuso per decorrenza del termine',
			happened: (ticket: string, lastDay: string) =>
				`il ${ticket} si considera risolto: aspettavamo alcune informazioni, e non sono arrivate entro ${lastDay}, ultimo giorno utile.`,
			why: 'Lo prevede il regolamento per i ticket in attesa. Un ticket risolto non si riapre, perché con il suo vecchio numero passerebbe davanti a chi è arrivato nel frattempo.',
			now: 'Se il problema resta, apra un ticket collegato: il modulo è già compilato con quanto sappiamo. La conversazione di questo resta leggibile.',
		},
		'lapse-moved': {
			news: 'ha più tempo per rispondere',
			happened: (ticket: string) => `per il ${ticket} ha più tempo di quanto Le avevamo scritto.`,
			closed: (reason: string) => `Lo sportello sarà chiuso («${reason}») in questi giorni, che contavamo:`,
			lastDay: (date: string) => `L’ultimo giorno utile per rispondere è ora ${date}.`,
			why: 'Secondo il regolamento i giorni di chiusura non si contano, e il termine di un’attesa può solo spostarsi più avanti.',
			now: 'Non deve fare nulla di diverso: può rispondere quando vuole, fino a quel giorno, dalla pagina del ticket.',
		},
		answered: {
			news: 'abbiamo risposto',
			happened: (ticket: string) => `un operatore ha risposto nel ${ticket}.`,
			why: 'Secondo il regolamento l’assistenza prosegue nella pagina del ticket, dove tutta la conversazione resta insieme: a una risposta via e-mail non potremmo dare seguito.',
			now: 'Può rispondere dalla pagina del ticket, anche solo con un file. Se è tutto risolto, può chiuderlo Lei da lì.',
		},
		resolved: {
			news: 'è risolto',
			happened: (ticket: string) => `il ${ticket} è risolto: abbiamo concluso il lavoro.`,
			why: 'Secondo il regolamento un ticket risolto non si riapre, perché con il suo vecchio numero passerebbe davanti a chi è arrivato nel frattempo.',
			now: 'Se il problema resta o si ripresenta, apra un ticket collegato: il modulo è già compilato con quanto sappiamo. La conversazione di questo resta leggibile.',
		},
		merged: {
			news: 'è unito a un altro ticket',
			happened: (ticket: string, into: number) =>
				`il ${ticket} riguarda la stessa cosa del ticket ${into}, arrivato prima. Li abbiamo uniti: proseguiamo nel ticket ${into}.`,
			answered: (into: number) =>
				`Nel ticket ${into} avevamo chiesto alcune informazioni: quanto è stato scritto in questo da allora vale come risposta, e il ticket ${into} torna in coda al suo numero.`,
			awaited: (into: number, lastDay: string) =>
				`Il ticket ${into} attende ancora le informazioni che abbiamo chiesto. L’ultimo giorno utile per rispondere, lì, resta ${lastDay}.`,
			why: 'Secondo il regolamento resta il numero di arrivo più basso: Lei non perde il posto.',
			now: (into: number) =>
				`Per aggiungere qualcosa scriva nel ticket ${into}. Quanto è stato scritto nell’altro resta leggibile.`,
		},
	},
	/** To colleagues. */
	forStaff: {
		'lapse-moved': {
			news: 'il termine si è spostato',
			happened: (ticket: string) => `per il ${ticket}, che attende il cliente, il termine si è spostato più avanti.`,
			closed: (reason: string) => `Lo sportello sarà chiuso («${reason}») in questi giorni, che erano contati:`,
			lastDay: (date: string) => `L’ultimo giorno utile del cliente è ora ${date}.`,
			why: 'Secondo il regolamento i giorni di chiusura non si contano: il cliente ha più tempo per rispondere.',
			now: 'Non c’è nulla da fare: il riepilogo dell’attesa è già aggiornato.',
		},
		'handed-over': {
			news: 'Le è stato passato',
			happened: (ticket: string) =>
				`un collega Le ha passato il ${ticket}. È di nuovo in coda, al suo numero di arrivo.`,
			why: 'Secondo il regolamento, per un tempo limitato un ticket passato a un collega è riservato a lui.',
			now: 'Lo riceverà con «Prendi il prossimo», quando sarà il suo turno. Passato quel tempo potrà riceverlo anche un altro collega.',
		},
	},
};
