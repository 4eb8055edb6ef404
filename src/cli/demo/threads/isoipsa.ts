import { text } from '../text.ts';
import type { Thread } from './thread.ts';

/** Isoipsa: points, traverses, contour lines. */
export const isoipsa: readonly Thread[] = [
	{
		subject: [
			'Le curve di livello escono dal perimetro del rilievo',
			'Curve di livello oltre il bordo dell’area rilevata',
			'curve di livello fuori dal perimetro',
		],
		description: [
			text`
				{Nel rilievo di {street}, {town},|Ho un rilievo in {street} ({town}):} ho circa {hundreds} punti e un perimetro chiuso. Quando genero le curve con equidistanza 0,50 m, a nord il programma le disegna anche fuori dal perimetro, dove non ho battuto nulla.

				Ho controllato che il perimetro sia su un suo strato e che sia davvero chiuso. {Allego una schermata.|In allegato l’immagine della zona.}`,
			'Le curve escono dal perimetro sul lato nord, dove non ci sono punti. Perimetro chiuso, controllato. Vedi immagine.',
		],
		tools: ['Stazione totale robotica', 'Ricevitore GNSS e stazione totale', 'Stazione totale'],
		files: [{ screen: 'map' }],
		solved: [
			text`
				il perimetro limita le curve solo se è dichiarato come *contorno del modello*: altrimenti per il programma è una linea come le altre.

				1. selezioni il perimetro
				2. *Modello → Dichiara contorno*
				3. *Modello → Ricalcola*

				Nell’immagine si vede che la triangolazione unisce due punti lontani sul lato nord: con il contorno quei triangoli vengono esclusi.`,
			'dall’immagine il perimetro risulta come polilinea semplice. Lo selezioni e usi *Modello → Dichiara contorno*, poi ricalcoli: i triangoli esterni spariscono, e con loro le curve. Se il lato nord è concavo conviene anche ridurre la *lunghezza massima dei lati* a {dozens} m.',
		],
		again: {
			subject: 'Curve di livello: il contorno va bene, ma restano due triangoli',
			description:
				'Con il contorno le curve si fermano dove devono. Restano però due triangoli lunghi nell’angolo a est, che non riesco a selezionare.',
			solved:
				'quei due triangoli nascono dal punto d’angolo, che è doppio: uno sta sul contorno e uno a 3 mm. Con *Verifica → Punti coincidenti → Unisci* ne resta uno e i triangoli scompaiono al ricalcolo.',
		},
	},
	{
		subject: [
			'Stazione libera: residui altissimi su un punto solo',
			'Residui anomali nella stazione libera',
			'Residui stazione libera',
		],
		description: [
			text`
				Faccio una stazione libera su quattro punti noti a {town}. Tre danno residui sotto il centimetro, il quarto ({hundreds}) dà {few}{few} cm in est. Se lo escludo la soluzione è buona, ma allora resto con tre punti soltanto.

				Il punto è un vertice che ho usato {molte volte|anche il mese scorso} senza problemi. {È possibile che il programma legga male le coordinate?|Può dipendere dall’importazione?}`,
			'Stazione libera su 4 punti, uno ha residui enormi. Coordinate ricontrollate, sono giuste. Da cosa può dipendere?',
		],
		tools: ['Stazione totale, prisma a 360°', 'Stazione totale robotica'],
		turns: [
			{
				needs: ['reference-files'],
				text: [
					'per capire se l’errore è nelle coordinate o nella lettura ci servono il libretto della stazione e l’elenco dei quattro punti noti (*Esporta → Libretto*).',
					'ci può mandare il libretto di campagna e le coordinate dei punti noti? Dal solo residuo non si distingue un errore di battuta da uno di coordinate.',
				],
				reply: ['Ecco libretto e coordinate.', 'Allego quanto richiesto. Il punto incriminato è il terzo dell’elenco.'],
				files: [
					{
						name: 'punti-noti.csv',
						csv: 'punto;est;nord;quota\nV1;1684{hundreds},418;4847{hundreds},226;118,402\nV2;1684{hundreds},953;4847{hundreds},870;118,911\nV3;1684{hundreds},027;4847{hundreds},514;119,347\nV4;1684{hundreds},766;4847{hundreds},659;118,655',
					},
				],
			},
		],
		solved: [
			'nel libretto il terzo punto è battuto con la costante del prisma a 360° (+23 mm), gli altri con quella del prisma standard. La differenza, vista la geometria, si scarica quasi tutta in est. Corregga la costante di quella lettura in *Libretto → Prisma*: i residui scendono a {few} mm.',
			text`
				le coordinate sono giuste: è la lettura. Il terzo punto risulta battuto con un altro prisma (costante 23 mm invece di 0).

				Basta correggere la costante su quella riga del libretto e ricalcolare; qui i quattro residui stanno tutti sotto i {few} mm.`,
		],
	},
	{
		subject: [
			'Importazione del libretto: mancano le ultime battute',
			'Il libretto importato si ferma a metà',
			'libretto importato incompleto',
		],
		description: [
			text`
				Importando il file della giornata del {date} mi entrano {dozens} battute su oltre {hundreds}. Nessun messaggio d’errore, semplicemente si ferma. Il file aperto con un editor è completo.

				{Sono in scadenza con il committente, quindi intanto le ho inserite a mano.|Per ora ho spezzato il file in due e così funziona, ma vorrei capire.}`,
			'Il file del {date} ha più di {hundreds} battute, ne importa {dozens} e non dice niente. Allego registro.',
		],
		tools: ['Stazione totale', 'Controller da campo'],
		files: [
			{
				log: '10:02:11 INFO  Isoipsa {version}\n10:02:12 INFO  Libretto: {job}.raw, codifica UTF-8\n10:02:12 INFO  Lettura riga 1 … {dozens}\n10:02:12 WARN  Riga {dozens}: carattere di fine testo (0x1A), lettura terminata\n10:02:12 INFO  Battute importate: {dozens}',
			},
		],
		solved: [
			text`
				il registro dice che cosa è successo: alla riga {dozens} c’è un carattere di fine testo (\`0x1A\`), che alcuni controller scrivono quando si riapre un lavoro. Il programma si ferma lì.

				Dalla {fixed} il carattere viene ignorato. Con la {version} può usare *Importa → Opzioni → Ignora fine testo*, che fa la stessa cosa.`,
			'colpa di un carattere `0x1A` a metà del file, lasciato dal controller alla riapertura del lavoro. Spunti *Ignora fine testo* nelle opzioni di importazione e rilegga il file: entrano tutte. Nella {fixed} l’opzione è già attiva.',
		],
	},
	{
		lane: 'consultancy',
		subject: [
			'Sezioni trasversali di una strada: ogni quanto conviene prenderle?',
			'Consiglio sul passo delle sezioni stradali',
			'Passo delle sezioni',
		],
		description: [
			text`
				Devo rilevare circa 1,2 km di {street} per il computo dei movimenti di terra. Il capitolato non dice ogni quanti metri prendere le sezioni. Di solito uso 20 m, ma qui ci sono tre tornanti stretti.

				Come imposto il lavoro perché il volume {sia difendibile|non venga contestato}?`,
			'1,2 km di strada con tornanti, sezioni ogni 20 m bastano per i volumi o serve infittire?',
		],
		solved: [
			text`
				per il volume conta che fra due sezioni il terreno vari in modo quasi lineare. Sul rettilineo 20 m vanno bene; nei tornanti consigliamo:

				- sezioni ogni 5 m, perpendicolari all’asse
				- una sezione in ogni punto di tangenza
				- il metodo del baricentro (*Volumi → Curva → Baricentro*), perché le sezioni medie in curva sovrastimano l’esterno

				Il programma Le mostra la differenza fra i due metodi nel riepilogo: se è sotto il 2 % può usare quello richiesto dal capitolato senza timori.`,
		],
	},
	{
		subject: [
			'Quote ellissoidiche e quote ortometriche mescolate',
			'Salto di circa 45 m nelle quote',
			'Quote sbagliate di 45 metri',
		],
		description: [
			text`
				Unendo il rilievo GNSS con quello della stazione totale ho un salto di circa 45 m in quota. Credo sia la differenza fra quota ellissoidica e ortometrica, ma non trovo dove dirlo al programma.

				Il lavoro è {job}, il modello di geoide {l’ho caricato|dovrebbe essere caricato} in *Preferenze → Geoide*.`,
			'Le quote GNSS sono 45 m più alte delle altre, penso sia il geoide. Dove si imposta?',
		],
		tools: ['Ricevitore GNSS e stazione totale', 'Ricevitore GNSS in RTK'],
		turns: [
			{
				asks: [
					'ha ragione, è l’ondulazione del geoide. Apra *Lavoro → Proprietà → Quote* e mi dica che cosa c’è scritto accanto a «Quote in ingresso».',
					'sì, è quello. Può guardare in *Lavoro → Proprietà → Quote* se le quote in ingresso risultano ellissoidiche o ortometriche? Resto sul ticket.',
				],
				reply: ['C’è scritto «ortometriche».', 'Dice ortometriche, infatti. Lo cambio?'],
			},
		],
		solved: [
			'ecco: il programma crede che siano già ortometriche e non le corregge. Scelga *ellissoidiche* **solo per le sessioni GNSS** (tasto destro sulla sessione → Proprietà), non per tutto il lavoro, altrimenti sposta anche quelle della stazione totale.',
			text`
				sì, ma non per l’intero lavoro: solo per le sessioni GNSS.

				1. selezioni le sessioni GNSS nell’albero
				2. tasto destro → *Proprietà → Quote in ingresso: ellissoidiche*
				3. *Lavoro → Ricalcola*

				Se il salto che resta è sotto i {few} cm è quello normale del modello di geoide.`,
		],
		again: {
			subject: 'Quote GNSS: resta uno scarto di 4 cm',
			description:
				'Dopo la correzione delle sessioni lo scarto è sceso a 4 cm costanti. È normale o ho ancora qualcosa da impostare?',
			solved:
				'uno scarto costante di qualche centimetro è l’incertezza del modello di geoide nella Sua zona. Si toglie appoggiandosi a un caposaldo: *Calcolo → Traslazione in quota*, con un solo punto noto.',
		},
	},
	{
		subject: [
			'Esportazione DXF: i testi dei punti diventano punti interrogativi',
			'Caratteri accentati persi nel DXF',
			'Testi illeggibili nel DXF',
		],
		description: [
			text`
				Nel DXF che esporto i codici dei punti con le accentate («città», «metà muro») arrivano al CAD come \`citt?\` e \`met? muro\`. Con la versione precedente {non succedeva|mi pare andasse}.`,
			'Accentate perse nel DXF esportato, nel CAD vedo `?`. Prima non succedeva.',
		],
		tools: ['CAD', 'CAD 2024'],
		files: [{ dxf: 'points' }],
		solved: [
			'dalla {version} il DXF si esporta in UTF-8, come vogliono i CAD recenti; quelli fino al 2006 leggono ancora la codifica di Windows. In *Esporta → DXF → Formato* scelga **R12 (Windows-1252)** e le accentate tornano.',
			'il file è giusto, ma il Suo CAD lo legge con la codifica vecchia. Due strade: esportare in formato *R12 (Windows-1252)*, oppure nel CAD impostare la codifica UTF-8 all’apertura. La prima {funziona sempre|è la più semplice}.',
		],
	},
	{
		subject: [
			'La poligonale non si chiude dopo aver eliminato una stazione',
			'Eliminata una stazione, la poligonale risulta aperta',
			'poligonale aperta dopo eliminazione stazione',
		],
		description: [
			text`
				Ho eliminato la stazione {hundreds}, che era un doppione, e ora la poligonale di {street} risulta aperta: «manca la lettura indietro dalla stazione successiva». Ma la lettura c’è, la vedo nel libretto.

				Annullando l’eliminazione torna tutto a posto.`,
			'Tolgo la stazione {hundreds} (doppione) e la poligonale si apre. La lettura indietro nel libretto c’è.',
		],
		tools: ['Stazione totale'],
		files: [{ screen: 'map', message: 'Poligonale aperta: manca la lettura indietro dalla stazione {hundreds}.' }],
		turns: [
			{
				notes: [
					'Riprodotto con un lavoro nostro: il riferimento va per indice e non per nome. Segnalato allo sviluppo.',
					'Confermato. Succede solo se la stazione tolta non è l’ultima.',
				],
			},
			{
				evaluates: [
					'abbiamo riprodotto il comportamento: eliminando una stazione intermedia il programma perde il legame con la lettura successiva. Stiamo valutando la correzione; nel frattempo può *disattivare* la stazione invece di eliminarla, il calcolo la ignora.',
				],
			},
		],
		solved: [
			'la correzione è nella {fixed}, che trova in *Guida → Aggiornamenti*. Dopo l’aggiornamento può eliminare la stazione disattivata: la poligonale resta chiusa, l’abbiamo verificato con un lavoro uguale al Suo.',
			'confermiamo: era un errore nostro, corretto nella {fixed}. I lavori già salvati non vanno toccati, si sistemano alla prima apertura.',
		],
	},
	{
		subject: [
			'Volumi fra due superfici: sterro e riporto invertiti',
			'Sterro e riporto scambiati nel calcolo dei volumi',
			'Sterro/riporto al contrario',
		],
		description: [
			text`
				Confronto lo stato di fatto con il progetto della cava di {town}: so di aver scavato circa {thousands} m³, ma il programma li mette come riporto, e lo sterro risulta quasi zero.`,
			'Ho scavato e mi segna riporto. Superfici giuste, controllate.',
		],
		files: [{ screen: 'section' }],
		solved: [
			'il programma confronta sempre *dalla prima superficie alla seconda*: se la prima è il progetto e la seconda il rilievo, lo scavo compare come riporto. Le scambi in *Volumi → Confronta* con la doppia freccia.',
			'è solo questione di ordine: prima superficie = com’era, seconda = com’è. Con la doppia freccia accanto ai due nomi si invertono senza rifare niente, e anche la stampa si aggiorna.',
		],
	},
	{
		subject: [
			'Importare le monografie dei punti fiduciali',
			'Monografie dei fiduciali non importate',
			'Fiduciali: monografie',
		],
		description: [
			'Ho scaricato le monografie di sei punti fiduciali del foglio {sheet} di {town} e vorrei averle nel lavoro, con le coordinate già pronte. L’importazione le accetta ma poi nell’elenco dei punti noti {non compare nulla|restano vuote}.',
			'Importo le monografie dei PF del foglio {sheet}, non compaiono nei punti noti.',
		],
		turns: [
			{
				needs: ['product-version', 'reference-files'],
				text: [
					'ci mandi per favore una delle monografie così come l’ha scaricata, e ci dica la versione esatta del programma (*Guida → Informazioni*).',
				],
				reply: ['Versione {version}. Allego la monografia del PF 12.', 'La versione è la {version}, il file è questo.'],
				files: [
					{
						pdf: 'MONOGRAFIA DEL PUNTO FIDUCIALE\nPF 12 - Foglio {sheet} - {town}\n\nSpigolo di fabbricato, lato strada\nAttendibilità 10\nNord {thousands},{dozens}  Est {thousands},{dozens}\nQuota {hundreds},{dozens}',
					},
				],
			},
		],
		solved: [
			'la monografia è arrivata come PDF stampato: il programma la archivia, ma non può leggerne le coordinate. Serve il file dell’archivio dei punti fiduciali (`.taf`) della provincia: lo importi una volta in *Punti noti → Archivio* e poi basta scrivere foglio e numero del punto.',
		],
	},
	{
		subject: [
			'Correzioni di rete: il rover resta in «float»',
			'NTRIP collegato ma soluzione mai fissa',
			'rover sempre in float',
		],
		description: [
			text`
				Da {qualche giorno|lunedì} il rover si collega alla rete di correzioni (vedo i byte arrivare) ma la soluzione resta *float*. Fino alla settimana scorsa fissava in pochi secondi, negli stessi posti.

				Impostazioni della connessione:
				\`\`\`
				porta 2101
				punto di accesso  VRS_RTCM31
				invio NMEA GGA    ogni 10 s
				\`\`\``,
			'Rover collegato alla rete, byte in arrivo, ma sempre float. Prima fissava in 5 secondi.',
		],
		tools: ['Ricevitore GNSS con modem', 'Ricevitore GNSS, telefono come modem'],
		turns: [
			{
				asks: [
					'i byte che arrivano dicono che la connessione c’è. Mi può leggere l’*età delle correzioni* (Strumento → Stato → RTK) e il numero di satelliti usati?',
				],
				reply: ['Età 1 s, satelliti 17.', 'Età delle correzioni 1, a volte 2. Satelliti 17 su 22.'],
			},
			{
				asks: [
					'quelli sono valori buoni, quindi non è il segnale. Che cosa dice la riga «Tipo di messaggi ricevuti»? Dovrebbe elencare dei numeri a quattro cifre.',
				],
				reply: ['Dice 1005, 1007, 1033 e basta.', 'Vedo 1005 1007 1033. Prima ce n’erano di più, credo.'],
			},
			{
				asks: [
					text`
						ecco il punto. Lei scrive:

						> 1005, 1007, 1033

						Sono i messaggi che descrivono la stazione; mancano le osservazioni (1004, 1012 oppure 1074, 1084). Provi il punto di accesso **VRS_MSM5**, senza toccare il resto, e mi dica se compaiono.`,
				],
				reply: [
					'Compaiono 1074, 1084 e 1094. E ha fissato subito!',
					'Sì! 1074 e 1084, fix in 6 secondi. Ma cos’è cambiato?',
				],
			},
			{
				notes: [
					'Il gestore della rete ha tolto i messaggi vecchi dal punto di accesso VRS_RTCM31. Vale la pena di un avviso a tutti quelli che lo usano.',
				],
			},
		],
		solved: [
			'il gestore della rete ha smesso di trasmettere i messaggi di vecchio tipo su quel punto di accesso: il collegamento resta in piedi ma non porta osservazioni. Con **VRS_MSM5** è a posto; salvi il profilo con un nome nuovo, così non riprende quello vecchio.',
		],
	},
];
