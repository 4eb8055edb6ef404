import type { CouldServe } from '#lib/domain/explain.ts';
import type { NotServed } from '#lib/domain/serving.ts';

import type { Passed } from '#lib/domain/why-before.ts';

const tickets = (count: number) => (count === 1 ? 'un ticket' : `${count} ticket`);
const days = (count: number) => (count === 1 ? 'un giorno' : `${count} giorni`);
const hours = (count: number) => (count === 1 ? 'un’ora' : `${count} ore`);
const minutes = (count: number) => (count === 1 ? 'un minuto' : `${count} minuti`);

/** The order of arrival, explained: to the customer who waits, and to whoever answers for the desk. */
export const order = {
	/** The page of the order, for every member of the staff. */
	page: {
		title: 'L’ordine di arrivo',
		lead: 'Ogni ticket preso in lavorazione lascia una riga nel registro, e il registro dimostra che nessuno è stato servito prima di chi poteva essere servito ed era arrivato prima.',
		month: (month: string, year: string) => `${month} ${year}`,
		figures: { takings: 'presi in lavorazione', overtakings: 'sorpassi' },
		proved: {
			empty: 'Il registro è ancora vuoto: la verifica comincia con il primo ticket.',
			upTo: (row: string) => `Il registro è verificato dalla prima riga alla ${row}, scritta`,
			counts: (takings: string, overtakings: string) =>
				`Prese in lavorazione, in tutto: ${takings}; sorpassi: ${overtakings === '0' ? 'nessuno' : overtakings}.`,
			rest: 'Le righe che seguono non sono ancora verificate: lo saranno tra poco.',
			again: 'Il comando «sportello audit» ripete la verifica dalla prima riga.',
		},
		/** What the proof has found wrong; the latest by row. */
		irregular: {
			title: (count: number) =>
				count === 1 ? 'Nel registro c’è un’irregolarità' : `Nel registro ci sono ${count} irregolarità`,
			lead: 'Il comando «sportello audit» dice di ciascuna che cosa non va.',
			row: (row: string) => `Riga ${row}`,
			ticket: (number: number) => `ticket ${number}`,
			overtaking: 'un sorpasso',
			more: (count: string) => `Prima di queste ce ne sono altre: in tutto ${count}.`,
		},
		longest: {
			title: 'In coda più a lungo, questo mese',
			hint: 'Quanto un ticket era rimasto in coda prima di ogni presa in lavorazione di questo mese. Chi è tornato in coda può comparire più volte.',
			none: 'Questo mese nessun ticket è stato ancora preso in lavorazione.',
		},
		queued: {
			title: 'In coda da più tempo, adesso',
			hint: 'Da quando il ticket è in coda, senza interruzioni.',
			none: 'Nessuno è in coda.',
		},
		queuedFrom: 'in coda da',
		queuedUntil: 'a',
		why: (number: number) => `Perché il ticket ${number}?`,
		onDuty: {
			title: 'In servizio adesso',
			none: 'Nessuno è in servizio.',
			all: 'tutti i software',
			some: (products: readonly string[]) => products.join(', '),
		},
		covered: 'Qualcuno in servizio segue ogni software che è in coda.',
	},
	/** How long something took, in its two largest units. */
	lasted: (given: { days: number; hours: number; minutes: number }) => {
		if (given.days > 0) return given.hours > 0 ? `${days(given.days)} e ${hours(given.hours)}` : days(given.days);
		if (given.hours > 0)
			return given.minutes > 0 ? `${hours(given.hours)} e ${minutes(given.minutes)}` : hours(given.hours);
		return given.minutes > 0 ? minutes(given.minutes) : 'meno di un minuto';
	},
	/** Why a ticket was taken when it was, for the staff: two sentences first, then everything they rest on. */
	why: {
		title: 'Perché è stato servito prima?',
		hint: 'Scriva il numero di chi è stato servito: qui legge perché toccava a lui.',
		label: 'Numero del ticket',
		submit: 'Spiega',
		notFound: (typed: string) => `Non c’è nessun ticket con il numero «${typed}». Controlli il numero e riprovi.`,
		story: (number: number) => `Che cosa è successo al ticket ${number}`,
		taken: (agent: string) => `Preso in lavorazione da ${agent}`,
		first: {
			technical: (agent: string, number: number) =>
				`${agent} ha ricevuto il ticket ${number} perché, tra quelli in coda che poteva servire, era il primo arrivato.`,
			consultancy: (agent: string, number: number) =>
				`${agent} ha ricevuto il ticket ${number} perché in coda non c’erano richieste tecniche e, tra le consulenze che poteva servire, era la prima arrivata.`,
			overtaking: (agent: string, number: number, passed: number) =>
				`${agent} ha ricevuto il ticket ${number}, ma avrebbe potuto servire ${passed === 1 ? 'un ticket arrivato' : `${passed} ticket arrivati`} prima: è un sorpasso (P4).`,
			beforeTechnical: (agent: string, number: number, technical: number) =>
				`${agent} ha ricevuto il ticket ${number}, una consulenza, mentre in coda c’${technical === 1 ? 'era una richiesta tecnica, che si serve' : `erano ${technical} richieste tecniche, che si servono`} prima: è un sorpasso (P6).`,
		},
		nobodyBefore: 'In coda non c’era nessun ticket arrivato prima.',
		before: (reasons: readonly string[]) =>
			`Di quelli arrivati prima e ancora in coda non ne poteva servire nessuno: ${reasons.join('; ')}.`,
		beforeSome: (reasons: readonly string[]) =>
			`Gli altri arrivati prima non li poteva servire: ${reasons.join('; ')}.`,
		because: {
			'technical-first': (count: number) =>
				count === 1
					? 'uno è una consulenza, che attende finché ci sono richieste tecniche in coda (P6)'
					: `${count} sono consulenze, che attendono finché ci sono richieste tecniche in coda (P6)`,
			'not-covered': (count: number, agent: string) =>
				count === 1
					? `uno riguarda un software che ${agent} non segue (P4)`
					: `${count} riguardano software che ${agent} non segue (P4)`,
			reserved: (count: number) =>
				count === 1
					? 'uno era riservato, per un tempo limitato, a un collega (P4)'
					: `${count} erano riservati, per un tempo limitato, a colleghi (P4)`,
		} satisfies Record<NotServed, (count: number, agent: string) => string>,
		unexplained: (number: number) =>
			`Questa presa in lavorazione la spiega il comando «sportello audit --explain ${number}».`,
		details: 'Tutto quello che contava in quel momento',
		since: 'In coda da',
		queuedFor: (lasted: string) => `per ${lasted}`,
		kept: (agent: string) => `riservato a ${agent} fino a`,
		technicalQueued: (count: number) =>
			count === 0
				? 'Nessuna richiesta tecnica era in coda.'
				: count === 1
					? 'In coda c’era una richiesta tecnica.'
					: `In coda c’erano ${count} richieste tecniche.`,
		technicalWithThis: (count: number) =>
			count === 1
				? 'In coda non c’erano altre richieste tecniche.'
				: `In coda c’erano ${count} richieste tecniche, con questa.`,
		queuedBefore: {
			title: 'Arrivati prima e ancora in coda',
			number: 'Ticket',
			about: 'Richiesta',
			because: 'Perché non è stato servito',
			reasons: {
				'technical-first': () => 'consulenza: attende finché ci sono richieste tecniche in coda',
				'not-covered': (agent: string) => `${agent} non segue il software`,
				reserved: () => 'riservato',
				nothing: () => 'nessuna regola lo impediva',
			} satisfies Record<NotServed | 'nothing', (agent: string) => string>,
			more: (count: number) => `e ${tickets(count)} ancora`,
		},
		agents: {
			title: 'Chi poteva servirlo',
			name: 'Operatore',
			could: 'In quel momento',
			states: {
				took: 'lo ha preso',
				could: 'poteva servirlo',
				'duty-untold': 'il registro non dice se era in servizio',
				'off-duty': 'fuori servizio',
				'in-hand-limit': 'aveva già in lavorazione quanto si può averne',
				'not-covered': 'non segue il software',
				reserved: 'era riservato a un altro',
				'technical-first': 'c’erano richieste tecniche in coda',
			} satisfies Record<CouldServe, string>,
		},
		never: 'Nessuno lo ha ancora preso in lavorazione.',
		queued: (ahead: number) =>
			ahead === 0
				? 'È in coda, e nella sua coda nessuno è arrivato prima.'
				: ahead === 1
					? 'È in coda, e nella sua coda uno è arrivato prima.'
					: `È in coda, e nella sua coda ${ahead} sono arrivati prima.`,
		technicalFirst: (count: number) =>
			count === 1
				? 'Una richiesta tecnica è in coda e si serve prima (P6).'
				: `${count} richieste tecniche sono in coda e si servono prima (P6).`,
		passed: {
			technicalFirst: (count: number) =>
				count === 1
					? 'Da quando è in coda è stata servita una richiesta tecnica arrivata dopo: si serve prima delle consulenze (P6).'
					: `Da quando è in coda sono state servite ${count} richieste tecniche arrivate dopo: si servono prima delle consulenze (P6).`,
			reserved: (count: number) =>
				count === 1
					? 'Uno arrivato dopo è stato servito da altri, mentre questo era riservato a un collega (P4).'
					: `${count} arrivati dopo sono stati serviti da altri, mentre questo era riservato a un collega (P4).`,
			otherSoftware: (count: number) =>
				count === 1
					? 'Uno arrivato dopo è stato servito da chi non segue il suo software (P4).'
					: `${count} arrivati dopo sono stati serviti da chi non segue il suo software (P4).`,
		} satisfies Record<Passed, (count: number) => string>,
	},
};
