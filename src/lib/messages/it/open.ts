/** Opening a ticket, and what is said once it is open. */
export const open = {
	title: 'Apri un ticket',
	followUpTitle: 'Apri un ticket collegato',
	lead: 'Ci dica che cosa succede. Più cose sappiamo subito, meno dovremo chiederne dopo.',
	follows: 'Il nuovo ticket segue questo',
	product: 'Per quale software?',
	lastTicket: (number: number) => `l’ultima volta nel ticket ${number}`,
	otherProducts: (count: number) => (count === 1 ? 'Un altro software' : `Altri ${count} software`),
	lane: 'Di che cosa ha bisogno?',
	laneHint:
		'Le richieste tecniche si servono prima delle consulenze. Se la scelta non è quella giusta l’operatore sposta il ticket e Le scrive perché: il numero di arrivo resta.',
	technical: 'Qualcosa non funziona. Per esempio: «Errore 1204 all’esportazione», «Non si installa».',
	consultancy:
		'Il software funziona, e Le serve un consiglio su come usarlo. Per esempio: «Qual è il modo giusto di impostare il sistema di riferimento?».',
	subject: 'Oggetto',
	subjectHint: 'Il problema in una riga, per esempio: «Errore 1204 all’esportazione in DXF».',
	description: 'Descrizione',
	descriptionHint:
		'Che cosa stava facendo, che cosa è successo, che cosa si aspettava. Se c’è un messaggio d’errore, lo riporti com’è.',
	environment: 'Il Suo ambiente',
	environmentHint:
		'Sono le cose che dobbiamo sempre sapere. Se ne manca una, potremmo dover aspettare una Sua risposta.',
	remembered: {
		ofProduct: (number: number) =>
			`Abbiamo riportato quanto ci ha detto nel ticket ${number}, il Suo ultimo su questo software: lo corregga se è cambiato.`,
		ofAnother: (number: number) =>
			`Sistema operativo e strumenti sono quelli del ticket ${number}, il Suo ultimo: li corregga se sono cambiati.`,
	},
	version: 'Versione del software',
	versionHint: 'Di solito è nel menu Aiuto, Informazioni.',
	operatingSystem: 'Sistema operativo',
	operatingSystemHint: 'Per esempio: Windows 11, macOS 26.',
	tools: 'Strumenti utilizzati',
	toolsHint: 'Altri programmi, stampanti, dispositivi che c’entrano con il problema.',
	files: 'File di riferimento',
	filesHint: 'Il file su cui lavora, una schermata dell’errore.',
	asks: {
		product: 'Scelga per quale software ci scrive.',
		lane: 'Scelga se è una richiesta tecnica o una consulenza.',
		subject: 'Scriva in una riga di che cosa si tratta.',
		description: 'Racconti che cosa succede: bastano poche righe.',
	},
	next: 'Che cosa succede dopo l’invio',
	nextSteps: [
		'Il ticket prende subito il suo numero di arrivo e si mette in coda.',
		'Lo serviamo in ordine di arrivo. Quanto tempo ci vorrà non possiamo dirlo prima: a ogni problema dedichiamo quello che serve.',
		'Nella pagina del ticket vede sempre a chi tocca e quanti ne ha davanti. Se ci serve qualcosa, glielo chiediamo lì.',
	],
	/** Who will read it: before it is sent, and on its page just after. */
	seenBy: {
		colleagues:
			'Lei, i colleghi che accedono allo sportello e chi Le dà assistenza. Anche i colleghi possono rispondere.',
		alone: 'Solo Lei e chi Le dà assistenza; i Suoi colleghi no.',
	},
	submit: 'Invia e prendi il numero',
	noLicence: {
		title: 'Non risultano licenze attive',
		text: 'Per aprire un ticket serve la licenza di almeno un software. Chieda al Suo referente commerciale di verificarla.',
	},
	/** On the ticket’s page, once it is open. */
	opened: {
		title: (number: number) => `Il Suo ticket è aperto: ha il numero ${number}.`,
		next: 'Che cosa succede ora',
		nextText:
			'Lo serviamo in ordine di arrivo: quando è il suo turno un operatore lo prende, e la risposta compare in questa pagina. Può tornare qui quando vuole, e aggiungere quello che serve senza perdere il posto.',
		seenBy: 'Chi lo vede',
	},
};
