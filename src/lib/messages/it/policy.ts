import type { Policy } from '#lib/domain/policy.ts';
import type { PolicyProblem, PolicyRefusal } from '#lib/domain/policy-check.ts';
import type { Sayings } from '../say.ts';

type Limits = { min: number; max: number };
type ProblemWords = {
	[Reason in PolicyProblem['reason']]: (problem: Extract<PolicyProblem, { reason: Reason }>) => string;
};

/** What is said around the policy: on its page for everybody, and where it is set. Its own sentences are in policy-text. */
export const policy = {
	title: 'Regolamento dell’assistenza',
	lead: 'Come vengono gestite le assistenze: a queste regole ci atteniamo noi, e sono scritte con i numeri che il programma sta usando.',
	version: 'Versione',
	inForceSince: (date: string) => `in vigore da ${date}`,
	becomes: 'diventa',
	inForce: 'in vigore',
	contents: 'Punti del regolamento',
	example: {
		title: 'Un esempio, oggi',
		text: 'Se oggi Le chiedessimo un’informazione, l’ultimo giorno utile per rispondere sarebbe',
		counted: 'I giorni che si conterebbero:',
	},
	closures: {
		title: 'Giorni di chiusura in vista',
		none: 'Oltre ai giorni non lavorativi e alle feste, al momento non è segnato nessun giorno di chiusura.',
	},
	versions: {
		title: 'Versioni',
		first: 'La prima versione, con le impostazioni iniziali.',
		changedIn: (clauses: string) => `Punti cambiati: ${clauses}.`,
		since: (date: string) => `Da ${date}`,
		undated: 'Dall’inizio',
	},
	settings: {
		title: 'Regolamento',
		lead: 'I numeri del regolamento. Da qui nascono la pagina che leggono i clienti, i termini delle attese e l’ordine in cui si serve.',
		publicPage: 'Leggi il regolamento pubblico',
		groups: { settings: 'Impostazioni', P5: 'Attese', P4: 'Ordine', fixed: 'Numeri fissi', history: 'Versioni' },
		initially: (value: string) => `All’inizio: ${value}.`,
		between: ({ min, max }: Limits) => `Da ${min} a ${max}.`,
		fields: {
			holdDays: {
				label: 'Giorni lavorativi dell’attesa',
				meaning: 'Quanti giorni ha il cliente per darci le informazioni richieste, prima che il ticket sia risolto.',
			},
			workingWeek: {
				label: 'Giorni di lavoro',
				meaning: 'I giorni della settimana che si contano; almeno uno.',
			},
			country: {
				label: 'Paese delle feste',
				meaning: 'Le feste nazionali di questo Paese non si contano.',
			},
			timeZone: {
				label: 'Fuso orario',
				meaning: 'Decide quando comincia e finisce un giorno, e in quale ora sono scritte le pagine.',
			},
			reminders: {
				label: 'Promemoria',
				meaning:
					'Quanti giorni contati prima dell’ultimo: 0 è l’ultimo giorno, 1 quello prima. Più promemoria si separano con una virgola; nessuno, se è vuoto.',
			},
			reminderTime: { label: 'Ora dei promemoria', meaning: 'Nel fuso orario qui sopra.' },
			inHandLimit: {
				label: 'Ticket in lavorazione per operatore',
				meaning: 'Chi ne ha già così tanti non ne prende un altro. Ciò che è già in lavorazione resta dov’è.',
			},
			reservationMinutes: {
				label: 'Minuti di riserva',
				meaning:
					'Per quanto un ticket che esce da un’attesa resta all’operatore che lo seguiva, se è in servizio; e al collega a cui viene passato. Con 0 non si riserva mai, e non si passano ticket.',
			},
		} satisfies Record<keyof Policy, { label: string; meaning: string }>,
		preview: 'Anteprima',
		previewHint: 'Non salva ancora nulla: mostra che cosa cambierebbe.',
		fixed: {
			lead: 'Questi numeri appartengono al programma e non si cambiano da qui.',
			activation: {
				label: 'Collegamento di attivazione',
				value: (days: number) => `una volta sola, per ${days} giorni`,
			},
			horizon: {
				label: 'Orizzonte del calendario',
				value: (days: number) =>
					`in ${days} giorni, da qualunque giorno si parta, devono starci tutti i giorni lavorativi di un’attesa`,
			},
			reopening: { label: 'Riapertura di un ticket risolto', value: 'mai: si apre un ticket collegato' },
			evaluation: { label: 'Durata di una valutazione', value: 'senza limite' },
		},
		history: { current: 'in vigore', by: (name: string) => `salvata da ${name}`, initial: 'Impostazioni iniziali.' },
		from: 'Oggi',
		to: 'Con le nuove impostazioni',
	},
	previewed: {
		title: 'Anteprima: nulla è ancora salvato',
		/** What a colleague saved since the form was opened. */
		meanwhile: {
			title: 'Nel frattempo il regolamento è cambiato',
			saved: (version: number, by: string) => `Versione ${version}, salvata da ${by}`,
			taken:
				'Ciò che Lei non ha toccato è già come l’ha salvato il collega, e l’anteprima mostra soltanto le Sue modifiche.',
			both: (labels: string) =>
				`Avete cambiato entrambi: ${labels}. Se salva vale ciò che ha scritto Lei; per lasciare il valore del collega, lo riscriva qui sotto e guardi di nuovo l’anteprima.`,
			bothHere: 'Cambiato da entrambi: prima il valore salvato nel frattempo, poi il Suo.',
		},
		changes: 'Che cosa cambia',
		holdNow: 'Se un’attesa iniziasse adesso',
		lastDay: 'Ultimo giorno utile',
		sameHold: 'Per un’attesa che inizia adesso non cambia nulla.',
		openHolds: (count: number) =>
			count === 0
				? 'Ora non ci sono attese aperte. Le nuove impostazioni valgono per quelle che inizieranno.'
				: count === 1
					? 'C’è un’attesa aperta: conserva ciò che è stato promesso al cliente, termine e promemoria compresi. Le nuove impostazioni valgono per quelle che inizieranno.'
					: `Ci sono ${count} attese aperte: conservano ciò che è stato promesso ai clienti, termini e promemoria compresi. Le nuove impostazioni valgono per quelle che inizieranno.`,
		reservations: 'I ticket già riservati lo restano fino all’ora stabilita allora.',
		sentences: 'Che cosa leggeranno i clienti',
		note: 'Perché cambia',
		noteHint: 'Resta accanto alla versione, per chi amministra.',
		save: (version: number) => `Salva come versione ${version}`,
		orChange: 'Oppure corregga le impostazioni qui sotto e guardi di nuovo l’anteprima.',
	},
	/** What is wrong with one setting, beside its field. */
	problems: {
		'out-of-range': ({ min, max }) => `Scriva un numero intero da ${min} a ${max}.`,
		'no-working-day': () => 'Scelga almeno un giorno della settimana.',
		'not-in-list': () => 'Scelga una voce dell’elenco.',
		'reminder-out-of-range': ({ max }) =>
			max === 0
				? 'Con un solo giorno di attesa il promemoria può essere soltanto 0, oppure nessuno.'
				: `Scriva numeri interi da 0 a ${max}, separati da virgole, oppure niente: l’attesa non ha altri giorni.`,
		'not-a-time': () => 'Scriva un’ora del giorno, per esempio 09:00.',
	} satisfies ProblemWords,
};

export const policyRefusals: Pick<Sayings, PolicyRefusal['reason']> = {
	'settings-not-valid': () => 'Alcune impostazioni non si possono usare così: accanto a ciascuna è scritto perché.',
	'settings-leave-too-few-days': ({ holdDays }) =>
		`Con questi giorni di lavoro, feste e chiusure, in un anno non ci sarebbero sempre ${holdDays} giorni lavorativi: un’attesa non saprebbe quando finire. Accorci l’attesa, aggiunga giorni di lavoro o tolga giorni di chiusura.`,
	'policy-changed-meanwhile': ({ version }) =>
		`Nel frattempo è stata salvata la versione ${version} del regolamento, e nulla è stato sovrascritto. Qui sotto vede che cosa è cambiato e che cosa cambierebbe Lei: controlli e, se va bene, salvi di nuovo.`,
	'nothing-changed': () => 'Le impostazioni sono già queste: non c’è nulla da salvare.',
};
