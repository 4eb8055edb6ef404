import { text } from '../text.ts';
import type { Thread } from './thread.ts';

/** Vedetta: safety plans of building sites. */
export const vedetta: readonly Thread[] = [
	{
		subject: [
			'Il cronoprogramma non segue le fasi spostate',
			'Gantt non aggiornato dopo lo spostamento delle fasi',
			'Gantt fermo alle date vecchie',
		],
		description: [
			text`
				Nel PSC del cantiere di {street} ho spostato l’inizio dei lavori al {date}. Le fasi si sono spostate, ma nel diagramma stampato {restano le date vecchie|le barre sono dove erano prima}, e quindi anche le interferenze sono calcolate sulle date sbagliate.`,
			'Spostato l’inizio al {date}: le fasi cambiano, il Gantt in stampa no.',
		],
		files: [{ screen: 'bars' }],
		solved: [
			'il diagramma in stampa è una copia congelata, perché spesso va firmata. In *Cronoprogramma → Congelato il…* prema **Aggiorna**; se era già firmato il programma Le chiede se creare la revisione successiva.',
			'il diagramma si congela alla prima stampa, così non cambia sotto una firma. Con *Cronoprogramma → Aggiorna* riprende le date nuove e le interferenze si ricalcolano.',
		],
	},
	{
		subject: [
			'Costi della sicurezza: la somma non coincide con il computo',
			'Costi sicurezza diversi fra PSC e computo',
			'costi sicurezza che non tornano',
		],
		description: [
			'Nel PSC i costi della sicurezza sono {amount} euro; nel computo esportato ce ne sono {hundreds},{dozens} in meno. Il RUP vuole {lo stesso importo|che coincidano al centesimo}.',
			'Costi sicurezza: {amount} nel PSC, nel computo {hundreds},{dozens} in meno.',
		],
		files: [
			{
				name: 'costi-sicurezza.csv',
				csv: 'voce;descrizione;quantita;prezzo;importo\nS.01.002;Recinzione in pannelli;{dozens},00;11,32;{hundreds},54\nS.02.010;Parapetto provvisorio;{dozens},50;9,80;{hundreds},20\nS.03.001;Riunione di coordinamento;4,00;50,00;200,00',
			},
		],
		turns: [
			{
				asks: ['dal file mancano le riunioni di coordinamento successive alla quarta. Nel PSC quante ne ha previste?'],
				reply: ['Otto.', 'Otto, una al mese.'],
			},
		],
		solved: [
			'ecco la differenza: le riunioni oltre la quarta sono in una fase senza date, e l’esportazione prende solo le fasi datate. Dia una data alla fase *Finiture* e riesporti: i due importi coincidono.',
		],
	},
	{
		lane: 'consultancy',
		subject: [
			'Due imprese nello stesso cantiere con un solo POS',
			'Subappalto: serve un POS separato per il ponteggio?',
			'POS ponteggio in subappalto',
		],
		description: [
			'L’impresa affidataria fa montare il ponteggio a un’altra ditta, che lavora {due giorni|una settimana} in tutto. Come imposto il lavoro in Vedetta: due POS, o uno solo con la ditta come lavoratore autonomo?',
			'Ponteggio montato da una seconda ditta: due POS o uno?',
		],
		solved: [
			text`
				se la ditta ha dipendenti è un’impresa esecutrice, e il POS è il suo, anche per due giorni; per il ponteggio aggiunge il PiMUS.

				In Vedetta:
				1. *Imprese → Aggiungi esecutrice* con l’affidataria sopra di lei
				2. *POS → Nuovo da fase* per la sola fase «Montaggio ponteggio»
				3. nella verifica di congruenza compaiono entrambi

				Il lavoratore autonomo non ha POS, ma dev’essere davvero solo.`,
		],
	},
	{
		subject: [
			'La notifica preliminare perde i nomi delle imprese',
			'Imprese mancanti nella notifica preliminare',
			'notifica senza imprese',
		],
		description: [
			'Genero la notifica preliminare e il riquadro delle imprese è vuoto, pur avendone inserite {few}. {Ieri uscivano.|In anteprima ci sono, nel PDF no.}',
			'Notifica preliminare: imprese vuote. Ne ho inserite {few}.',
		],
		files: [{ screen: 'print' }],
		turns: [
			{
				needs: ['reference-files', 'product-version'],
				text: [
					'ci mandi il PDF della notifica e ci dica la versione del programma, che trova in *Aiuto → Informazioni*.',
					'può allegare la notifica così come esce? Ci serve anche il numero di versione.',
				],
				reply: ['Pdf allegato, versione {version}.', 'È la {version}. Allego la notifica.'],
				files: [
					{
						pdf: 'NOTIFICA PRELIMINARE\nCantiere: {street}, {town}\nCommittente: ...\nImprese selezionate:\n\nImporto presunto: {amount} euro',
					},
				],
			},
		],
		solved: [
			'le imprese ci sono, ma senza la data di ingresso in cantiere: la notifica elenca solo quelle già designate. Compili la data (anche presunta) in *Imprese → Ingresso* e il riquadro si riempie.',
		],
		again: {
			subject: 'Notifica: ora le imprese escono due volte',
			description: 'Dopo aver messo le date le imprese compaiono, ma due di loro sono ripetute.',
			solved:
				'sono presenti sia come affidatarie sia come esecutrici, quindi escono con i due ruoli. Se fanno entrambe le cose è corretto; altrimenti tolga il ruolo in più nella scheda dell’impresa.',
		},
	},
	{
		subject: [
			'Sul tablet in cantiere il verbale non si sincronizza',
			'Verbale di sopralluogo fermo sul tablet',
			'verbale non si sincronizza',
		],
		description: [
			text`
				Il verbale fatto ieri sul tablet nel cantiere di {town} non arriva in ufficio. Sul tablet è segnato «da inviare». In cantiere {non c’è campo|c’è poco campo}, ma ora sono in ufficio con il wifi.`,
			'Verbale di ieri fermo su «da inviare», wifi ok.',
		],
		tools: ['Tablet Android', 'Tablet'],
		turns: [
			{
				asks: [
					'grazie. Tenga il verbale aperto e prema il simbolo in alto a destra: che messaggio compare? **Non** disinstalli l’app, altrimenti il verbale va perso.',
				],
				reply: [
					'«Spazio insufficiente per le fotografie».',
					'Dice che manca spazio per le foto. Ne ho fatte una cinquantina.',
				],
			},
		],
		solved: [
			'il verbale è salvo. L’app prepara una copia ridotta delle foto prima di inviarle e sul tablet non c’è posto: liberi circa 500 MB (bastano i video) e prema di nuovo **Invia**. Appena arriva in ufficio lo spazio si libera da solo.',
			'serve un po’ di spazio per preparare le foto. Sposti qualche video fuori dal tablet, poi *Invia*: parte da dove si era fermato.',
		],
	},
	{
		subject: [
			'Valutazione del rumore: manca la macchina «escavatore 1,8 t»',
			'Miniescavatore non presente nell’archivio macchine',
			'manca miniescavatore in archivio',
		],
		description: [
			'Nell’archivio delle macchine non trovo {un miniescavatore da 1,8 t|il miniescavatore da 18 quintali}. Posso aggiungerlo io con i dati del libretto della macchina?',
			'Come aggiungo una macchina che non c’è in archivio (miniescavatore 1,8 t)?',
		],
		solved: [
			'sì: *Archivi → Macchine → Nuova*, con la potenza sonora garantita che legge sulla targhetta (LwA). La macchina resta nel Suo archivio e gli aggiornamenti non la toccano. La prossima versione ne avrà comunque una {few} di taglia piccola.',
			'certo. Le basta il valore LwA della targhetta: *Archivi → Macchine → Nuova*. Se ci manda il nome del modello lo aggiungiamo anche al nostro archivio.',
		],
	},
	{
		subject: [
			'Dopo l’aggiornamento il modello del fascicolo è tornato quello base',
			'Modello del fascicolo dell’opera sovrascritto',
			'modello fascicolo sovrascritto',
		],
		description: [
			'Con la {version} il modello del fascicolo che avevo personalizzato (logo, intestazioni, due capitoli) è tornato {quello di fabbrica|quello originale}. Nei lavori vecchi la stampa è ancora giusta.',
			'Aggiornamento {version}: perso il mio modello del fascicolo.',
		],
		turns: [
			{
				evaluates: [
					'abbiamo ripetuto l’aggiornamento e il modello viene davvero sostituito, se ha lo stesso nome di quello fornito. Stiamo valutando come rimediare senza che Lei debba rifarlo; intanto lo può riprendere da un lavoro vecchio con *Modelli → Estrai dal lavoro*.',
				],
			},
		],
		solved: [
			'la {fixed} non tocca più i modelli modificati, e alla prima apertura propone di ripristinare quello salvato prima dell’aggiornamento. Ci scusiamo per il lavoro in più.',
		],
	},
	{
		subject: [
			'Segnaletica di cantiere: i pittogrammi escono in bianco e nero',
			'Cartelli stampati senza colore',
			'cartelli in bianco e nero',
		],
		description: [
			'I cartelli della segnaletica escono in bianco e nero {anche se la stampante è a colori|sulla stampante nuova}. Il resto delle stampe è a colori.',
			'Cartelli in b/n su stampante a colori.',
		],
		solved: [
			'la stampa dei cartelli ha un’impostazione a parte (*Segnaletica → Stampa → Colore*), che parte da «scala di grigi» per risparmiare inchiostro sulle bozze. La cambi lì e prema *Usa sempre*.',
		],
	},
];
