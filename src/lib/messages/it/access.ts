import { addressHours, sessionLimits, stepMinutes } from '#lib/domain/limits.ts';

const { staff, user } = sessionLimits;
const staffLimits = `Una sessione finisce da sola dopo ${staff.idleHours} ore senza usarla, e comunque dopo ${staff.absoluteHours / 24} giorni.`;
const userLimits = `Una sessione finisce da sola dopo ${user.idleHours / 24} giorni senza usarla, e comunque dopo ${user.absoluteHours / 24} giorni.`;

/** The second step of signing in, and the page on which somebody sets it up and sees where they are signed in. */
export const access = {
	title: 'Il Suo accesso',
	lead: (username: string) => `Come entra in Sportello chi usa le credenziali di «${username}».`,
	toPage: 'Vai al Suo accesso',
	inShort: (hasSecondFactor: boolean) =>
		`La password e l’indirizzo e-mail si cambiano in una pagina a parte. Là si trova anche il secondo fattore, che ${hasSecondFactor ? 'è attivo' : 'non è attivo'}.`,
	password: {
		title: 'Password',
		lead: 'Può sceglierne un’altra quando vuole. Dovunque sia entrato con quella di adesso, tranne che qui, si dovrà entrare di nuovo; Glielo confermiamo per e-mail.',
		current: 'Password attuale',
		code: 'Codice dell’app, o di recupero',
		chosen: 'Nuova password',
		again: 'Ripeta la nuova password',
		submit: 'Cambia la password',
		done: 'La password è cambiata. Le altre sessioni sono terminate: rimane soltanto questa.',
	},
	address: {
		title: 'Indirizzo e-mail',
		now: (email: string) => `Le scriviamo a ${email}. Con questo indirizzo si entra, e si recupera la password.`,
		lead: `Per cambiarlo mandiamo un collegamento a tutti e due gli indirizzi, quello di adesso e quello nuovo: vale ${addressHours} ore, e finché non è confermato a tutti e due resta quello di adesso.`,
		label: 'Nuovo indirizzo e-mail',
		submit: 'Manda i collegamenti',
		asked: (email: string) =>
			`Abbiamo mandato i collegamenti per passare a ${email}. Guardi nella posta di tutti e due gli indirizzi.`,
		waiting: (email: string) => `Modifica in corso: il nuovo indirizzo sarà ${email}.`,
		sides: { present: 'A quello di adesso', new: 'A quello nuovo' },
		confirmed: 'confermato',
		awaited: 'da confermare',
		until: 'I collegamenti valgono fino a',
		again: 'Se ne chiede un’altra, questa non vale più.',
	},
	secondFactor: {
		title: 'Secondo fattore',
		what: 'Oltre alla password, per entrare serve un codice che cambia ogni mezzo minuto e che mostra soltanto il Suo telefono. Chi scoprisse la password non entrerebbe.',
		off: 'Non è attivo: per entrare basta la password.',
		on: 'È attivo: per entrare servono la password e un codice.',
		needs:
			'Serve un’app di autenticazione, una qualunque: ce ne sono di gratuite per ogni telefono, e funzionano anche senza rete.',
		begin: 'Attiva il secondo fattore',
		required: 'Per il personale è obbligatorio.',
		onSince: 'Attivo da',
		codesLeft: (left: number) => {
			if (left === 0) return 'Non resta nessun codice di recupero: ne crei di nuovi prima di averne bisogno.';
			return left === 1 ? 'Resta un codice di recupero.' : `Restano ${left} codici di recupero.`;
		},
		renewTitle: 'Nuovi codici di recupero',
		renewText: 'Ne creiamo dieci. Quelli di prima non varranno più, anche se non li ha usati.',
		renew: 'Crea nuovi codici',
		removeTitle: 'Togliere il secondo fattore',
		removeText:
			'Per entrare basterà di nuovo la password. Per conferma Le chiediamo la password e un codice, dell’app o di recupero.',
		remove: 'Togli il secondo fattore',
		changePhone:
			'Se cambia telefono: tolga il secondo fattore e lo attivi di nuovo con quello nuovo. Se il telefono è andato perso, entri con un codice di recupero.',
		changePhoneAsked:
			'Se cambia telefono, o se lo ha perso, entri con un codice di recupero e chieda a un amministratore di togliere il secondo fattore: lo attiverà di nuovo al prossimo ingresso.',
		doneRemoved: 'Il secondo fattore è tolto: per entrare basta di nuovo la password.',
	},
	setUp: {
		title: 'Attivi il secondo fattore',
		why: 'Per il personale il secondo fattore è obbligatorio. Si attiva una volta sola, qui e adesso; poi entra.',
		scanTitle: 'Aggiunga Sportello all’app',
		scan: 'Apra l’app di autenticazione, scelga di aggiungere un account e inquadri questo codice.',
		picture: 'Codice QR da inquadrare con l’app di autenticazione',
		onPhone: 'Aprilo nell’app di questo telefono',
		byHand: 'Oppure scriva nell’app questa chiave:',
		codeTitle: 'Scriva il codice che l’app mostra',
		code: 'Codice di sei cifre',
		codeHint: 'Così siamo certi che l’app funzioni prima di chiederLe i suoi codici.',
		submit: 'Attiva',
		over: 'Qui non c’è nulla da attivare: il secondo fattore è già attivo, oppure l’attivazione è da ricominciare.',
		back: 'Torna al Suo accesso',
	},
	codes: {
		doneTitle: 'Il secondo fattore è attivo',
		title: 'I Suoi codici di recupero',
		why: 'Se un giorno non ha il telefono, con uno di questi entra lo stesso. Ognuno vale una volta sola.',
		once: 'Li mostriamo soltanto adesso. Li stampi o li scarichi, e li tenga dove tiene le cose importanti: non nello stesso telefono.',
		download: 'Scarica i codici',
		fileName: 'sportello-codici-di-recupero.txt',
		fileTitle: (username: string, origin: string) => `Sportello (${origin}), codici di recupero di ${username}`,
		fileNote: 'Ogni codice vale una volta sola.',
		print: 'Stampa',
		kept: 'Li ho messi al sicuro: prosegui',
	},
	step: {
		title: 'Il codice del telefono',
		lead: 'La password è giusta. Adesso scriva il codice che mostra la Sua app di autenticazione.',
		code: 'Codice di sei cifre',
		submit: 'Entra',
		refused: 'Accesso non riuscito',
		lost: 'Non ha il telefono?',
		lostText: 'Usi uno dei codici di recupero che ha stampato o scaricato. Vale una volta sola.',
		recovery: 'Codice di recupero',
		recoverySubmit: 'Entra con il codice di recupero',
		noCodes:
			'Se non ha neanche quelli, si rivolga a chi Le ha dato le credenziali: un amministratore può togliere il secondo fattore.',
		time: `Ha ${stepMinutes} minuti per farlo; poi si ricomincia dalla password.`,
		again: 'Ricomincia dalla password',
	},
	sessions: { staffLimits, userLimits },
};
