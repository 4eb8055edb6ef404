import type { HoldCase, MissingItem } from '#lib/domain/hold.ts';
import type { Lane, QueuedAgain, ResolvedAs } from '#lib/domain/queue.ts';
import type { Standing, Turn } from '#lib/domain/ticket.ts';

/** The words of the policy: lanes, states, turns, what may be missing. `forCustomer` speaks to the customer, `forStaff` at the desk. */
export const turn = {
	lane: { technical: 'Assistenza tecnica', consultancy: 'Consulenza' } satisfies Record<Lane, string>,
	/** On the small label of a stub. */
	brief: {
		forCustomer: {
			queued: 'In coda',
			'in-hand': 'In lavorazione',
			'under-evaluation': 'In valutazione',
			'awaiting-customer': 'Tocca a Lei',
			resolved: 'Risolto',
		} satisfies Record<Standing['state'], string>,
		/** Where it is a colleague’s ticket that waits for the customer. */
		theirTurn: 'Tocca a voi',
		forStaff: {
			queued: 'In coda',
			'in-hand': 'In lavorazione',
			'under-evaluation': 'In valutazione',
			'awaiting-customer': 'Attende il cliente',
			resolved: 'Risolto',
		} satisfies Record<Standing['state'], string>,
	},
	/** What happened to the ticket, between the messages of its conversation. */
	happening: {
		opened: 'Ticket aperto',
		taken: 'Preso in lavorazione',
		queued: {
			'put-back': 'Rimesso in coda, al suo numero di arrivo',
			resumed: 'Valutazione conclusa: di nuovo in coda, al suo numero di arrivo',
			withdrawn: 'Le informazioni non servono più: di nuovo in coda, al suo numero di arrivo',
			replied: 'Risposta arrivata: di nuovo in coda, al suo numero di arrivo',
			'handed-over': 'Passato a un collega: di nuovo in coda, al suo numero di arrivo',
			'off-duty': 'Fine del servizio di chi lo seguiva: di nuovo in coda, al suo numero di arrivo',
			disabled: 'Rimesso in coda, al suo numero di arrivo',
		} satisfies Record<QueuedAgain, string>,
		held: {
			'under-evaluation': 'Messo in attesa: in valutazione',
			'awaiting-customer': 'Messo in attesa: servono altre informazioni',
		} satisfies Record<HoldCase, string>,
		moved: {
			technical: 'Spostato in assistenza tecnica, con lo stesso numero di arrivo',
			consultancy: 'Spostato in consulenza e di nuovo in coda, con lo stesso numero di arrivo',
		} satisfies Record<Lane, string>,
		corrected: (product: string) => `Software corretto: ${product}`,
		merged: (number: number) => `Unito al ticket ${number}, arrivato prima`,
		closedOn: (date: string) => `Chiusura di ${date}`,
		closedFrom: (from: string, to: string) => `Chiusura da ${from} a ${to}`,
		lapseMoved: (closed: string, reason: string, lastDay: string) =>
			`${closed} («${reason}»): il termine si è spostato a ${lastDay}`,
		by: (what: string, name: string) => `${what} · ${name}`,
	},
	forCustomer: {
		support: 'Tocca a noi',
		customer: 'Tocca a Lei',
		'in-hand': 'In lavorazione',
		resolved: 'Risolto',
	} satisfies Record<Turn, string>,
	forStaff: {
		support: 'Tocca a noi',
		customer: 'Tocca al cliente',
		'in-hand': 'In lavorazione',
		resolved: 'Risolto',
	} satisfies Record<Turn, string>,
	resolvedAs: {
		solved: 'Risolto dall’assistenza',
		'closed-by-customer': 'Chiuso dal cliente',
		lapsed: 'Chiuso per decorrenza del termine',
		duplicate: 'Unito a un altro ticket',
	} satisfies Record<ResolvedAs, string>,
	missing: {
		'operating-system': 'Sistema operativo',
		'product-version': 'Versione del software',
		'tools-used': 'Strumenti utilizzati',
		'reference-files': 'File di riferimento',
		confirmation: 'Conferma che ora funziona',
		other: 'Altro, come spiegato nel messaggio',
	} satisfies Record<MissingItem, string>,
};
