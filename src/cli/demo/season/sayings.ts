import type { Turn, Wordings } from '../threads/thread.ts';
import type { Case } from './world.ts';

// What is said in any case, whatever it is about.

export const whichVersion: Turn = {
	needs: ['product-version', 'operating-system'],
	text: [
		'per riprodurre il caso ci servono la versione esatta del programma (*Guida → Informazioni*) e il sistema operativo del computer su cui succede.',
		'nel modulo manca la versione, che qui conta: ci può dire quale usa, con tutti i numeri, e su quale Windows?',
	],
	reply: [
		'{version}, {system}.',
		'Versione {version} su {system}.',
		'Windows non so di preciso, credo {system}. Il programma è {version}.',
	],
};

export const whetherElsewhere: Turn = {
	needs: ['confirmation'],
	text: [
		'prima di cercare più a fondo vorremmo escludere le impostazioni del lavoro: può ripetere la prova con un lavoro nuovo, anche quasi vuoto, e dirci se succede lo stesso?',
		'ci conferma per favore che il comportamento resta dopo aver chiuso e riaperto il programma, e con un lavoro diverso?',
	],
	reply: [
		'Provato ora, è uguale.',
		'Confermo, succede anche con un lavoro nuovo.',
		'Sì, {stesso risultato|uguale identico}. Ho provato {due volte|su un altro pc}.',
	],
};

export const aPicture: Turn = {
	needs: ['reference-files'],
	text: [
		'ci può mandare una schermata intera della finestra, con il titolo? Da lì vediamo anche quali moduli sono attivi.',
		'una schermata ci aiuterebbe a capire in quale passaggio si trova: la alleghi pure qui.',
	],
	reply: ['Eccola.', 'In allegato.', 'Ecco la schermata, {spero basti|presa adesso}.'],
	files: [{ screen: 'form' }],
};

export const moving: Wordings = [
	'il programma fa quello che deve, e la Sua domanda riguarda il modo di impostare il lavoro: la seguiamo quindi come consulenza. Il numero di arrivo resta lo stesso.',
	'dalla descrizione non risulta un malfunzionamento: Le rispondiamo volentieri come consulenza. Il ticket conserva il suo numero di arrivo.',
	'si tratta di come conviene procedere e non di un errore del programma, perciò sposto la richiesta fra le consulenze. Il numero di arrivo non cambia.',
];

export const puttingBack: Wordings = [
	'Rimetto in coda: {ho una riunione con lo sviluppo|devo uscire per una visita|ho il corso del pomeriggio}. Non ho ancora scritto al cliente.',
	'Ho letto e guardato gli allegati, ma {devo staccare per un’ora|mi chiamano in amministrazione}. Rimetto in coda, chi prende riparte da zero.',
	'Iniziato a riprodurre, niente di strano finora. Rimetto in coda perché {esco prima|ho una telefonata che non posso spostare}.',
];

export const handingOver: Wordings = [
	'Lo passo a te, ne hai seguito uno simile {la settimana scorsa|un mese fa}: {title} {surname} è {una persona precisa|di poche parole}, chiedi solo quello che serve.',
	'Questo modulo lo conosci meglio tu. Versione {version}, ho già controllato che la licenza sia a posto.',
	'Ci ho guardato dieci minuti senza trovare: secondo me è una cosa da preferenze, che hai in mente tu.',
];

export const closedByThemselves: Wordings = [
	'Risolto da solo, {bastava riavviare il computer|era il cavo|avevo aperto la copia sbagliata|era l’antivirus}. Chiudo, scusate.',
	'Lasciate stare, ho trovato{: era un’impostazione mia|. Avevo due versioni installate}. Chiudo io il ticket.',
	'{Risolto|A posto}, grazie lo stesso.',
];

export const whileEvaluating: Wordings = [
	'Grazie, attendo. Intanto {vado avanti con un altro lavoro|aggiro il problema a mano|uso la versione precedente}.',
	'Ok grazie.',
	'Va bene. Se serve, il file di {street} {posso mandarlo intero|resta a disposizione}.',
	'Grazie a Lei per la chiarezza. Aggiungo che succede anche {sul portatile|sul computer del collega|riavviando}.',
];

export const afterTheLapse =
	'Riprendo il ticket precedente: {ero in ferie|ero in cantiere tutta la settimana|mi era sfuggita la richiesta|ho avuto il computer in riparazione} e non ho risposto in tempo. ';

/** How an agent ends a message, if they do. */
export function closing(agent: string, { facts: { language }, dice }: Case): string {
	if (language === 'en') return dice.chance(0.4) ? `\n\nKind regards,\n${agent}` : '';
	const habit: Record<string, readonly string[]> = {
		'Marta Colombo': ['\n\nUn cordiale saluto,\nMarta Colombo', '\n\nUn cordiale saluto.', ''],
		'Giulia Santoro': ['\n\nResto a disposizione.', '', ''],
		'Lorenzo Ricci': ['\n\nBuon lavoro,\nLorenzo', '\n\nBuon lavoro.', ''],
		'Federica Neri': ['\n\nSe qualcosa non torna, apra pure un ticket collegato a questo.\nFederica Neri', ''],
	};
	return dice.among(habit[agent] ?? ['']);
}
