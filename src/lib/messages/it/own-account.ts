import type { OptionalKind, turnKinds } from '#lib/domain/notices.ts';

type Told = { label: string; hint: string };

/** The page on which people find what the desk knows of them, and choose how they are told. */
export const ownAccount = {
	title: 'Il Suo account',
	/** Behind the name in the header, for those who do not see where it stands. */
	lead: (name: string, customer: string) => `${name} · ${customer}`,
	name: {
		title: 'Nome',
		label: 'Nome e cognome',
		hint: 'Con questo nome La leggono i colleghi e gli operatori che Le rispondono.',
		submit: 'Salva il nome',
		done: (name: string) => `Il Suo nome è «${name}», d’ora in poi anche sui ticket già aperti.`,
	},
	registered: {
		title: 'Dati registrati',
		username: 'Nome utente',
		email: 'E-mail',
		customer: 'Cliente',
		sight: 'Ticket dei colleghi',
		seesColleagues: 'Lei e i Suoi colleghi vedete gli uni i ticket degli altri.',
		ownOnly: 'Ognuno vede soltanto i ticket che ha aperto.',
		licences: 'Licenze',
		noLicence: 'Non ne risultano di attive.',
		toChange:
			'L’indirizzo e-mail si cambia nella pagina «Il Suo accesso». Gli altri dati li tiene l’assistenza. Se qualcosa non è giusto lo scriva in un ticket, oppure si rivolga a chi Le ha dato le credenziali.',
	},
	preferences: {
		title: 'Lingua e aspetto',
		hint: 'Valgono su tutti i Suoi dispositivi. La lingua è anche quella in cui Le scriviamo.',
		submit: 'Salva lingua e aspetto',
		done: 'Lingua e aspetto sono salvati.',
	},
	notices: {
		title: 'Comunicazioni',
		lead: (email: string) =>
			`Che cosa scriviamo a ${email} sui ticket che ha aperto, e in parte anche su quelli nei quali ha scritto.`,
		always: 'Sempre attive',
		why: 'Riguardano il Suo turno: chi ne perdesse una potrebbe vedere chiuso un ticket senza aver saputo che aspettavamo una risposta.',
		optional: 'A Sua scelta',
		optionalHint:
			'Quello che dicono si legge comunque nella pagina del ticket: tolga la spunta a quelle che non vuole.',
		kinds: {
			'hold-placed': {
				label: 'Servono Sue informazioni',
				hint: 'Per andare avanti ci manca qualcosa: che cosa, e l’ultimo giorno utile per rispondere.',
			},
			reminder: {
				label: 'Promemoria',
				hint: 'L’ultimo giorno utile si avvicina e aspettiamo ancora.',
			},
			'lapse-moved': {
				label: 'Ha più tempo per rispondere',
				hint: 'Una chiusura dello sportello ha spostato più avanti l’ultimo giorno utile.',
			},
			lapsed: {
				label: 'Il termine è passato',
				hint: 'Il ticket si considera risolto, e come proseguire se il problema resta.',
			},
			answered: {
				label: 'Abbiamo risposto',
				hint: 'La risposta dell’operatore, per intero.',
			},
			resolved: {
				label: 'Il ticket è risolto',
				hint: 'L’ultimo messaggio dell’operatore, e come proseguire se il problema resta.',
			},
			merged: {
				label: 'Due ticket sono uniti',
				hint: 'Riguardavano la stessa cosa: in quale si prosegue.',
			},
		} satisfies Record<(typeof turnKinds)[number] | OptionalKind, Told>,
		submit: 'Salva le comunicazioni',
		done: 'La scelta è salvata: vale da ora in poi.',
	},
	sessions: {
		title: 'Sessioni aperte',
		lead: 'I browser nei quali qualcuno è entrato con le Sue credenziali. Se non ne riconosce uno, ne termini la sessione e scelga subito un’altra password.',
		passwordThere: 'La password si cambia nella pagina «Il Suo accesso».',
		on: (browser: string, system: string) => `${browser} su ${system}`,
		unknownOn: (system: string) => `Browser non riconosciuto, ${system}`,
		unknown: 'Browser non riconosciuto',
		isThis: 'questa',
		since: 'Aperta',
		seen: 'usata l’ultima volta',
		end: 'Termina',
		endThat: (where: string) => `Termina la sessione: ${where}`,
		others: 'Termina tutte le altre',
		othersHint: 'Rimane aperta soltanto questa.',
		noOthers: 'Non ce ne sono altre.',
		doneOne: 'La sessione è terminata: in quel browser si dovrà entrare di nuovo.',
		doneOthers: 'Tutte le altre sessioni sono terminate: rimane soltanto questa.',
	},
};
