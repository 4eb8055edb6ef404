/** Said by mail to whoever an account belongs to. */
export const secondFactorMail = {
	'set-up': {
		subject: 'Il secondo fattore è attivo',
		happened: 'd’ora in poi, per entrare con le Sue credenziali, oltre alla password serve un codice della Sua app.',
	},
	removed: {
		subject: 'Il secondo fattore non è più attivo',
		happened: 'dalla pagina del Suo accesso il secondo fattore è stato tolto: per entrare basta di nuovo la password.',
	},
	'taken-away': {
		subject: 'Il secondo fattore è stato tolto',
		happened:
			'un amministratore ha tolto il secondo fattore dalle Sue credenziali, come si fa quando un telefono va perso, e ha terminato le sessioni aperte. Per entrare basta di nuovo la password; se per il Suo ruolo il secondo fattore è obbligatorio, Le sarà chiesto di attivarlo al prossimo ingresso.',
	},
	'codes-renewed': {
		subject: 'Nuovi codici di recupero',
		happened: 'sono stati creati nuovi codici di recupero. Quelli di prima non valgono più.',
	},
	'code-used': {
		subject: 'È stato usato un codice di recupero',
		happened: 'qualcuno ha usato uno dei Suoi codici di recupero al posto di un codice dell’app.',
	},
	left: (left: number) => {
		if (left === 0) return 'Non ne restano altri: ne crei di nuovi dalla pagina del Suo accesso.';
		return left === 1 ? 'Ne resta uno.' : `Ne restano ${left}.`;
	},
	why: 'Glielo scriviamo perché l’assistenza è riservata a chi ha le credenziali, e Lei deve sapere quando cambia il modo di usarle.',
	notYou: 'Se non è stato Lei, o non se lo aspettava, lo dica subito a chi Le ha dato le credenziali.',
	page: 'La pagina del Suo accesso:',
};
