import type { DateParts, MomentParts } from '../dates.ts';

const at = (clock: string) => (clock.startsWith('1:') ? `all’${clock}` : `alle ${clock}`);
const date = ({ weekday, day, month }: DateParts) => `${weekday} ${day === '1' ? '1º' : day} ${month}`;

export const common = {
	tagline: 'Assistenza in ordine di arrivo',
	policyLink: 'Regolamento',
	/** From Monday on, as a calendar has them. */
	weekdays: ['Lun', 'Mar', 'Mer', 'Gio', 'Ven', 'Sab', 'Dom'],
	skipToContent: 'Vai al contenuto',
	ticket: 'Ticket',
	/** A holiday's name, of the day that is kept instead of it. */
	substituteDay: (holiday: string) => `${holiday} (giorno sostitutivo)`,
	ticketNumber: (number: number) => `Ticket numero ${number}`,
	save: 'Salva',
	cancel: 'Annulla',
	sending: 'Invio in corso…',
	signOut: 'Esci',
	ownAccount: 'il Suo account',
	ownAccess: 'il Suo accesso',
	accessLink: 'Il Suo accesso',
	mainNavigation: 'Navigazione principale',
	navigation: { home: 'Inizio', tickets: 'Tutti i ticket', open: 'Apri un ticket', desk: 'Postazione' },
	language: 'Lingua',
	languageNames: { it: 'Italiano', en: 'English' },
	theme: 'Aspetto',
	themes: { system: 'Come il sistema', light: 'Chiaro', dark: 'Scuro' },
	/** Of a list that goes over several pages. */
	pages: {
		previous: 'Pagina precedente',
		next: 'Pagina seguente',
		page: (page: number, pages: number) => `Pagina ${page} di ${pages}`,
	},
	optional: 'facoltativo',
	size: {
		bytes: (amount: string) => `${amount} byte`,
		kilobytes: (amount: string) => `${amount} kB`,
		megabytes: (amount: string) => `${amount} MB`,
		decimalMark: ',',
	},
	form: {
		problems: (count: number) => (count === 1 ? 'C’è una cosa da correggere' : `Ci sono ${count} cose da correggere`),
		inField: (label: string, problem: string) => `${label}: ${problem}`,
		nothingLost: 'Nulla di quanto ha scritto è andato perso.',
		missing: 'Questo campo è necessario.',
		tooLong: (limit: number) => `Il testo può avere al massimo ${limit} caratteri.`,
		nearLimit: (limit: string) => `Si avvicina al limite di ${limit} caratteri.`,
		left: (count: string) => (count === '1' ? 'Resta un carattere.' : `Restano ${count} caratteri.`),
		over: (count: string) =>
			count === '1'
				? 'Un carattere oltre il limite: accorci un poco il testo.'
				: `${count} caratteri oltre il limite: accorci il testo, o lo alleghi come file.`,
		tooShort: (limit: number) => `Servono almeno ${limit} caratteri.`,
		notValid: 'Questo valore non è valido: lo controlli e lo inserisca di nuovo.',
		choose: 'Scelga…',
		filesAgain: 'Per sicurezza il browser non conserva i file: li scelga di nuovo prima di inviare.',
	},
	unsent: {
		title: {
			'no-answer': 'Non è arrivata la conferma dell’invio',
			offline: 'Sembra che manchi la connessione',
			'signed-out': 'La sessione è terminata',
			failed: 'L’invio non è riuscito',
			files: 'Un file non è arrivato',
			conflict: 'Questa bozza è cambiata altrove',
		},
		lost: 'L’invio non è partito, oppure si è persa la risposta.',
		here: 'Quanto ha scritto è ancora qui.',
		again: 'La preghiamo di inviare di nuovo: se il primo invio era arrivato, non sarà fatto due volte.',
		first: {
			files: 'Provi di nuovo a caricarlo, o lo tolga, poi invii.',
			conflict: 'Scelga quale dei due testi tenere, poi invii.',
		},
		preference: 'La scelta non è arrivata: riprovi tra poco.',
		signInAgain: 'Entri di nuovo in un’altra scheda, poi torni qui e invii di nuovo.',
		signIn: 'Entra in un’altra scheda',
	},
	files: {
		label: 'File',
		choose: 'Scelga i file',
		limits: (count: number, megabytes: string) => `Fino a ${count} file, ${megabytes} ciascuno.`,
		drop: 'Può anche trascinarli qui o incollare un’immagine.',
		remove: (name: string) => `Togli ${name}`,
		tooLarge: (name: string, megabytes: string) => `«${name}» supera ${megabytes}: lo riduca o lo divida.`,
		tooMany: (limit: number) => `Può allegare al massimo ${limit} file per messaggio.`,
		empty: (name: string) => `«${name}» è vuoto.`,
	},
	time: {
		date,
		dateWithYear: (parts: DateParts) => `${date(parts)} ${parts.year}`,
		today: ({ clock }: MomentParts) => `oggi ${at(clock)}`,
		yesterday: ({ clock }: MomentParts) => `ieri ${at(clock)}`,
		moment: (parts: MomentParts) => `${date(parts)} ${at(parts.clock)}`,
		momentWithYear: (parts: MomentParts) => `${date(parts)} ${parts.year} ${at(parts.clock)}`,
		exact: (parts: MomentParts, zone: string) => `${date(parts)} ${parts.year}, ore ${parts.clock} (${zone})`,
	},
	error: {
		notFoundTitle: 'Qui non c’è nulla da vedere',
		notFound:
			'La pagina non esiste, oppure non è tra quelle che può consultare. Se ha seguito un collegamento, controlli di essere entrato con le credenziali giuste.',
		tooLargeTitle: 'L’invio è troppo grande',
		tooLarge: 'I file superano il limite. Torni indietro, ne tolga qualcuno o li riduca, e invii di nuovo.',
		foreignTitle: 'L’invio non è partito da una pagina di Sportello',
		foreign:
			'Per sicurezza accettiamo solo quanto viene inviato dalle nostre pagine, aperte al loro indirizzo abituale. Apra Sportello da lì e invii di nuovo; se ha scritto un testo, lo copi prima di lasciare la pagina.',
		refusedTitle: 'La richiesta non è stata accettata',
		refused: 'Torni indietro, ricarichi la pagina e riprovi. Se ha scritto un testo, lo copi prima di ricaricare.',
		brokenTitle: 'Qualcosa non ha funzionato da parte nostra',
		broken:
			'Ci scusiamo: l’errore è stato registrato e quanto era già stato inviato è al sicuro. Attenda un momento e riprovi.',
		reference: 'Numero di riferimento',
		referenceHint: 'Se ci scrive per questo problema, lo riporti: ci permette di trovare subito che cosa è accaduto.',
		home: 'Torna alla pagina iniziale',
	},
};
