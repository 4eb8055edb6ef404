import { text } from '../text.ts';
import type { Thread } from './thread.ts';

/** Stimario: valuations of real estate. */
export const stimario: readonly Thread[] = [
	{
		subject: [
			'I comparabili non vengono omogeneizzati per il piano',
			'Coefficiente di piano non applicato ai comparabili',
			'coefficiente di piano ignorato',
		],
		description: [
			text`
				Nella stima dell’appartamento di {street}, {town}, il terzo comparabile è al quarto piano senza ascensore, ma il prezzo corretto {resta quello di partenza|è uguale a quello di partenza}. Gli altri due sono corretti bene.`,
			'Il comparabile 3 (4° piano senza ascensore) non viene corretto per il piano.',
		],
		files: [{ screen: 'table' }],
		solved: [
			'nella scheda del terzo comparabile il campo «Ascensore» è *non rilevato*: con un dato mancante il programma non applica il coefficiente e lo segnala con un trattino in tabella. Lo imposti su **No** e la correzione compare.',
			'manca un dato: l’ascensore del comparabile 3 è «non rilevato», e senza quello il coefficiente resta 1. Scelga «No» e ricalcoli.',
		],
	},
	{
		subject: [
			'La relazione di stima supera le pagine previste dalla banca',
			'Modello bancario: relazione troppo lunga',
			'relazione troppo lunga per la banca',
		],
		description: [
			'La banca accetta al massimo {dozens} pagine e la mia relazione ne ha 6 in più, quasi tutte di fotografie. Posso metterle {quattro per pagina|più piccole} senza rifare tutto?',
			'La relazione ha 6 pagine di troppo, sono le foto. Si possono mettere 4 per pagina?',
		],
		files: [{ screen: 'print' }],
		solved: [
			'sì: *Relazione → Fotografie → Griglia 2 × 2*. Se ne vuole qualcuna grande, la marchi con la stella e resta a tutta pagina. L’indice si aggiorna da solo.',
			'con *Fotografie → Griglia* può scegliere 2 × 2 o 2 × 3; le didascalie restano. La scelta vale per il modello di quella banca, quindi la volta prossima non deve ripeterla.',
		],
	},
	{
		lane: 'consultancy',
		subject: [
			'Stima di un capannone: costo o capitalizzazione?',
			'Capannone artigianale sfitto: quale procedimento',
			'capannone sfitto: che metodo?',
		],
		description: [
			text`
				Capannone di {hundreds} m² a {town}, sfitto da due anni, nessuna compravendita simile in zona. {Il giudice chiede il valore di mercato.|Serve per una divisione ereditaria.}

				Userei il costo di ricostruzione deprezzato, ma temo che il valore venga troppo alto. Come lo impostereste?`,
			'Capannone sfitto, nessun comparabile. Costo deprezzato o capitalizzazione?',
		],
		solved: [
			text`
				senza comparabili conviene non affidarsi a un solo procedimento. In Stimario si possono tenere affiancati:

				- **costo deprezzato**, con l’obsolescenza economica (due anni sfitto la giustificano) nella scheda *Deprezzamento*
				- **capitalizzazione** di un canone ordinario, con lo sfitto fra i rischi del saggio

				Nel quadro finale *Riconciliazione* si assegnano i pesi e si scrive il perché. Se i due valori distano più del 15 % il programma lo evidenzia: di solito è il segno che il saggio è troppo basso.`,
		],
	},
	{
		subject: [
			'Quotazioni non aggiornate al semestre in corso',
			'Mancano le quotazioni dell’ultimo semestre',
			'quotazioni vecchie',
		],
		description: [
			'Per {town} il programma propone ancora le quotazioni del semestre scorso. Altri comuni della provincia {sono aggiornati|hanno quelle nuove}.',
			'Quotazioni di {town} ferme al semestre scorso.',
		],
		solved: [
			'per quel comune la zona è stata rinominata e l’aggiornamento automatico non la trovava. L’abbiamo corretto nell’archivio: prema *Quotazioni → Aggiorna adesso*.',
			'il dato pubblicato per quella zona era incompleto e non l’avevamo distribuito. Ora c’è: *Quotazioni → Aggiorna adesso* e vedrà il semestre in corso.',
		],
	},
	{
		subject: [
			'Superficie commerciale diversa dalla somma dei vani',
			'La superficie commerciale non torna',
			'superficie commerciale',
		],
		description: [
			'La superficie commerciale della perizia {job} è {dozens} m² più bassa della somma dei vani della tabella. Ci sono una cantina e {due balconi|un terrazzo}, ma non bastano a spiegare la differenza.',
			'{job}: superficie commerciale più bassa della somma dei vani. Perché?',
		],
		files: [{ screen: 'plan' }],
		turns: [
			{
				needs: ['reference-files'],
				text: [
					'può mandarci la tabella delle superfici (*Superfici → Esporta*)? Vorremmo vedere il criterio di ogni riga.',
					'ci serve la tabella delle superfici in CSV: probabilmente una riga ha un criterio diverso dalle altre.',
				],
				reply: ['In allegato la tabella.', 'Eccola. A me sembrano tutte uguali.'],
				files: [
					{
						name: 'superfici.csv',
						csv: 'vano;superficie;criterio;coefficiente\nsoggiorno;2{few},40;lorda;1,00\ncucina;1{few},10;lorda;1,00\ncamera 1;1{few},80;netta;1,00\ncamera 2;1{few},05;netta;1,00\nbalcone;{few},20;lorda;0,30',
					},
				],
			},
		],
		solved: [
			'le due camere sono inserite come superficie *netta* e il resto come *lorda*: mancano quindi i muri attorno alle camere. Selezioni le due righe e cambi il criterio; la somma torna.',
			'camera 1 e camera 2 hanno il criterio «netta», gli altri «lorda». Cambiando il criterio i muri rientrano nel conto.',
		],
		again: {
			subject: 'Superfici: ora il balcone viene contato per intero',
			description: 'Sistemate le camere, grazie. Cambiando il criterio però il balcone è passato a coefficiente 1.',
			solved:
				'cambiando il criterio su più righe insieme viene riproposto anche il coefficiente. Rimetta 0,30 sul balcone: con la {fixed} il coefficiente scritto a mano non verrà più toccato.',
		},
	},
	{
		subject: [
			'Perizia firmata che risulta «in bozza»',
			'La perizia firmata torna in bozza alla riapertura',
			'perizia firmata torna bozza',
		],
		description: [
			text`
				Ho firmato la perizia {job} il {date}. Ieri l’ho riaperta per stamparla e il programma la mostra come bozza, senza firma. Il file firmato che avevo mandato {al tribunale|alla banca} è regolare.`,
			'{job}: firmata il {date}, riaprendo è in bozza.',
		],
		turns: [
			{
				notes: [
					'Non è persa: la firma sta sul PDF, il lavoro si era riaperto perché modificata una quotazione collegata.',
				],
			},
			{
				asks: [
					'la perizia firmata è al sicuro: la firma sta sul PDF. Mi dice se dopo la firma ha aggiornato le quotazioni?',
				],
				reply: ['Sì, l’altro giorno, per un altro lavoro.', 'Può essere, ho premuto aggiorna per tutte.'],
			},
		],
		solved: [
			'l’aggiornamento di una quotazione collegata riporta il lavoro in bozza, perché il valore potrebbe cambiare. Con *Revisioni → Apri quella firmata* la rivede come l’ha consegnata. Per evitarlo, archivi le perizie consegnate: quelle archiviate non si aggiornano.',
		],
	},
	{
		subject: [
			'Ricerca dei comparabili lentissima',
			'La ricerca dei comparabili dura minuti',
			'ricerca comparabili lenta',
		],
		description: [
			'Da {qualche giorno|lunedì} la ricerca dei comparabili impiega {few} minuti, prima era immediata. L’archivio ne contiene circa {thousands}. Il computer è lo stesso e {l’antivirus|il resto} non è cambiato.',
			'Ricerca comparabili: {few} minuti, prima subito.',
		],
		files: [
			{
				log: '11:02:40 INFO  Stimario {version}\n11:02:41 INFO  Archivio comparabili: {thousands} schede\n11:02:41 WARN  Indice geografico mancante: ricerca sequenziale\n11:06:12 INFO  Risultati: {dozens}',
			},
		],
		turns: [
			{
				evaluates: [
					'il registro dice che manca l’indice geografico. Stiamo valutando perché sia andato perso; intanto può rifarlo con *Archivio → Manutenzione → Ricrea indici*, con il programma chiuso sugli altri computer.',
				],
			},
		],
		solved: [
			'la causa è l’interruzione dell’aggiornamento dell’archivio: l’indice veniva tolto e non ricreato. La {fixed} lo controlla a ogni avvio.',
		],
	},
	{
		subject: ['Mappa dei comparabili bianca', 'Non si vede la mappa nella scheda comparabili', 'mappa bianca'],
		description: [
			'Nella scheda dei comparabili la mappa è {tutta bianca|vuota}: i segnaposto ci sono, lo sfondo no. In ufficio abbiamo {cambiato operatore|messo un nuovo firewall} da poco.',
			'Mappa bianca, segnaposto sì. Rete nuova in ufficio.',
		],
		files: [{ screen: 'map' }],
		turns: [
			{
				needs: ['operating-system', 'confirmation'],
				text: [
					'lo sfondo arriva da un servizio esterno che la nuova rete potrebbe bloccare. Può provare con la connessione del telefono e dirci se la mappa compare? Ci dica anche il sistema operativo.',
				],
				reply: ['Con il telefono si vede. {system}.', 'Confermo: con l’hotspot funziona. {system}.'],
			},
		],
		solved: [
			'allora è la rete: chieda a chi gestisce il firewall di consentire l’indirizzo che trova in *Preferenze → Mappe → Servizio*. Se non fosse possibile, nella stessa pagina può scegliere lo sfondo locale, meno dettagliato ma senza rete.',
		],
	},
];
