import type { Confirmation, EnvironmentField } from '#lib/domain/checklist.ts';
import type { MissingItem } from '#lib/domain/hold.ts';

/** What support asked for, answered item by item. */
export const checklist = {
	title: 'Che cosa ci serve',
	lead: 'Risponda voce per voce: parte tutto insieme, come una sola risposta. Se qualcosa non ce l’ha, può inviare anche solo una parte.',
	label: {
		'operating-system': 'Sistema operativo',
		'product-version': 'Versione del software',
		'tools-used': 'Strumenti utilizzati',
		'reference-files': 'File di riferimento',
		confirmation: 'Ora funziona?',
		other: 'Quanto chiediamo nel messaggio',
	} satisfies Record<MissingItem, string>,
	hint: {
		version: 'Di solito si legge nel menu Aiuto, alla voce Informazioni.',
		operatingSystem: 'Per esempio: Windows 11, macOS 26.',
		tools: 'Altri programmi, stampanti, dispositivi che c’entrano con il problema.',
	} satisfies Record<EnvironmentField, string>,
	/** What the ticket says already, to be confirmed instead of written again. */
	asBefore: (value: string) => `È ancora giusto: ${value}`,
	otherHint: 'Lo trova nell’ultimo messaggio dell’assistenza.',
	confirmation: {
		works: 'Sì, ora funziona',
		fails: 'No, non ancora',
		untried: 'Non ho ancora potuto provare',
	} satisfies Record<Confirmation, string>,
	worksHint: 'Se non serve altro, dopo l’invio può anche chiudere il ticket.',
	confirmationWords: 'Che cosa succede?',
	/** One item of a reply, in Markdown. */
	inReply: (label: string, said: string) => (label.endsWith('?') ? `**${label}** ${said}` : `**${label}:** ${said}`),
	answered: 'c’è',
	progress: (answered: number, of: number) => `${answered} di ${of}`,
	stillMissing: (items: string) => `Manca ancora: ${items}. Può inviare lo stesso.`,
	complete: 'C’è tutto quello che serve: può inviare.',
	text: 'Per aggiungere qualcosa, scriva qui.',
	/** An event: what the answers changed in the ticket. */
	updated: (what: string) => `Dati del ticket aggiornati: ${what}`,
	field: {
		version: (value: string) => `versione ${value}`,
		operatingSystem: (value: string) => `sistema operativo ${value}`,
		tools: (value: string) => `strumenti ${value}`,
	} satisfies Record<EnvironmentField, (value: string) => string>,
	forStaff: {
		title: 'Che cosa avevamo chiesto',
		answered: 'risposto',
		unanswered: 'non tra le risposte',
		at: 'Il cliente ha risposto',
		inText: 'Quello che manca può essere nel testo del messaggio.',
	},
};
