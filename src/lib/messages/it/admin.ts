export const admin = {
	title: 'Amministrazione',
	navigation: { products: 'Software', customers: 'Clienti', staff: 'Personale', calendar: 'Calendario' },
};
