import type { QueuedAgain } from '#lib/domain/queue.ts';
import type { NotServed } from '#lib/domain/serving.ts';

const tickets = (count: number) => (count === 1 ? 'un ticket' : `${count} ticket`);

/** What the desk says of what is next, of the day and of what comes by itself. */
export const deskHome = {
	take: {
		submit: 'Prendi il prossimo',
		never: 'Si riceve il ticket arrivato per primo tra quelli in coda che può servire: non si sceglie.',
		full: (limit: number) =>
			limit === 1
				? 'Ha già un ticket in lavorazione, e se ne ha uno alla volta: lo concluda, lo metta in attesa o lo rimetta in coda; poi prenda il prossimo.'
				: `Ha già in lavorazione ${limit} ticket, quanti se ne possono avere: ne concluda uno, lo metta in attesa o lo rimetta in coda; poi prenda il prossimo.`,
		entersDuty: 'Prendendo il prossimo entra in servizio.',
		noneForYou: 'Qualcuno è in coda, ma in questo momento nessun ticket può andare a Lei:',
		notServed: {
			'not-covered': (count: number) => `${tickets(count)} in software che Lei non segue`,
			reserved: (count: number) =>
				count === 1
					? 'un ticket riservato a un collega, per un tempo limitato'
					: `${count} ticket riservati a colleghi, per un tempo limitato`,
			'technical-first': (count: number) =>
				count === 1
					? 'un ticket di consulenza, che si serve quando non ci sono richieste tecniche in coda'
					: `${count} ticket di consulenza, che si servono quando non ci sono richieste tecniche in coda`,
		} satisfies Record<NotServed, (count: number) => string>,
		refused: 'Non è stato preso nessun ticket',
		open: (number: number) => `Apri il ticket ${number}`,
	},
	duty: {
		title: 'Servizio',
		on: 'In servizio',
		off: 'Fuori servizio',
		goOn: 'Entra in servizio',
		goOff: 'Esci dal servizio',
		putsBack: (numbers: readonly number[]) =>
			numbers.length === 1
				? `Uscendo dal servizio rimette in coda il ticket ${numbers[0]}, al suo numero di arrivo.`
				: `Uscendo dal servizio rimette in coda i ticket ${numbers.join(', ')}, al loro numero di arrivo.`,
		reserves: (minutes: number) =>
			minutes === 0
				? 'I colleghi vedono che c’è.'
				: `I ticket che escono da una Sua attesa restano riservati a Lei per ${minutes === 1 ? 'un minuto' : `${minutes} minuti`}, e i colleghi possono passarLe un ticket.`,
		keepsHolds: (minutes: number): string =>
			minutes === 0
				? 'Fuori servizio le Sue attese restano Sue.'
				: 'Fuori servizio le Sue attese restano Sue, ma nessun altro ticket Le viene riservato; quelli già riservati lo restano fino all’ora indicata.',
		follows: (names: readonly string[]) => `Software seguiti: ${names.join(', ')}.`,
		followsNone: 'Non segue nessun software.',
		now: { on: 'Ora è in servizio.', off: 'Ora è fuori servizio.' },
		nowPutBack: (numbers: readonly number[]) =>
			numbers.length === 1
				? `Il ticket ${numbers[0]} è di nuovo in coda, al suo numero di arrivo.`
				: `I ticket ${numbers.join(', ')} sono di nuovo in coda, al loro numero di arrivo.`,
	},
	uncovered: {
		title: 'Nessuno in servizio segue',
		product: (name: string, count: number) => `${name}: ${tickets(count)} in coda`,
		hint: 'Finché non entra in servizio qualcuno che lo segue, questi ticket non li può prendere nessuno.',
	},
	/** What stands at the head for whoever reads, and why it is this one (P4, P6). */
	head: {
		title: 'Il prossimo per Lei',
		first: 'È arrivato prima di tutti gli altri in coda.',
		firstConsultancy: 'Non ci sono richieste tecniche in coda, ed è la prima consulenza.',
		past: {
			'not-covered': 'È il primo per Lei: quelli arrivati prima sono in software che non segue.',
			reserved: 'È il primo per Lei: quelli arrivati prima sono riservati a colleghi.',
			both: 'È il primo per Lei: quelli arrivati prima sono in software che non segue, o riservati a colleghi.',
		},
		cameBack: 'È tornato in coda al suo numero di arrivo:',
		reserved: 'È riservato a Lei fino a',
		empty: 'La coda è vuota: nessuno attende di essere servito. Il prossimo ticket compare qui da solo.',
	},
	/** Why a ticket is in the queue once more. */
	back: {
		replied: 'il cliente ha risposto',
		'handed-over': 'passato da un collega',
		resumed: 'valutazione conclusa',
		withdrawn: 'richiesta ritirata',
		'put-back': 'rimesso in coda',
		'off-duty': 'chi lo seguiva è uscito dal servizio',
		disabled: 'chi lo seguiva non c’è più',
		moved: 'spostato in consulenza',
	} satisfies Record<QueuedAgain | 'moved', string>,
	cameBack: {
		title: 'Tornati a Lei',
		hint: 'Sono in coda al loro numero di arrivo: li riceve con «Prendi il prossimo», quando è il loro turno.',
	},
	lapsed: (numbers: readonly number[]): string =>
		numbers.length === 1
			? 'Oggi è scaduta, senza risposta del cliente, l’attesa del ticket'
			: 'Oggi sono scadute, senza risposta del cliente, le attese dei ticket',
	line: {
		since: 'in coda da',
	},
	day: {
		title: 'La giornata',
		you: 'Lei',
		everybody: 'Tutti',
		arrived: 'Ticket arrivati',
		taken: 'Presi in lavorazione',
		answered: 'Scritti ai clienti',
		resolved: 'Risolti',
		waiting: (count: number) =>
			count === 0
				? 'Ora nessuno è in coda.'
				: count === 1
					? 'Ora è in coda un ticket, da'
					: `Ora sono in coda ${count} ticket; quello che attende da più tempo, da`,
		hours: {
			/** What the picture shows, for whom it is read to. */
			picture: (arrived: number, taken: number) =>
				`Ora per ora: ${arrived === 1 ? 'un ticket arrivato' : `${arrived} ticket arrivati`}, ${taken === 1 ? 'uno preso' : `${taken} presi`} in lavorazione.`,
			arrived: 'arrivati',
			taken: 'presi in lavorazione',
			byHour: 'Le cifre ora per ora',
			hour: 'Ora',
			of: (hour: number) => `${hour}–${hour + 1}`,
			none: 'Oggi non è ancora arrivato né stato preso nessun ticket.',
		},
	},
	queue: {
		title: 'La coda',
		lead: 'Così come sarà servita: in ordine di arrivo, prima l’assistenza tecnica, poi la consulenza. È di sola lettura.',
		coverage: (names: readonly string[]) =>
			`Lei segue ${names.join(', ')}: i ticket di altri software li ricevono i colleghi.`,
		technical: 'Assistenza tecnica',
		consultancy: 'Consulenza',
		consultancyWaits: (technical: number) =>
			technical === 0
				? 'Non ci sono richieste tecniche in coda: la consulenza si può servire.'
				: technical === 1
					? 'Si serve solo quando non ci sono richieste tecniche in coda: ora ce n’è una.'
					: `Si serve solo quando non ci sono richieste tecniche in coda: ora ce ne sono ${technical}.`,
		empty: 'La coda è vuota',
		emptyText:
			'Nessuno attende di essere servito. I ticket compaiono qui appena arrivano, nell’ordine in cui arrivano.',
		none: 'Nessuna richiesta in coda.',
		nth: (nth: number) => `${nth}º`,
		pages: 'Pagine della coda',
		changed: (count: number) =>
			count === 0 ? 'Ora la coda è vuota.' : `La coda è cambiata: ${tickets(count)} in coda.`,
		showing: (from: number, to: number, of: string) => `Dal ${from}º al ${to}º di ${of}`,
		first: 'Prima pagina',
		last: 'Ultima pagina',
	},
	notices: {
		label: 'Avvisami quando un ticket torna a me',
		hint: 'Il titolo della pagina conta i ticket tornati e, se il browser lo permette, compare un avviso. Dice solo il numero e che cosa è successo. Vale per questo browser, finché una pagina della postazione resta aperta.',
		blocked:
			'Il browser non permette gli avvisi da questo sito: il titolo della pagina conta lo stesso. Si possono permettere dalle impostazioni del browser.',
		counted: (count: number, title: string) => `(${count}) ${title}`,
		replied: (number: number) => `Ticket ${number}: il cliente ha risposto`,
		'handed-over': (number: number) => `Ticket ${number}: passato a Lei da un collega`,
		lapsed: (number: number) => `Ticket ${number}: il termine è scaduto`,
		many: (count: number) => `${count} dei Suoi ticket sono cambiati.`,
	},
};
