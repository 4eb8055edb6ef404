/** What the desk's page of one ticket says besides its acts. */
export const deskTicket = {
	news: {
		title: 'Novità da quando ha aperto la pagina',
		wrote: (author: string) => `${author} ha scritto`,
		noted: (author: string) => `${author} ha aggiunto una nota interna`,
		files: (count: number) => (count === 1 ? 'con un file' : `con ${count} file`),
		whole: 'Leggi nella conversazione',
		read: 'Ho letto, continuo',
		said: 'Il ticket è cambiato: le novità sono sopra il modulo.',
	},
};
