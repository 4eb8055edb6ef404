import { draftKeptDays } from '#lib/domain/limits.ts';

/** What is said of texts and files that wait to be sent. */
export const drafts = {
	/** Beside the form: how its draft stands. `when` is such as «oggi alle 10:32». */
	state: {
		saved: (when: string) => `Bozza salvata ${when}.`,
		saving: 'Salvo la bozza…',
		offline: 'Non salvata: manca la connessione. Riprovo da solo.',
		failed: 'Non salvata per un problema nostro. Riprovo da solo.',
		'signed-out':
			'Non salvata: la sessione è terminata. Il testo resta in questa scheda: entri di nuovo e lo ritroverà qui.',
		restored: 'Ho rimesso qui il testo che non era ancora salvato.',
		kept: `Le bozze si conservano per ${draftKeptDays} giorni.`,
	},
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
		untitled: 'Senza oggetto',
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
		sent: (percent: number) => `${percent} %`,
		waits: 'in attesa',
		uploading: (name: string) => `Carico «${name}».`,
		done: (name: string) => `«${name}» è caricato.`,
		removed: (name: string) => `«${name}» è stato tolto.`,
		lost: 'Si è interrotto: forse manca la connessione.',
		broken: 'Il caricamento non è riuscito.',
		retry: 'Riprova',
		retryOf: (name: string) => `Riprova a caricare «${name}»`,
		cancel: 'Annulla',
		cancelOf: (name: string) => `Annulla il caricamento di «${name}»`,
		waitsToSend: 'L’invio parte appena i file sono arrivati.',
	},
};
