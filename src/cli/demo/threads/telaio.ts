import { text } from '../text.ts';
import type { Thread } from './thread.ts';

/** Telaio: frames, sections, verifications. */
export const telaio: readonly Thread[] = [
	{
		subject: [
			'Il calcolo si ferma con «matrice singolare»',
			'Matrice singolare al lancio dell’analisi',
			'matrice singolare',
		],
		description: [
			text`
				Lanciando l’analisi dell’edificio di {street} ottengo «matrice di rigidezza singolare, nodo {hundreds}». Ho controllato i vincoli alla base e ci sono tutti. Il modello ha {few} impalcati e una scala con soletta rampante.

				{Se elimino la scala il calcolo va.|Prima di inserire la scala il calcolo andava.}`,
			'Matrice singolare nodo {hundreds}. Vincoli ok. Da quando ho messo la scala.',
		],
		files: [{ screen: 'frame', message: 'Matrice di rigidezza singolare. Nodo {hundreds}, rotazione attorno a Z.' }],
		turns: [
			{
				needs: ['reference-files'],
				text: [
					'può mandarci il modello (*File → Esporta per assistenza*)? Il nodo {hundreds} sta sulla scala, vorremmo vedere come è collegato al pianerottolo.',
					'per vedere il collegamento fra la rampa e il solaio ci serve il modello. Va bene anche solo la parte della scala.',
				],
				reply: [
					'Allego l’estratto del modello.',
					'Ecco il DXF del telaio con la scala, il modello intero è troppo grande per la mail ma ve lo mando se serve.',
				],
				files: [{ dxf: 'plan' }],
			},
		],
		solved: [
			'il nodo {hundreds} è collegato a una sola asta, che in testa è svincolata anche a torsione: nulla ne ferma la rotazione. Tolga lo svincolo alla torsione in *Asta → Estremità* e il calcolo parte.',
			text`
				la rampa è incernierata a entrambe le estremità, anche a torsione: il nodo {hundreds} può girare su se stesso, e la matrice è singolare.

				Lasci la cerniera a flessione e **ripristini la torsione** su una delle due estremità. I risultati del resto del telaio non cambiano.`,
		],
	},
	{
		subject: [
			'Le armature del pilastro non rispettano il passo minimo delle staffe',
			'Passo staffe inferiore al minimo nel disegno esecutivo',
			'Passo staffe esecutivi',
		],
		description: [
			'Nei disegni esecutivi il pilastro {dozens} ha staffe ogni 4 cm in testa, mentre in verifica il passo risulta 8. {Il capocantiere me l’ha fatto notare|Se ne è accorto il ferraiolo}, e in effetti 4 cm non si posa.',
			'Pilastro {dozens}: in verifica passo 8, nel disegno 4. Quale vale?',
		],
		turns: [{ notes: ['È il doppio conteggio della zona critica quando il pilastro ha due tratti. Già visto.'] }],
		solved: [
			'vale la verifica: 8 cm. Il disegno somma due volte la zona critica quando il pilastro è diviso in due tratti dal pianerottolo. Con *Pilastro → Unisci tratti per il disegno* il passo torna giusto; nella {fixed} non serve più.',
			'fa fede la verifica. Nel disegno la zona critica era contata per ciascuno dei due tratti. La correzione è nella {fixed}; se deve consegnare prima, unisca i tratti nelle proprietà del pilastro.',
		],
	},
	{
		lane: 'consultancy',
		subject: [
			'Come modellare una parete in muratura con architrave in acciaio',
			'Modellazione di un’apertura con cerchiatura',
			'Cerchiatura in muratura: modello',
		],
		description: [
			text`
				Apertura di {few},20 m in un muro portante di 45 cm, con cerchiatura in acciaio. Il committente vuole la dimostrazione che rigidezza e resistenza restano quelle di prima.

				Conviene fare un telaio equivalente locale o modellare tutta la parete? {Non so quanta parete comprendere.|Il dubbio è dove fermarmi.}`,
			'Cerchiatura su muro da 45: telaio equivalente locale o parete intera?',
		],
		solved: [
			text`
				per un intervento locale basta la parete fra due maschi continui, dalle fondazioni al solaio superiore. Di solito procediamo così:

				1. modello dello stato di fatto, con i maschi e le fasce
				2. copia del modello con l’apertura, senza cerchiatura
				3. la cerchiatura come telaio in parallelo, con i montanti ammorsati

				In *Confronta → Rigidezza e resistenza* il programma mette i tre in una tabella sola. Il confronto va mostrato allo stesso spostamento, altrimenti non è significativo.`,
		],
	},
	{
		lane: 'consultancy',
		subject: [
			'Fattore di comportamento per una struttura mista',
			'Quale fattore q per pilastri in c.a. e copertura in legno',
			'fattore q struttura mista',
		],
		description: [
			'Edificio a un piano, pilastri in c.a. e copertura in legno lamellare a {dozens} m di luce. Il programma mi propone q = 1,5, il collega userebbe un valore più alto. {Come si imposta e come si motiva nella relazione?|Come ragionate di solito?}',
			'Pilastri c.a. + copertura legno: che q usare e dove si motiva?',
		],
		solved: [
			'il valore proposto è quello prudente per una struttura non dissipativa. Per salire occorre che la dissipazione sia affidata ai soli pilastri, con la copertura che si mantiene elastica: se è così, in *Sisma → Comportamento → Per elementi* assegni q ai pilastri e 1,5 al resto, e spunti *Verifica della gerarchia*. La motivazione esce nella relazione al capitolo 4, che può completare a mano.',
		],
	},
	{
		subject: [
			'Relazione di calcolo: il capitolo dei materiali è vuoto',
			'Capitolo «Materiali» vuoto nella relazione',
			'Relazione: materiali vuoti',
		],
		description: [
			'Nella relazione del lavoro {job} il capitolo dei materiali ha {il titolo e basta|solo l’intestazione}. I materiali sono definiti e usati in tutte le aste. Gli altri capitoli sono completi.',
			'Capitolo materiali vuoto in relazione, tutto il resto c’è.',
		],
		files: [{ screen: 'print' }],
		solved: [
			'succede quando i materiali vengono da un archivio di studio che non è raggiungibile al momento della stampa. In *Materiali → Copia nel lavoro* li rende parte del modello, e il capitolo si riempie.',
			'i Suoi materiali sono nell’archivio sul disco {drive}:, che durante la stampa non rispondeva. Li copi nel lavoro con *Materiali → Copia nel lavoro*: la relazione non dipende più dalla rete.',
		],
	},
	{
		subject: [
			'L’analisi modale trova masse partecipanti troppo basse',
			'Massa partecipante al 71 % con 30 modi',
			'Masse partecipanti basse',
		],
		description: [
			text`
				Con 30 modi arrivo al {dozens} % in direzione Y. Ho provato con 60 e guadagno un punto solo. In direzione X invece con 12 modi sono al 93 %.

				Il fabbricato ha un corpo basso e uno alto, {collegati dal solo solaio di piano terra|senza giunto}.`,
			'Direzione Y ferma al {dozens} % anche con 60 modi.',
		],
		turns: [
			{
				asks: [
					'guardando i primi modi in Y, quanti sono modi locali della scala o della pensilina? Lo vede in *Risultati → Modi → Animazione*.',
				],
				reply: ['Quasi tutti, la pensilina balla in 9 modi su 12.', 'Ha ragione, è la pensilina.'],
			},
		],
		solved: [
			'ecco il motivo: i modi locali occupano i primi posti. Assegni alla pensilina *massa concentrata sulla trave di bordo* oppure usi il metodo di Ritz (*Analisi → Modi → Ritz*), che cerca i modi che partecipano. Con Ritz bastano di solito {dozens} modi.',
		],
		again: {
			subject: 'Con Ritz i modi cambiano a ogni calcolo',
			description:
				'Con il metodo di Ritz arrivo al 94 %, ma rilanciando il calcolo i periodi cambiano alla quarta cifra. È normale?',
			solved:
				'sì: il vettore iniziale è casuale. Se Le serve la ripetibilità fissi il seme in *Analisi → Modi → Avanzate*; le sollecitazioni cambiano di meno dello 0,1 %.',
		},
	},
	{
		subject: [
			'Importazione da IFC: i solai diventano travi',
			'IFC: solai letti come travi',
			'Solai importati come travi',
		],
		description: [
			'Il modello IFC dell’architetto, importato in Telaio, ha tutti i solai come travi di 24 × 600 cm. {Pilastri e setti sono giusti.|Il resto è corretto.}',
			'I solai dell’IFC diventano travi larghe. Il resto ok.',
		],
		tools: ['Modello IFC dell’architetto'],
		turns: [
			{
				needs: ['reference-files', 'tools-used'],
				text: [
					'ci servono una parte del modello IFC (basta un piano) e il nome del programma con cui è stato esportato.',
				],
				reply: [
					'È stato esportato da un programma BIM, versione dell’anno scorso. Vi giro il piano tipo.',
					'L’architetto mi ha mandato l’estratto del piano terra, in allegato la schermata. Il file lo carico nel ticket appena me lo converte.',
				],
				files: [{ screen: 'frame' }],
			},
			{
				evaluates: [
					'nel file i solai sono esportati come elementi estrusi senza il tipo «slab». Stiamo valutando se riconoscerli dalle proporzioni. Intanto può selezionarli e usare *Converti in → Solaio*, che accetta selezioni multiple.',
				],
			},
		],
		solved: [
			'dalla {fixed} un elemento più largo di cinque volte lo spessore viene proposto come solaio, e Lei conferma in un elenco. La conversione manuale resta disponibile.',
		],
	},
	{
		subject: [
			'Licenza a tempo scaduta il giorno prima',
			'La licenza risulta scaduta ma è rinnovata',
			'licenza risulta scaduta',
		],
		description: [
			'Ho rinnovato {la settimana scorsa|a fine mese}, la fattura è pagata, ma all’avvio Telaio dice «licenza scaduta il {shortDate}» e lavora in sola lettura.',
			'Licenza rinnovata e pagata, il programma dice scaduta.',
		],
		solved: [
			'il rinnovo è registrato; il programma lo legge alla prima connessione dopo la scadenza. In *Guida → Licenza* prema **Verifica adesso** con il computer in rete: la data si aggiorna subito.',
			'tutto in ordine da parte nostra. Se il computer è dietro un proxy la verifica automatica non passa: prema *Guida → Licenza → Verifica adesso*, oppure importi il file di licenza che trova nella Sua area.',
		],
	},
	{
		subject: [
			'Calcolo lentissimo da quando il lavoro è sul server',
			'Telaio impiega un’ora invece di cinque minuti',
			'calcolo lentissimo',
		],
		description: [
			text`
				Il modello di {street} ha {hundreds} nodi. Fino a {ieri|venerdì} il calcolo durava cinque minuti, ora più di un’ora. {Il computer non ha altro in esecuzione.|Ho riavviato, stessa cosa.}

				L’unica novità: il lavoro adesso è sul server (*{drive}:*), prima era sul disco locale.`,
			'Calcolo: da 5 minuti a 1 ora. Unica novità, il lavoro è su {drive}:.',
		],
		turns: [
			{
				asks: [
					'la novità che indica è un ottimo indizio. Può copiare il lavoro sul disco locale e rilanciare, solo per vedere il tempo?',
				],
				reply: ['In locale 5 minuti e 10.', 'Fatto: 5 minuti come prima.'],
			},
			{
				asks: [
					text`
						bene, allora il modello non c’entra. Per capire se è la rete o l’antivirus del server, lanci dal menu Start il *Prompt dei comandi* e incolli:

						\`\`\`
						winsat disk -drive {drive}
						\`\`\`

						Se dà errore non importa, ce lo scriva lo stesso.`,
				],
				reply: ['Dice che l’unità non è valida. È un disco di rete.', 'Errore: «unità non supportata».'],
			},
			{
				asks: [
					'è normale per un disco di rete. Ultima prova: in *Preferenze → Cartelle → File temporanei* che cosa c’è scritto?',
				],
				reply: ['{drive}:\\Lavori\\{job}\\tmp', 'La cartella del lavoro, sul server: {drive}:\\Lavori\\{job}.'],
			},
		],
		solved: [
			text`
				trovato: anche i file temporanei vanno sul server, e durante il calcolo sono decine di migliaia di scritture.

				1. *Preferenze → Cartelle → File temporanei*: scelga \`C:\\Telaio\\tmp\`
				2. lasci pure il lavoro su {drive}:

				I tempi dovrebbero tornare quelli di prima; il lavoro resta al sicuro sul server.`,
		],
	},
];
