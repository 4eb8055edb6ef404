export const auth = {
	signIn: {
		title: 'Accesso',
		lead: 'Entri con le credenziali che Le abbiamo dato.',
		name: 'Nome utente o e-mail',
		password: 'Password',
		submit: 'Entra',
	},
};
