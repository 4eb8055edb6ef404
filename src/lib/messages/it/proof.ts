/** Said by the server, in the form it is about. */
export const proof = {
	title: 'Ci confermi che è Lei',
	password: 'La Sua password',
	code: 'Codice dell’app, o di recupero',
	submit: 'Conferma e continua',
};
