import type { AdministrationRefusal } from '#lib/domain/administration.ts';
import { activationDays, organisationLimits } from '#lib/domain/limits.ts';
import { dateParts } from '../dates.ts';
import type { Sayings } from '../say.ts';
import { account } from './account.ts';
import { calendar } from './calendar.ts';
import { common } from './common.ts';
import { customerFileRefusals } from './customer-file.ts';
import { mailOut } from './mail-out.ts';
import { policyRefusals } from './policy.ts';
import { signBeyondMail } from './sign-beyond-mail.ts';

/** What the administration says. */
export const admin = {
	title: 'Amministrazione',
	navigation: {
		start: 'Primi passi',
		products: 'Software',
		customers: 'Clienti',
		staff: 'Personale',
		calendar: 'Calendario',
		policy: 'Regolamento',
		organisation: 'Organizzazione',
		mail: 'Comunicazioni',
		audit: 'Registro',
		desk: 'Vai alla postazione',
	},
	audited: {
		account: 'Il registro degli accessi di questa persona',
		customer: 'Il registro degli accessi di questo cliente e delle sue persone',
	},
	steps: {
		title: 'Primi passi',
		lead: 'Dall’installazione vuota al primo ticket, in quest’ordine. Ogni passo si può rifare e correggere quando vuole.',
		ready: 'È tutto pronto: i Suoi clienti possono aprire ticket, e chi è in servizio può prenderli.',
		toDesk: 'Vai alla postazione',
		done: 'Fatto',
		optional: 'facoltativo',
		products: {
			title: 'I software',
			text: 'I programmi che vendete e per cui date assistenza. Ogni ticket ne riguarda uno.',
			todo: 'Aggiungi un software',
			count: (count: number) => (count === 1 ? 'un software' : `${count} software`),
		},
		customers: {
			title: 'I clienti',
			text: 'Le aziende e i professionisti che hanno le licenze.',
			todo: 'Aggiungi un cliente',
			count: (count: number) => (count === 1 ? 'un cliente' : `${count} clienti`),
		},
		licences: {
			title: 'Le licenze',
			text: 'Per ogni cliente, i software per cui può aprire ticket. Si segnano nella sua pagina.',
			todo: 'Segna le licenze',
			count: (count: number) => (count === 1 ? 'una licenza' : `${count} licenze`),
		},
		users: {
			title: 'Gli utenti',
			text: 'Le persone di ogni cliente. Creandone una riceve il collegamento da consegnarle: con quello sceglie la password.',
			todo: 'Aggiungi un utente',
			count: (count: number) => (count === 1 ? 'un utente' : `${count} utenti`),
		},
		staff: {
			title: 'Il personale',
			text: 'Chi serve i ticket. Può farlo anche Lei: un amministratore è anche operatore.',
			todo: 'Aggiungi un operatore',
			count: (count: number) => (count === 1 ? 'un collega' : `${count} colleghi`),
		},
		calendar: {
			title: 'I giorni di chiusura',
			text: 'I giorni non lavorativi e le feste nazionali sono già noti. Aggiunga i ponti e le ferie dell’ufficio.',
			todo: 'Apri il calendario',
			count: (count: number) => (count === 1 ? 'un giorno' : `${count} giorni`),
		},
	},
	done: {
		'product-created': 'Il software è stato aggiunto.',
		'product-renamed': 'Il nome è stato cambiato, anche nei ticket già aperti.',
		'customer-created': 'Il cliente è stato aggiunto. Ora segni le sue licenze e aggiunga le persone.',
		'customer-changed': 'I dati del cliente sono stati salvati.',
		'licences-changed': 'Le licenze sono state salvate.',
		'mail-resent': 'La comunicazione parte di nuovo.',
		'account-changed': 'I dati sono stati salvati.',
		'address-to-confirm':
			'I dati sono stati salvati. L’indirizzo e-mail cambia quando la persona lo conferma a tutti e due gli indirizzi: abbiamo scritto a quello di prima e a quello nuovo.',
		'account-disabled': 'L’accesso è disattivato da ora. Chi era collegato è stato disconnesso.',
		'coverage-changed': 'I software seguiti sono stati salvati.',
		'second-factor-taken': 'Il secondo fattore è tolto, le sessioni sono finite e l’abbiamo scritto a chi riguarda.',
		'second-factor-required': 'Il secondo fattore è obbligatorio per il personale, dal prossimo ingresso di ciascuno.',
		'second-factor-not-required': 'Il secondo fattore non è più obbligatorio: chi lo ha lo tiene finché vuole.',
		'account-enabled': 'L’accesso è di nuovo attivo.',
		'closure-day-removed': 'Il giorno è stato tolto. Le attese già aperte restano come promesso ai clienti.',
		'closure-days-removed': 'I giorni sono stati tolti. Le attese già aperte restano come promesso ai clienti.',
		'organisation-changed': 'Salvato: pagine e comunicazioni si presentano così da ora.',
		'policy-saved':
			'La nuova versione del regolamento è in vigore. Le attese già aperte restano come promesso ai clienti.',
	},
	disabling: {
		putBack: (tickets: readonly number[]) =>
			tickets.length === 1
				? `Il ticket ${tickets[0]}, che era in lavorazione, è di nuovo in coda al suo numero di arrivo.`
				: `I ticket ${tickets.join(', ')}, che erano in lavorazione, sono di nuovo in coda al loro numero di arrivo.`,
	},
	products: {
		title: 'Software',
		lead: 'I programmi per cui si può aprire un ticket, da parte di chi ne ha la licenza.',
		add: 'Aggiungi un software',
		name: 'Nome del software',
		nameHint: 'Come lo conoscono i clienti.',
		submit: 'Aggiungi',
		rename: 'Rinomina',
		renameOf: (name: string) => `Rinomina ${name}`,
		licensed: (count: number) =>
			count === 0 ? 'nessun cliente' : count === 1 ? 'un cliente con licenza' : `${count} clienti con licenza`,
		empty: {
			title: 'Ancora nessun software',
			text: 'Senza un software non si può aprire nessun ticket: cominci da qui, con il nome che i clienti conoscono.',
		},
	},
	customers: {
		title: 'Clienti',
		lead: 'Chi ha le licenze, con le persone che possono aprire ticket.',
		add: 'Aggiungi un cliente',
		name: 'Nome del cliente',
		nameHint: 'La ragione sociale, o nome e cognome del professionista.',
		sight: 'Chi vede i ticket',
		colleagues: 'I colleghi vedono i ticket l’uno dell’altro',
		colleaguesHint: 'Se non è segnato, ogni utente vede solo i ticket che ha aperto.',
		submit: 'Aggiungi il cliente',
		empty: {
			title: 'Ancora nessun cliente',
			text: 'Aggiunga il primo: poi segnerà le sue licenze e le persone che possono aprire ticket.',
		},
	},
	customer: {
		details: 'Dati del cliente',
		licences: 'Licenze',
		licencesHint: 'Può aprire ticket solo per i software segnati. I ticket già aperti restano in ogni caso.',
		saveLicences: 'Salva le licenze',
		noProducts: 'Non c’è ancora nessun software da segnare.',
		users: 'Utenti',
		addUser: 'Aggiungi un utente',
		noUsers: {
			title: 'Nessuno può ancora aprire ticket per questo cliente',
			text: 'Aggiunga la prima persona: avrà un collegamento per scegliere la sua password.',
		},
	},
	account,
	link: {
		title: 'Ecco il collegamento di attivazione',
		forWhom: (name: string) => `Lo consegni a ${name}, di persona o con un mezzo di cui si fida.`,
		once: `Lo vede solo ora: non viene conservato. Vale una volta sola e per ${activationDays} giorni; chi lo apre sceglie la password.`,
		label: 'Collegamento di attivazione',
		copy: 'Copia',
		copied: 'Copiato',
		shownTitle: 'Il collegamento è già stato mostrato',
		shown:
			'Per sicurezza non lo conserviamo e non possiamo mostrarlo di nuovo. Se non l’ha copiato ne crei uno nuovo: quello di prima non varrà più.',
		toPerson: 'Vai alla sua pagina',
		another: 'Aggiungi un’altra persona',
		backToCustomer: 'Torna al cliente',
		backToStaff: 'Torna al personale',
	},
	staff: {
		title: 'Personale',
		lead: 'Chi serve i ticket e chi amministra. Ogni ruolo comprende quello che viene prima.',
		add: 'Aggiungi un collega',
		you: 'Lei',
		secondFactor: {
			title: 'Secondo fattore',
			required: 'È obbligatorio per il personale: chi non lo ha lo attiva al prossimo ingresso, e prima non fa altro.',
			notRequired:
				'Ognuno decide per sé. Se lo rende obbligatorio, chi non lo ha lo attiva al prossimo ingresso, e prima non fa altro.',
			without: (names: string, required: boolean) =>
				required ? `Non lo hanno ancora: ${names}.` : `Oggi non lo hanno: ${names}.`,
			everybody: 'Lo hanno tutti.',
			hint: 'Chi lo rende obbligatorio deve averlo. Le sessioni già aperte continuano finché durano.',
			own: 'Il Suo accesso',
			submit: 'Rendi obbligatorio',
			release: 'Non è più obbligatorio',
		},
	},
	mail: mailOut,
	calendar,
};

