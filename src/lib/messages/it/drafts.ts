import { draftKeptDays } from '#lib/domain/limits.ts';

/** What is said of texts and files that wait to be sent. */
export const drafts = {
	/** Beside the form: how its draft stands. `when` is such as «oggi alle 10:32». */
	state: {
		saved: (when: string) => `Bozza salvata ${when}.`,
		offline: 'Non salvata: manca la connessione. Riproviamo appena torna.',
		failed: 'Non salvata per un problema nostro. Riproviamo tra poco.',
		'signed-out':
			'Non salvata: la sessione è terminata. Il testo resta in questa scheda: entri di nuovo e lo ritroverà qui.',
		restored: 'Abbiamo rimesso qui il testo che non era ancora salvato.',
		kept: `Le bozze si conservano per ${draftKeptDays} giorni.`,
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
		cancel: 'Annulla',
	},
};
