/** Whose desk this is: below mails, on pages, and where it is set. */
export const organisation = {
	title: 'Organizzazione',
	lead: 'Il nome, i recapiti e il logo con cui le pagine e le comunicazioni si presentano a chi le legge.',
	name: 'Nome',
	nameHint: 'Come la conoscono i clienti: sta in cima a ogni pagina e in fondo a ogni comunicazione.',
	postalAddress: 'Indirizzo postale',
	postalAddressHint: (lines: number) => `Al massimo ${lines} righe, come su una busta.`,
	supportAddress: 'Indirizzo e-mail dell’assistenza',
	supportAddressHint: 'Serve a chi non ha ancora le credenziali; tutti gli altri scrivono dalla piattaforma.',
	logo: 'Logo',
	logoHint: (size: string, side: number) =>
		`PNG, JPEG o WebP, al massimo ${size} e ${side} pixel per lato. Sta in cima a ogni pagina al posto del nome, su un fondo chiaro anche nel tema scuro.`,
	logoNow: 'Il logo com’è ora',
	withoutLogo: 'Senza logo: in cima alle pagine il nome',
	meanwhile: 'Come sono adesso',
	preview: 'Mostra l’anteprima',
	save: 'Salva',
	previewed: {
		title: 'Anteprima: non è ancora salvato',
		header: 'In cima a ogni pagina, nel tema chiaro e in quello scuro',
		page: 'La pagina d’ingresso',
		foot: 'In fondo al regolamento',
		mail: 'Una comunicazione',
	},
	sample: {
		customer: 'Paola Ferri',
		subject: 'Il rilievo non si chiude',
		text: 'Provi a compensare due volte, poi chiuda il rilievo. Mi scriva come va.',
	},
	support: (address: string) =>
		`All’indirizzo ${address} scrive chi non ha ancora le credenziali; chi le ha apre le richieste qui sulla piattaforma.`,
	whose: 'A chi si rivolge',
};
