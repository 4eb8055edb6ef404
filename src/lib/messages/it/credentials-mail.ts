import { activationDays, recoveryMinutes } from '#lib/domain/limits.ts';

/** What is written to people about their credentials: what happened, why, what can be done now (P8). Said by the server alone. */
export const credentialsMail = {
	pages: {
		activation: 'Per scegliere la password:',
		'activation-reminder': 'Per scegliere la password:',
		recovery: 'Per scegliere una nuova password:',
		'password-changed': 'Se non è stato Lei, scelga subito un’altra password:',
	},
	activation: {
		subject: 'Le Sue credenziali per l’assistenza: scelga la password',
		happened: (username: string) =>
			`queste sono le Sue credenziali per l’assistenza. Il Suo nome utente è «${username}»; la password la sceglie Lei, con il collegamento qui sotto.`,
		why: `Secondo il regolamento le credenziali si attivano così, e nessuno Le manda mai una password. Il collegamento si usa una volta sola e vale ${activationDays} giorni; se Gliene mandiamo un altro, questo non vale più.`,
		now: 'Se non aspettava questo messaggio non deve fare nulla: senza quel collegamento nessuno può usare le Sue credenziali. Se il collegamento è scaduto ne chieda uno nuovo a chi Le ha dato le credenziali.',
	},
	'activation-reminder': {
		subject: 'Le Sue credenziali aspettano ancora una password',
		happened: (username: string) =>
			`Le ricordiamo che per le Sue credenziali (nome utente «${username}») la password non è ancora stata scelta, e che il collegamento per sceglierla sta per scadere.`,
		why: `Secondo il regolamento un collegamento di attivazione vale ${activationDays} giorni e si usa una volta sola. È lo stesso che Le abbiamo già mandato.`,
		now: 'Se ora non Le serve l’assistenza non deve fare nulla: in seguito potrà chiedere un nuovo collegamento a chi Le ha dato le credenziali.',
	},
	recovery: {
		subject: 'Per scegliere una nuova password',
		happened: (username: string) =>
			`qualcuno, forse Lei, ha chiesto di scegliere una nuova password per le Sue credenziali (nome utente «${username}»). Con il collegamento qui sotto può farlo.`,
		why: `Per sicurezza il collegamento si usa una volta sola e vale ${recoveryMinutes} minuti; se se ne chiede un altro, questo non vale più. Lo mandiamo soltanto all’indirizzo registrato.`,
		now: 'Se non è stato Lei a chiederlo non deve fare nulla: la password resta quella di prima.',
	},
	'password-changed': {
		subject: 'La Sua password è stata cambiata',
		happened: (username: string) =>
			`la password delle Sue credenziali (nome utente «${username}») è stata cambiata. Dove era entrato con quella di prima, si dovrà entrare di nuovo.`,
		why: 'Glielo scriviamo ogni volta, perché nessuno possa farlo a Sua insaputa.',
		now: 'Se l’ha cambiata Lei non deve fare altro. Altrimenti avverta anche chi Le ha dato le credenziali.',
	},
};
