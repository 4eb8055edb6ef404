import { activationDays } from '#lib/domain/limits.ts';
import type { StaffRole } from '#lib/domain/roles.ts';

/** A person's page. */
export const account = {
	coverage: {
		title: 'Software seguiti',
		onDuty: 'Ora è in servizio.',
		offDuty: 'Ora non è in servizio.',
		colleagues: 'Chi è in servizio, e chi non lo è più',
		hint: 'Con «Prendi il prossimo» si ricevono solo ticket dei software che si seguono. Quanto è già in lavorazione vi resta.',
		which: 'Quali software segue',
		all: 'Tutti',
		allHint: 'Anche quelli che si aggiungeranno.',
		chosen: 'Solo quelli scelti qui sotto',
		products: 'Software scelti',
		save: 'Salva i software seguiti',
	},
	newUser: (customer: string) => `Nuovo utente di ${customer}`,
	newStaff: 'Nuovo collega',
	details: 'Dati',
	name: 'Nome e cognome',
	username: 'Nome utente',
	usernameHint: 'Da 3 a 64 lettere minuscole, cifre, punti e trattini: per esempio «m.riva».',
	email: 'E-mail',
	emailHint: 'L’indirizzo registrato; può servire anche per entrare.',
	language: 'Lingua',
	role: 'Ruolo',
	roles: { agent: 'Operatore', supervisor: 'Responsabile', administrator: 'Amministratore' } satisfies Record<
		StaffRole,
		string
	>,
	roleHints: {
		agent: 'Serve i ticket in ordine di arrivo.',
		supervisor: 'Come l’operatore; può anche rimettere in coda i ticket dei colleghi.',
		administrator: 'Come il responsabile; gestisce anche software, clienti, personale, calendario e regolamento.',
	} satisfies Record<StaffRole, string>,
	create: 'Crea e mostra il collegamento',
	states: {
		active: 'attivo',
		invited: 'non ha ancora scelto la password',
		stale: 'senza credenziali',
		disabled: 'disattivato',
	},
	access: 'Accesso',
	explained: {
		active: 'Entra con la sua password.',
		invited: 'Il collegamento di attivazione non è ancora stato usato.',
		stale: 'Non ha nessun collegamento di attivazione valido: ne emetta uno.',
		disabled: 'Non può entrare. Quello che ha scritto resta dov’è.',
	},
	newAddress: (email: string) =>
		`L’indirizzo e-mail deve ancora essere confermato: sarà ${email} quando la persona lo conferma lì e all’indirizzo di adesso.`,
	linkExpires: 'Il collegamento vale fino a',
	renew: 'Crea un nuovo collegamento',
	renewHint: {
		active:
			'Se questa persona non ricorda la password, con un nuovo collegamento ne sceglie un’altra; fino ad allora vale quella di prima.',
		invited: 'Il nuovo collegamento prende il posto di quello di prima, che non vale più.',
		stale: `Vale una volta sola, per ${activationDays} giorni.`,
	},
	disable: 'Disattiva l’accesso',
	secondFactor: {
		summary: 'Togliere il secondo fattore…',
		text: 'Per chi ha perso il telefono e non ha codici di recupero. Si accerti, a voce, che sia proprio lui: d’ora in poi entra con la sola password. Le sue sessioni finiscono subito, e glielo scriviamo.',
		submit: 'Togli il secondo fattore',
		on: 'Il secondo fattore è attivo.',
		off: 'Il secondo fattore non è attivo.',
		own: 'Il Suo accesso',
	},
	disableSummary: 'Disattivare l’accesso…',
	disableText:
		'Da quel momento non può più entrare, e se è collegato viene disconnesso subito. Potrà riattivarlo quando vuole.',
	disablePutsBack: (tickets: readonly number[]) =>
		tickets.length === 1
			? `Ha in lavorazione il ticket ${tickets[0]}: tornerà in coda al suo numero di arrivo.`
			: `Ha in lavorazione i ticket ${tickets.join(', ')}: torneranno in coda al loro numero di arrivo.`,
	enable: 'Riattiva l’accesso',
	enableHint:
		'Potrà entrare di nuovo con la password che aveva; se non l’aveva ancora scelta, crei poi un nuovo collegamento.',
	yourself: 'È il Suo accesso: può disattivarlo solo un altro amministratore.',
};
