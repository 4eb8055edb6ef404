import { passwordLimits, recoveryMinutes } from '#lib/domain/limits.ts';

export const auth = {
	counter: 'Ogni richiesta prende un numero quando arriva, e la serviamo in quell’ordine.',
	signIn: {
		title: 'Accesso',
		lead: 'Entri con le credenziali che Le abbiamo dato.',
		cameFrom: 'La pagina che ha chiesto è riservata a chi è entrato. Dopo l’accesso La riportiamo lì.',
		ended: 'Il Suo accesso è terminato. Entri di nuovo: La riportiamo dov’era.',
		name: 'Nome utente o e-mail',
		password: 'Password',
		submit: 'Entra',
		refused: 'Accesso non riuscito',
		help: 'Non riesce a entrare?',
		helpText:
			'Le credenziali si attivano con il collegamento che ha ricevuto. Se non lo trova, chi Le ha dato le credenziali può mandarLe un nuovo collegamento.',
		forgotten: 'Non ricorda la password? Ne scelga una nuova',
	},
	password: {
		label: 'Password',
		hint: `Almeno ${passwordLimits.min} caratteri: una frase che ricorda va benissimo. Non una password molto comune, né solo il Suo nome.`,
		again: 'Ripeta la password',
		differs: 'Le due password non sono uguali: le scriva di nuovo.',
		typeAgain: 'Per sicurezza, solo la password va scritta di nuovo.',
	},
	address: {
		title: 'Conferma dell’indirizzo',
		present: (username: string, email: string) =>
			`Le credenziali «${username}» avranno d’ora in poi l’indirizzo ${email}.`,
		new: (email: string) => `Questo indirizzo, ${email}, sarà quello delle credenziali per cui è stato chiesto.`,
		both: 'Cambia soltanto quando è confermato a tutti e due gli indirizzi.',
		confirm: 'Confermo',
		closedTitle: 'Qui non c’è nulla da confermare',
		confirmedTitle: 'È confermato a questo indirizzo',
		other: {
			present: 'Manca la conferma al nuovo indirizzo: nella sua posta trova il nostro messaggio.',
			new: 'Manca la conferma all’indirizzo di prima: nella sua posta trova il nostro messaggio.',
		},
		doneTitle: 'L’indirizzo è cambiato',
		done: 'È confermato a tutti e due gli indirizzi: d’ora in poi Le scriviamo a quello nuovo. Nelle altre sessioni si dovrà entrare di nuovo.',
		home: 'Vai alla pagina iniziale',
	},
	stop: {
		title: 'Non è stato Lei?',
		text: (username: string, email: string) =>
			`Qualcuno ha chiesto che le credenziali «${username}» abbiano l’indirizzo ${email}.`,
		what: 'Fermando la modifica l’indirizzo resta quello di adesso, e tutte le sessioni terminano: anche quella di chi l’ha chiesta.',
		submit: 'Ferma la modifica',
		closedTitle: 'Qui non c’è nulla da fermare',
		doneTitle: 'La modifica è fermata',
		done: 'L’indirizzo resta quello di prima e tutte le sessioni sono terminate. Chi l’ha chiesta conosceva la password: ne scelga subito un’altra.',
		toRecover: 'Scegli un’altra password',
	},
	activation: {
		title: 'Scelga la Sua password',
		lead: (name: string) => `Buongiorno ${name}. Con la password che sceglie qui entrerà d’ora in poi.`,
		username: 'Il Suo nome utente',
		submit: 'Salva la password ed entra',
		closedTitle: 'Questo collegamento non si può usare',
		toSignIn: 'Vai all’accesso',
	},
	recovery: {
		title: 'Password dimenticata',
		lead: 'Scriva il Suo nome utente o il Suo indirizzo e-mail: Le mandiamo un collegamento per scegliere una nuova password. Fino ad allora vale quella di prima.',
		submit: 'Chiedi il collegamento',
		refused: 'Richiesta non accolta',
		askedTitle: 'Guardi la Sua posta',
		asked: `Se il nome è quello di credenziali attive, il collegamento è in viaggio verso l’indirizzo registrato. Vale ${recoveryMinutes} minuti e si usa una volta sola.`,
		notArrived:
			'Se non lo vede, guardi anche tra la posta indesiderata. Se l’indirizzo registrato non è più il Suo, oppure le credenziali non sono ancora attive, si rivolga a chi Gliele ha date.',
		again: 'Chiedi per un altro nome',
		chooseTitle: 'Scelga una nuova password',
		choose:
			'Prende il posto di quella di prima, che da quel momento non vale più. Dove era già entrato, si dovrà entrare di nuovo.',
		save: 'Salva la nuova password',
		doneTitle: 'La nuova password è salvata',
		done: 'D’ora in poi entra con questa. Glielo confermiamo anche via e-mail.',
	},
	setUp: {
		title: 'Primo amministratore',
		lead: 'Benvenuto. Chi crea qui le proprie credenziali amministra Sportello: aggiungerà software, clienti e colleghi. Questa pagina funziona una volta sola.',
		name: 'Nome e cognome',
		username: 'Nome utente',
		usernameHint: 'Lettere senza accento, cifre, punto, trattino e trattino basso.',
		email: 'E-mail',
		submit: 'Crea l’amministratore ed entra',
	},
};
