import { passwordLimits } from '#lib/domain/limits.ts';

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
			'Le credenziali si attivano con il collegamento che ha ricevuto. Se non lo trova o non ricorda la password, chi Le ha dato le credenziali può darLe un nuovo collegamento.',
	},
	password: {
		label: 'Password',
		hint: `Almeno ${passwordLimits.min} caratteri: una frase che ricorda va benissimo.`,
		again: 'Ripeta la password',
		differs: 'Le due password non sono uguali: le scriva di nuovo.',
		typeAgain: 'Per sicurezza, solo la password va scritta di nuovo.',
	},
	activation: {
		title: 'Scelga la Sua password',
		lead: (name: string) => `Buongiorno ${name}. Con la password che sceglie qui entrerà d’ora in poi.`,
		username: 'Il Suo nome utente',
		submit: 'Salva la password ed entra',
		closedTitle: 'Questo collegamento non si può usare',
		toSignIn: 'Vai all’accesso',
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
