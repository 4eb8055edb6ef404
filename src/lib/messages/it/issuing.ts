import { activationDays } from '#lib/domain/limits.ts';

const people = (count: number, written: string) => (count === 1 ? 'una persona' : `${written} persone`);
const mails = (count: number, written: string) => (count === 1 ? 'un’e-mail' : `${written} e-mail`);

/** Credentials for several people at once: whom, the confirmation, and what has come of it. */
export const issuing = {
	link: 'Credenziali da emettere',
	title: 'Chi non ha credenziali',
	lead: 'Le persone dei clienti che non possono ancora entrare: non hanno mai ricevuto un collegamento per scegliere la password, oppure il loro è scaduto.',
	ofCustomer: (name: string) => `Solo le persone di ${name}.`,
	ofImport: 'Solo le persone aggiunte da un’importazione.',
	everybody: 'Mostra tutte',
	customer: 'Cliente',
	anyCustomer: (name: string) => `Solo ${name}`,
	columns: { choose: 'Scegli', person: 'Persona', customer: 'Cliente', before: 'Collegamento' },
	never: 'mai inviato',
	ended: 'scaduto',
	choose: (name: string) => `Scegli ${name}`,
	toChosen: 'Emetti a chi è spuntato',
	toAll: (count: number, written: string, isMore: boolean) =>
		isMore
			? `Emetti alle prime ${written}`
			: count === 1
				? 'Emetti all’unica che non ne ha'
				: `Emetti a tutte (${written})`,
	next: 'Le persone seguenti',
	first: 'Torna alle prime',
	none: {
		title: 'Tutti hanno le loro credenziali',
		text: 'Chi può entrare è attivo, oppure ha un collegamento ancora valido per scegliere la password.',
	},
	confirm: {
		title: 'Emettere le credenziali?',
		mails: (count: number, written: string) =>
			`${count === 1 ? 'Parte' : 'Partono'} ${mails(count, written)}, in tutto: una per persona, con il collegamento per scegliere la password.`,
		link: `Il collegamento vale ${activationDays} giorni e si usa una volta sola. Chi nel frattempo è stato attivato o disattivato, o ne ha già uno valido, non riceve nulla.`,
		whom: 'A chi',
		others: (count: number, written: string) => (count === 1 ? 'e un’altra persona' : `e altre ${written} persone`),
		more: (written: string) =>
			`Sono più di ${written}, il massimo in una volta: queste sono le prime, le altre restano nell’elenco.`,
		submit: (count: number, written: string) => `Invia ${mails(count, written)}`,
		cancel: 'Torna all’elenco',
		nobody: {
			title: 'Non è stata scelta nessuna persona',
			text: 'Torni all’elenco e spunti le persone a cui emettere le credenziali.',
		},
	},
	progress: {
		running: 'Emissione in corso',
		runningLead:
			'Può lasciare questa pagina e tornarci quando vuole: il lavoro va avanti da solo, e se il server si ferma riprende da dov’era.',
		finished: 'Emissione conclusa',
		finishedLead:
			'I messaggi sono pronti e partono uno dopo l’altro. Per ogni persona c’è una voce nel registro degli accessi.',
		by: (name: string) => `Chiesta da ${name},`,
		done: (done: string, all: string) => `${done} persone su ${all}`,
		refresh: 'Aggiorna la pagina',
		counts: {
			issued: 'credenziali emesse',
			hasLink: 'già con un collegamento valido',
			active: 'già attive',
			disabled: 'disattivate',
		},
		toMail: 'Vai alla posta inviata',
		toList: 'Chi non ha ancora credenziali',
	},
	recent: 'Ultime emissioni',
	counted: people,
	states: { running: 'in corso', finished: 'conclusa' },
};