const day = (iso: string) => common.time.dateWithYear(dateParts(iso, 'it'));

export const administrationRefusals: Pick<Sayings, AdministrationRefusal['reason']> = {
	'administrators-only': () =>
		'Può farlo solo un amministratore. Se il Suo ruolo è cambiato nel frattempo, ne parli con chi amministra.',
	...policyRefusals,
	...customerFileRefusals,
	'unknown-record': () =>
		'Quello che voleva modificare non c’è più. Ricarichi la pagina per vedere come stanno le cose.',
	'not-valid': ({ field, sign }) => (sign ? signBeyondMail(sign) : notValid[field]),
	'organisation-changed-meanwhile': () =>
		'Nel frattempo qualcun altro ha cambiato questi dati. Quello che ha scritto è ancora qui, e accanto vede come sono adesso: decida che cosa tenere, poi salvi di nuovo.',
	'logo-gone': () => 'Il file del logo non c’è più, perché è passato troppo tempo. Lo scelga di nuovo.',
	'logo-not-a-picture': () =>
		'Il file non è un’immagine PNG, JPEG o WebP. Un SVG può contenere istruzioni e perciò non si accetta: lo esporti come PNG.',
	'logo-moves': () => 'L’immagine si muove, e disturberebbe chi legge. Scelga una PNG, JPEG o WebP che stia ferma.',
	'logo-too-large': ({ bytes, side }) =>
		`L’immagine è troppo grande: al massimo ${Math.floor(bytes / 1024)} kB e ${side} pixel per lato. La riduca, poi la scelga di nuovo.`,
	'product-name-taken': () => 'C’è già un software con questo nome. Ne scelga un altro, o usi quello.',
	'customer-name-taken': () => 'C’è già un cliente con questo nome. Apra la sua pagina, o distingua i due nomi.',
	'username-taken': () => 'Questo nome utente è già di qualcun altro. Ne scelga uno diverso.',
	'email-taken': () => 'Questo indirizzo è già di un’altra persona. Ognuno ha bisogno del proprio.',
	'last-administrator': () =>
		'È l’unico amministratore attivo: senza di lui nessuno potrebbe più amministrare. Prima ne nomini un altro.',
	yourself: () => 'Non può disattivare il Suo stesso accesso: lo chieda a un altro amministratore.',
	'nobody-without-credentials': () =>
		'Nel frattempo non c’è più nessuno senza credenziali tra chi ha scelto: non è partito nulla, e non occorre fare altro.',
	'others-without-credentials': ({ people }) =>
		`Da quando ha aperto questa pagina qualcosa è cambiato: le persone senza credenziali ora sono ${people}. Non è partito nulla; guardi di nuovo chi sono e confermi.`,
	'enable-first': () => 'L’accesso è disattivato. Prima lo riattivi, poi crei il collegamento.',
	'link-not-sent-again': () =>
		'Una comunicazione con un collegamento personale non si spedisce di nuovo: ogni collegamento vale una volta, e quello nuovo prende il posto del precedente. Per l’attivazione crei un collegamento nuovo dalla pagina della persona; il recupero della password lo richiede la persona stessa.',
	'not-staff': () => 'I software seguiti si scelgono per chi lavora allo sportello: questo è l’accesso di un cliente.',
	'no-product': () =>
		'Così non seguirebbe nessun software e non riceverebbe più ticket. Ne scelga almeno uno, oppure «tutti»; per togliere l’accesso lo disattivi.',
	'day-already-closed': ({ closedFor }) => `Quel giorno è già segnato come chiuso: «${closedFor}».`,
	'day-not-worked': () =>
		'Quel giorno non si lavora comunque, quindi non conta già nei termini: non c’è bisogno di segnarlo.',
	'day-is-holiday': ({ holiday }) =>
		`Quel giorno è già festa (${holiday.it}), quindi non conta nei termini: non c’è bisogno di segnarlo.`,
	'day-out-of-range': ({ earliest, latest }) => `Scelga un giorno da ${day(earliest)} a ${day(latest)}.`,
	'range-backwards': () => 'L’ultimo giorno viene prima del primo: controlli le due date.',
	'range-too-long': ({ maxDays }) =>
		`Una chiusura può durare al massimo ${maxDays} giorni. Se è più lunga, la inserisca in due parti.`,
	'nothing-to-close': () =>
		'In questi giorni il servizio è già chiuso, perché non si lavora, è festa o la chiusura c’è già: non contano nei termini e non c’è bisogno di segnarli.',
	'too-few-business-days': ({ holdDays }) =>
		`Con questa chiusura resterebbero meno di ${holdDays} giorni lavorativi in 366: chi deve risponderci non avrebbe il tempo che il regolamento gli dà. Tolga prima qualche altro giorno di chiusura.`,
};

const notValid = {
	name: 'Scriva un nome, non troppo lungo.',
	username: 'Usi da 3 a 64 caratteri tra lettere, cifre, punto, trattino e trattino basso, senza spazi.',
	email: 'L’indirizzo non è completo: serve qualcosa come «marta@studio.it».',
	from: 'Scelga un giorno del calendario.',
	to: 'Scelga un giorno del calendario.',
	reason: 'Scriva il motivo in una riga.',
	note: 'Scriva in una riga perché cambia.',
	postalAddress: `Scriva al massimo ${organisationLimits.postalAddressLines} righe, non troppo lunghe.`,
	supportAddress: 'L’indirizzo non è completo: serve qualcosa come «assistenza@studio.it».',
};
