import { draftKeptDays, draftLimits } from '#lib/domain/limits.ts';

/** What is said of texts and files that wait to be sent. */
export const drafts = {
	/** Beside the form: how its draft stands. `when` is such as «oggi alle 10:32». */
	state: {
		saved: (when: string) => `Bozza salvata ${when}.`,
		saving: 'Salviamo la bozza…',
		offline: 'Non salvata: manca la connessione. Riproviamo appena torna.',
		failed: 'Non salvata per un problema nostro. Riproviamo tra poco.',
		'signed-out':
			'Non salvata: la sessione è terminata. Il testo resta in questa scheda: entri di nuovo e lo ritroverà qui.',
		restored: 'Abbiamo rimesso qui il testo che non era ancora salvato.',
		kept: `Le bozze si conservano per ${draftKeptDays} giorni.`,
	},
	/** After signing in again, of a form that was sent while the session ended. */
	late: {
		title: 'La sessione era terminata: non è ancora stato inviato nulla',
		whole: 'Quanto ha scritto è qui, conservato come bozza. Lo controlli e lo invii.',
		'without-files':
			'Quanto ha scritto è qui, conservato come bozza. Non tutti i file sono arrivati: guardi l’elenco e scelga di nuovo quelli che mancano, poi invii.',
		'no-room': `Ha già ${draftLimits.toOpen + draftLimits.late} bozze e non ne possiamo conservare altre, né eliminarne una al posto Suo. Con il tasto Indietro del browser può tornare al modulo e copiare il testo; poi invii o elimini una delle bozze.`,
		'too-long':
			'Il testo è più lungo di quanto una bozza possa contenere e non è stato conservato. Con il tasto Indietro del browser può tornare al modulo e copiarlo; poi lo accorci, o lo alleghi come file.',
	},
	/** Answers and text of a reply are one text where they begin a ticket. */
	tooLong: (limit: string, over: string) =>
		`Il testo, risposte comprese, supera di ${over} i ${limit} caratteri che può avere. È tutto qui: prima di inviare lo accorci, o ne metta una parte in un file.`,
	signIn: 'Entra di nuovo',
	save: 'Salva la bozza',
	saveAnew: 'Salva come nuova bozza',
	gone: {
		title: 'Questa bozza non c’è più',
		text: 'È già stata inviata o eliminata, forse in un’altra scheda. Quanto ha scritto qui c’è ancora.',
		fresh: 'È già stata inviata o eliminata. Può cominciarne una nuova qui sotto.',
	},
	conflict: {
		title: 'Questa bozza è cambiata altrove',
		text: 'In un’altra scheda o su un altro dispositivo è stato salvato un testo diverso. Nessuno dei due è andato perso: scelga quale tenere.',
		here: 'Qui',
		there: (when: string) => `Salvato altrove, ${when}`,
		empty: 'nessun testo',
		keepHere: 'Tieni il testo di qui',
		takeThere: 'Prendi quello salvato altrove',
		noScript:
			'Il testo di qui è ancora nel modulo: se lo salva o lo invia di nuovo, sostituirà quello salvato altrove.',
	},
	waiting: {
		title: 'Bozze in attesa',
		text: `Richieste iniziate e non inviate: non hanno ancora un numero di arrivo. Si conservano per ${draftKeptDays} giorni.`,
		untitled: 'Richiesta appena iniziata',
		saved: 'salvata',
		files: (count: number) => (count === 1 ? 'un file' : `${count} file`),
		goOn: 'Continua',
		goOnWith: (subject: string) => `Continua la bozza «${subject}»`,
		discard: 'Elimina',
		discardOf: (subject: string) => `Elimina la bozza «${subject}»`,
		sure: 'Elimina davvero',
	},
	files: {
		drop: 'Li lasci qui',
		dropHint: 'Può anche trascinarli sul modulo o incollare un’immagine.',
		photo: 'Scatta una foto',
		kept: 'File allegati alla bozza',
		takeOut: (name: string) => `Togli «${name}»`,
		takeOutHint: 'Contrassegni i file da togliere: avviene quando salva o invia.',
		screenshot: (stamp: string) => `Schermata ${stamp}`,
		picture: (stamp: string) => `Foto ${stamp}`,
		/** How much of a file is sent, and how large it is. */
		sentOf: (percent: number, size: string) => `${percent} % di ${size}`,
		waits: 'in attesa',
		uploading: (name: string) => `Caricamento di «${name}».`,
		done: (name: string) => `«${name}» è caricato.`,
		repeated: (name: string) => `«${name}» c’è già, con lo stesso contenuto: resta una volta sola.`,
		removed: (name: string) => `«${name}» è stato tolto.`,
		lost: 'Si è interrotto: forse manca la connessione.',
		broken: 'Il caricamento non è riuscito.',
		keptHere: 'I file elencati nel modulo sono al sicuro: non serve sceglierli di nuovo.',
		retry: 'Riprova',
		retryOf: (name: string) => `Riprova a caricare «${name}»`,
		cancel: 'Annulla',
		cancelOf: (name: string) => `Annulla il caricamento di «${name}»`,
		waitsToSend: 'L’invio parte appena i file sono arrivati.',
	},
};
