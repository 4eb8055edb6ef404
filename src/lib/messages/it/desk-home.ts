import type { QueuedAgain } from '#lib/domain/queue.ts';

const tickets = (count: number) => (count === 1 ? 'un ticket' : `${count} ticket`);

/** What the desk says of what is next, of the day and of what comes by itself. */
export const deskHome = {
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
		changed: (count: number) =>
			count === 0 ? 'Ora la coda è vuota.' : `La coda è cambiata: ${tickets(count)} in coda.`,
		showing: (from: number, to: number, of: string) => `Dal ${from}º al ${to}º di ${of}`,
		first: 'Prima pagina',
		last: 'Ultima pagina',
	},
	notices: {
		label: 'Avvisami quando un ticket torna a me',
		hint: 'Il titolo della pagina conta i ticket tornati e, se il browser lo permette, compare un avviso. Dice solo il numero e che cosa è successo. Vale per questo browser, finché questa pagina resta aperta.',
		blocked:
			'Il browser non permette gli avvisi da questo sito: il titolo della pagina conta lo stesso. Si possono permettere dalle impostazioni del browser.',
		counted: (count: number, title: string) => `(${count}) ${title}`,
		replied: (number: number) => `Ticket ${number}: il cliente ha risposto`,
		'handed-over': (number: number) => `Ticket ${number}: passato a Lei da un collega`,
		lapsed: (number: number) => `Ticket ${number}: il termine è scaduto`,
		many: (count: number) => `${count} dei Suoi ticket sono cambiati.`,
	},
};
