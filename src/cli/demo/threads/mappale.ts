import { text } from '../text.ts';
import type { Thread } from './thread.ts';

/** Mappale: cadastral documents and floor plans. */
export const mappale: readonly Thread[] = [
	{
		subject: [
			'La planimetria importata risulta fuori scala',
			'Planimetria in scala sbagliata dopo l’importazione',
			'Scala planimetria errata',
		],
		description: [
			text`
				Importo la planimetria di {street} dal DXF e nel modello risulta {dozens} volte più piccola del vero: la cucina è larga {few} centimetri. Il disegno in CAD è in metri, {l’ho ricontrollato|come sempre}.

				Con le pratiche del mese scorso non è mai successo.`,
			'DXF in metri, ma in Mappale viene minuscola. Allego il file.',
		],
		tools: ['CAD, importazione DXF', 'CAD'],
		files: [{ dxf: 'plan' }],
		solved: [
			'nel file manca l’indicazione dell’unità (variabile `$INSUNITS`), e in quel caso il programma suppone i millimetri. In *Importa → DXF* scelga «metri» nella tendina dell’unità e spunti **Ricorda per questo studio**.',
			text`
				il Suo DXF non dichiara l’unità di misura e il programma deve indovinare.

				- subito: *Importa → DXF → Unità: metri*
				- per il futuro: nel CAD imposti l’unità del disegno su metri prima di salvare

				Le misure già scritte nel modello non cambiano, quindi ripeta l’importazione in un lavoro nuovo.`,
		],
	},
	{
		subject: [
			'Superficie catastale diversa da quella calcolata a mano',
			'Calcolo della superficie catastale che non torna',
			'Superficie catastale',
		],
		description: [
			text`
				Per il sub {few} del foglio {sheet}, particella {parcel}, il programma calcola {dozens} m², a me ne risultano 3 in più. La differenza dovrebbe essere nel balcone, che {comunica direttamente con il soggiorno|non è coperto}.

				Categoria A/3. Potete dirmi quale coefficiente viene applicato?`,
			'Superficie catastale del sub {few}: 3 m² di differenza rispetto al mio calcolo. Balcone comunicante. Che coefficiente usa?',
		],
		files: [{ screen: 'plan' }],
		turns: [
			{
				asks: [
					'mi può dire con quale tipo di poligono ha delimitato il balcone (A, B, C, D…)? Lo legge nell’elenco dei poligoni, seconda colonna.',
				],
				reply: ['È tipo C, come l’anno scorso.', 'Ho messo C. Ma comunica, quindi dovrebbe essere D?'],
			},
		],
		solved: [
			'il balcone comunicante va in tipo **D**: 30 % fino a 25 m² e 10 % oltre. Il tipo C è per gli accessori non comunicanti, al 25 % nella Sua categoria. Cambiando il tipo la superficie diventa quella che si aspettava.',
			'con un balcone comunicante il poligono dev’essere di tipo **D**. Cambi la lettera nell’elenco dei poligoni: non occorre ridisegnare nulla, il totale si aggiorna da solo.',
		],
	},
	{
		subject: [
			'Errore 118 all’invio: intestatario non valido',
			'Invio respinto per l’intestatario (errore 118)',
			'errore 118 intestatario',
		],
		description: [
			text`
				Preparo la denuncia di variazione del lavoro {job} e al controllo finale ricevo «errore 118: intestatario non valido». L’intestatario è una società, la partita IVA è giusta (l’ho verificata {due volte|anche sul sito}).`,
			'Errore 118 sull’intestatario, che è una srl. P. IVA corretta.',
		],
		files: [{ screen: 'form', message: 'Errore 118: intestatario non valido.' }],
		turns: [
			{
				needs: ['product-version'],
				text: [
					'per restringere la ricerca ci dica la versione completa del programma, che legge in *Guida → Informazioni*, e se il campo «Sede» dell’intestatario è compilato.',
				],
				reply: [
					'Versione {version}. La sede è compilata, {town}.',
					'È la {version}. In «Sede» ho scritto {town} con la provincia tra parentesi.',
				],
			},
		],
		solved: [
			'per le persone giuridiche la sede va scelta **dall’elenco** dei comuni e non scritta: se è scritta, il codice del comune resta vuoto e il controllo respinge l’intestatario. Cancelli il campo, digiti le prime lettere e selezioni {town} dalla lista.',
			'trovato: la provincia tra parentesi fa fallire il riconoscimento del comune. Lasci solo il nome, scegliendolo dall’elenco a discesa ({code}). Il controllo poi passa.',
		],
	},
	{
		lane: 'consultancy',
		subject: [
			'Frazionamento con una particella già divisa in mappa',
			'Come impostare un frazionamento su particella già frazionata',
			'frazionamento particella già divisa',
		],
		description: [
			text`
				Foglio {sheet} di {town}, particella {parcel}. In mappa risulta già divisa da un atto del 1987 mai volturato, nella visura invece è intera. Devo fare un nuovo frazionamento in tre lotti.

				Da dove mi conviene partire? {Non vorrei presentare due atti quando ne basta uno.|Temo che l’atto venga respinto.}`,
			'Particella {parcel}: in mappa divisa, in visura intera. Devo frazionarla in 3. Che tipo di atto imposto?',
		],
		solved: [
			text`
				prima si allinea, poi si fraziona: finché visura e mappa sono diverse l’atto nuovo non ha una particella di partenza.

				1. istanza di allineamento, citando l’atto del 1987
				2. quando la visura riporta le due particelle, un solo tipo di frazionamento per entrambe

				In Mappale crei il lavoro adesso e lasci *in sospeso* la particella di partenza: quando arriva l’allineamento basta *Aggiorna da visura*, senza ridisegnare.`,
		],
	},
	{
		subject: [
			'Il PDF della planimetria esce con le linee spezzate',
			'Linee tratteggiate nella stampa della planimetria',
			'Stampa planimetria con linee rotte',
		],
		description: [
			'Nel PDF della planimetria i muri {appaiono a trattini|risultano interrotti in più punti}, mentre a video sono continui. Lo stesso file stampato su carta va bene. È la planimetria di {street}, scala 1:200.',
			'Muri a trattini nel PDF, a video sono continui.',
		],
		files: [{ screen: 'print' }],
		solved: [
			'è il modo in cui alcuni lettori mostrano linee molto sottili: nel file sono continue. Per toglierci il dubbio imposti lo spessore minimo a 0,13 mm in *Stampa → Penne*; così restano continue con qualunque lettore, anche quello dell’ufficio.',
			'abbiamo aperto un file uguale con tre lettori: uno solo spezza le linee sotto 0,1 mm. Con *Stampa → Penne → Spessore minimo: 0,13 mm* il problema non c’è più.',
		],
	},
	{
		subject: [
			'Pratica bloccata su «in firma»',
			'La pratica resta «in firma» e non si può più modificare',
			'Pratica ferma in firma',
		],
		description: [
			text`
				Ieri durante la firma {è mancata la corrente|si è spento il portatile|ho chiuso per sbaglio la finestra} e adesso la pratica {job} resta «in firma»: non posso né firmarla né correggerla. Si può sbloccare senza rifarla?`,
			'{job} bloccata «in firma» da ieri. Come la sblocco?',
		],
		turns: [
			{
				asks: [
					'sì, si può, e la pratica è intera. Chiuda Mappale, apra la cartella dei lavori (*{drive}:* o quella dello studio), entri in `{job}` e mi dica se c’è un file che finisce in `.blocco`.',
					'niente paura, non va rifatta. Nella cartella del lavoro `{job}` dovrebbe esserci un file `firma.blocco`: me lo conferma?',
				],
				reply: ['Sì, c’è `firma.blocco` di ieri alle 18:42.', 'C’è, data di ieri.'],
			},
		],
		solved: [
			'perfetto. Lo sposti sul desktop (non lo elimini) e riapra il programma: la pratica torna «da firmare». Quando la firma è andata a buon fine può cancellare il file spostato.',
			'lo rinomini in `firma.vecchio` e riapra la pratica: torna modificabile. Dalla {fixed} il blocco si scioglie da solo dopo un’interruzione.',
		],
	},
	{
		subject: [
			'Elaborato planimetrico: i subalterni soppressi compaiono ancora',
			'Subalterni soppressi ancora in elenco',
			'Sub soppressi nell’elaborato',
		],
		description: [
			text`
				Nell’elenco dei subalterni dell’elaborato di {street} compaiono ancora i sub {few} e 9, soppressi con la variazione del {date}. Se li tolgo a mano ricompaiono alla riapertura.`,
			'I sub soppressi ricompaiono ogni volta che riapro il lavoro.',
		],
		turns: [
			{
				notes: [
					'Succede se la visura storica è più recente di quella attuale: il programma le unisce. Vedi segnalazione sullo stesso tema di settembre.',
				],
			},
			{
				evaluates: [
					'riusciamo a riprodurlo quando nello stesso lavoro ci sono la visura attuale e quella storica. Stiamo valutando come distinguere le due; per consegnare intanto, tolga la visura storica dal lavoro e i due subalterni non ritornano.',
				],
			},
		],
		solved: [
			'dalla {fixed} i subalterni che arrivano solo dalla visura storica sono segnati come soppressi e non entrano nell’elenco. Dopo l’aggiornamento può rimettere la visura storica nel lavoro.',
		],
	},
	{
		subject: [
			'Nuova costruzione: il programma chiede la data di fine lavori',
			'Data di fine lavori obbligatoria, ma i lavori non sono finiti',
			'Data ultimazione lavori',
		],
		description: [
			'Sto preparando l’accatastamento di un’unità in corso di costruzione (F/3) e il programma non mi lascia proseguire senza data di ultimazione. {Ma i lavori non sono finiti.|I lavori finiscono fra mesi.} Sbaglio causale?',
			'F/3, chiede per forza la data di fine lavori. Perché?',
		],
		solved: [
			'la data è obbligatoria per tutte le causali tranne quella delle unità in corso di costruzione: controlli nel primo quadro che la tipologia sia *Nuova costruzione – categorie fittizie*. Con quella il campo si spegne.',
			'il campo si spegne quando la destinazione è F/3 **su tutti** i subalterni. Nel Suo modello probabilmente ne è rimasto uno senza categoria: lo trova con *Verifica → Quadri incompleti*.',
		],
		again: {
			subject: 'F/3: ora il controllo chiede la planimetria',
			description:
				'La data non la chiede più, grazie. Adesso però il controllo formale segnala che manca la planimetria, che per una F/3 non si presenta.',
			solved:
				'il segnale è un avviso e non un errore: può proseguire. Lo abbiamo comunque riportato allo sviluppo, perché per la F/3 non dovrebbe comparire.',
		},
	},
	{
		subject: [
			'Aggiornamento {fixed}: l’installazione chiede l’amministratore',
			'Non riesco ad aggiornare Mappale senza utente amministratore',
			'Aggiornamento bloccato',
		],
		description: [
			text`
				L’aggiornamento alla {fixed} mi chiede le credenziali di amministratore, che qui ha solo {il tecnico esterno|l’ufficio informatico}. Gli aggiornamenti precedenti partivano da soli. C’è modo di evitarlo?`,
			'Per aggiornare alla {fixed} vuole l’amministratore. Prima no.',
		],
		solved: [
			'questa volta serve, una sola volta, perché cambia il servizio che dialoga con il dispositivo di firma. Dal successivo in poi tornerà a non servire. Se preferisce aspettare, la {version} resta utilizzabile e le pratiche sono compatibili.',
			'è dovuto al nuovo componente di firma, che si installa per tutti gli utenti del computer. Può chiedere al tecnico di eseguire `Mappale-{fixed}.exe /servizio`: dura un minuto e poi Lei aggiorna da solo come sempre.',
		],
	},
];
