import { text } from '../text.ts';
import type { Thread } from './thread.ts';

/** Libretto: measurements, certificates of payment, price lists. */
export const libretto: readonly Thread[] = [
	{
		subject: [
			'Il ribasso non viene applicato alle voci della perizia',
			'Ribasso d’asta non applicato nella variante',
			'ribasso non applicato in perizia',
		],
		description: [
			text`
				Nella perizia di variante le {dozens} voci nuove escono a prezzo pieno, mentre il ribasso del {few},{dozens} % è applicato a tutte quelle del contratto. L’importo della perizia risulta quindi più alto di {amount} euro.`,
			'Le voci nuove della perizia escono senza ribasso. Dove si mette?',
		],
		files: [{ screen: 'table' }],
		solved: [
			'il ribasso si applica per **elenco prezzi**, e le voci nuove stanno in un elenco a sé. In *Elenchi → Proprietà* del nuovo elenco indichi la percentuale e scelga *Applica alle voci già inserite*.',
			'le voci della variante arrivano da un secondo elenco prezzi, che non ha ribasso. Lo imposti in *Elenchi → Proprietà → Ribasso*; gli oneri della sicurezza restano esclusi come prima.',
		],
	},
	{
		subject: [
			'Esportazione in Excel: gli importi diventano testo',
			'Gli importi esportati in Excel non si sommano',
			'Excel: importi come testo',
		],
		description: [
			'Esporto il computo di {street} in Excel e le colonne degli importi sono testo: la somma dà zero. Devo {selezionare e convertire tutto|ribattere le cifre} a mano ogni volta.',
			'In Excel gli importi esportati sono testo e non si sommano.',
		],
		tools: ['Foglio di calcolo'],
		solved: [
			'dipende dal separatore: Excel sul Suo computer si aspetta il punto decimale e noi scriviamo la virgola. In *Esporta → Excel → Numeri* scelga **come numeri** e non *come in stampa*: così il separatore non conta più.',
			'in fase di esportazione la casella *Mantieni formato di stampa* trasforma gli importi in testo (per conservare il simbolo dell’euro). La tolga e le celle tornano numeriche.',
		],
	},
	{
		subject: [
			'Il registro di contabilità non si chiude',
			'Errore alla chiusura del registro: «pagina non progressiva»',
			'registro non si chiude',
		],
		description: [
			text`
				Chiudendo il registro del lavoro di {town} ricevo «pagina non progressiva dopo la {dozens}». Ho già firmato quattro SAL su questo registro, non vorrei {rigenerarlo|toccare le pagine già firmate}.`,
			'«Pagina non progressiva dopo la {dozens}» alla chiusura. 4 SAL già firmati!!',
		],
		files: [{ screen: 'form', message: 'Pagina non progressiva dopo la {dozens}. Il registro non può essere chiuso.' }],
		turns: [
			{
				needs: ['reference-files', 'product-version'],
				text: [
					'i SAL firmati non si toccano, stia tranquillo. Ci mandi l’estratto del registro (*Registro → Esporta in CSV*) e la versione del programma.',
					'per trovare il salto ci serve l’estratto del registro in CSV, e il numero di versione che legge in *Guida → Informazioni*.',
				],
				reply: ['Estratto allegato, versione {version}.', '{version}. Allego il csv.'],
				files: [
					{
						name: 'registro-estratto.csv',
						csv: 'pagina;riga;data;voce;importo\n{dozens};1;{shortDate};01.A.012;2.088,54\n{dozens};2;{shortDate};01.B.004;8.853,60\n{hundreds};1;{shortDate};01.C.021;9.430,80',
					},
				],
			},
		],
		solved: [
			text`
				dopo la pagina {dozens} ce n’è una annullata che il programma non conta. Le pagine firmate non c’entrano.

				1. *Registro → Pagine → Mostra annullate*
				2. selezioni quella dopo la {dozens} e scelga *Barra con annotazione*
				3. chiuda il registro

				La pagina barrata resta, come vuole la norma, e la numerazione torna progressiva.`,
		],
		again: {
			subject: 'Registro chiuso, ma nel sommario manca il SAL 4',
			description:
				'La pagina l’ho barrata e il registro si è chiuso. Nel sommario però adesso manca il SAL n. 4, che nel registro c’è.',
			solved:
				'il sommario si aggiorna solo se il registro è aperto: lo riapra, usi *Sommario → Rigenera* e chiuda di nuovo. Non cambia nulla di quanto firmato.',
		},
	},
	{
		subject: [
			'Prezzario regionale: l’aggiornamento cancella le mie voci',
			'Dopo l’aggiornamento del prezzario mancano le voci aggiunte',
			'Voci perse con il nuovo prezzario',
		],
		description: [
			text`
				Ho aggiornato il prezzario e le {dozens} voci che avevo aggiunto in coda (i nuovi prezzi concordati) non ci sono più. {Nei lavori già fatti le vedo ancora, nell’elenco no.|Spero siano recuperabili.}`,
			'Aggiornato il prezzario, sparite le mie voci in coda.',
		],
		solved: [
			'non sono perse: l’aggiornamento crea una copia dell’elenco precedente con la data nel nome. Da *Elenchi → Confronta* può riportare in un colpo solo le voci che stanno nel vecchio e non nel nuovo.',
			'può recuperarle da *Elenchi → Copie precedenti*. Per il futuro consigliamo un elenco «NP» separato: gli aggiornamenti non lo toccano, e nel computo si usano insieme senza differenze.',
		],
	},
	{
		lane: 'consultancy',
		subject: [
			'Come gestire l’anticipazione nei SAL successivi',
			'Recupero dell’anticipazione: in quale punto del SAL',
			'recupero anticipazione',
		],
		description: [
			'Anticipazione del 20 % già pagata. {Va recuperata in proporzione a ogni SAL|Il contratto dice in proporzione ai SAL}, ma non capisco se nel certificato la devo mettere prima o dopo le ritenute. Il programma permette entrambe.',
			'Recupero anticipazione: prima o dopo le ritenute nel certificato?',
		],
		solved: [
			text`
				nel certificato conviene quest’ordine, che è anche quello del modello predefinito:

				1. importo dei lavori a tutto il SAL
				2. meno la ritenuta dello 0,50 %
				3. meno il recupero dell’anticipazione, in proporzione
				4. meno i certificati precedenti

				In *Certificato → Detrazioni* basta trascinare il recupero sotto la ritenuta. Se il capitolato dice diversamente prevale quello: l’ordine resta salvato per il lavoro.`,
		],
	},
	{
		subject: [
			'Due utenti aprono lo stesso lavoro e uno perde le misure',
			'Misure perse lavorando in due sullo stesso libretto',
			'lavoro aperto in due, misure perse',
		],
		description: [
			text`
				Ieri {la collega e io|in due} avevamo aperto lo stesso lavoro sul server. Alla chiusura sono rimaste solo le misure di uno dei due: mancano quelle del secondo piano, una trentina.

				C’è modo di recuperarle?`,
			'Aperto in due dal server, perse ~30 misure del secondo piano. Si recuperano??',
		],
		turns: [
			{
				asks: [
					'molto probabilmente sì. Nella cartella del lavoro su {drive}: c’è una sottocartella `salvataggi`: ci trova file con l’ora di ieri?',
					'sì. Guardi nella cartella `salvataggi` accanto al lavoro: ogni dieci minuti ne viene scritto uno. Vede quelli di ieri pomeriggio?',
				],
				reply: ['Ce ne sono sei, l’ultimo delle 17:50.', 'Sì, l’ultimo è delle 17:50 ed è più grande degli altri.'],
			},
		],
		solved: [
			'bene: apra quello delle 17:50, selezioni le misure del secondo piano e le copi nel lavoro attuale con *Modifica → Copia misure*. Per lavorare in due attivi *Lavoro → Condiviso*: il secondo apre in lettura e il programma lo dice.',
		],
	},
	{
		subject: [
			'Fattura elettronica allegata al SAL: importo arrotondato',
			'Arrotondamento diverso tra SAL e fattura',
			'Arrotondamento SAL/fattura',
		],
		description: [
			'Il certificato n. {few} riporta {amount} euro, l’ufficio ha emesso la fattura per un centesimo in meno e il committente la respinge. Chi arrotonda?',
			'Certificato e fattura differiscono di 0,01. Il committente la respinge.',
		],
		turns: [
			{
				evaluates: [
					'la differenza nasce dalla ritenuta, che il certificato arrotonda voce per voce e il modello della fattura sul totale. Stiamo valutando con lo sviluppo di usare lo stesso metodo. Per questa fattura può scrivere l’importo del certificato nel campo *Imponibile forzato*.',
				],
			},
		],
		solved: [
			'nella {fixed} il modello della fattura prende gli importi dal certificato senza ricalcolarli. I certificati già emessi non cambiano.',
		],
	},
	{
		subject: [
			'Stampa del libretto: le fotografie escono ruotate',
			'Foto ruotate nella stampa del libretto delle misure',
			'foto ruotate',
		],
		description: [
			'Le foto scattate {con il telefono|in cantiere} a video sono dritte, in stampa sono coricate. Le ho già ruotate e salvate, ma non cambia nulla.',
			'Foto dritte a video e coricate in stampa.',
		],
		files: [{ screen: 'print' }],
		solved: [
			'il telefono non ruota la foto, scrive solo da che parte sta l’alto; la stampa fino alla {version} non lo legge. Con *Immagini → Applica orientamento* (vale per tutto il lavoro) le foto vengono ruotate davvero.',
		],
	},
];
