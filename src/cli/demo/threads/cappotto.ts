import { text } from '../text.ts';
import type { Thread } from './thread.ts';

/** Cappotto: energy performance of buildings. */
export const cappotto: readonly Thread[] = [
	{
		subject: [
			'La trasmittanza della parete cambia riaprendo il lavoro',
			'Trasmittanza diversa dopo la riapertura',
			'trasmittanza cambia da sola',
		],
		description: [
			text`
				Parete perimetrale con 12 cm di isolante: ieri la trasmittanza era {cents} W/m²K, oggi riaprendo lo stesso lavoro è più alta. Non ho cambiato {strati|nulla}. L’attestato l’ho già fatto vedere al cliente con il primo valore.`,
			'Riapro il lavoro e la trasmittanza della parete è diversa da ieri. Stratigrafia uguale.',
		],
		files: [{ screen: 'table' }],
		turns: [
			{
				asks: [
					'può aprire la stratigrafia e dirmi se accanto al nome dell’isolante c’è un lucchetto o una freccia circolare?',
					'mi dice se l’isolante della parete viene dall’archivio di studio o da quello del programma? È il simbolo accanto al nome.',
				],
				reply: ['Una freccia circolare.', 'C’è la freccia, quindi archivio del programma immagino.'],
			},
		],
		solved: [
			'la freccia significa che il materiale segue l’archivio: con l’aggiornamento il produttore ha dichiarato una conducibilità più alta, e il Suo lavoro l’ha presa. Con il lucchetto il valore resta quello del giorno del calcolo. Per questo attestato prema il lucchetto e scelga *Versione precedente*.',
			'è un materiale collegato all’archivio, che è stato aggiornato. Bloccandolo con il lucchetto torna al valore del giorno in cui l’ha inserito. In *Preferenze → Materiali* può fare in modo che i nuovi entrino già bloccati.',
		],
	},
	{
		subject: [
			'Attestato respinto: coordinate del fabbricato mancanti',
			'Il portale regionale respinge l’attestato',
			'APE respinto dal portale',
		],
		description: [
			text`
				Il portale respinge il file dell’attestato con «coordinate geografiche assenti». Nel lavoro ci sono: {le ho prese dalla mappa|le vedo nella scheda Edificio}. L’indirizzo è {street}, {town}.`,
			'APE respinto dal portale: «coordinate geografiche assenti». Invece ci sono.',
		],
		files: [{ screen: 'form', message: 'File non conforme: coordinate geografiche assenti.' }],
		turns: [
			{
				needs: ['reference-files'],
				text: [
					'ci mandi per favore il file che ha caricato (quello `.xml` nella cartella *Consegne*): vediamo che cosa contiene.',
				],
				reply: [
					'Allego la stampa del riepilogo, l’xml il sistema non me lo lascia aprire ma è questo lavoro qui: {job}.',
					'Ecco.',
				],
				files: [
					{
						pdf: 'RIEPILOGO ATTESTATO\n{job}\n{street}, {town}\nCoordinate: 45,{thousands} - 9,{thousands}\nClasse: D',
					},
				],
			},
		],
		solved: [
			'le coordinate sono scritte con la virgola e il portale vuole il punto. Succede se le si incolla da un sito italiano: le ribatta con il punto, o prema *Prendi dalla mappa*, che le scrive nel modo giusto. Poi rigeneri il file.',
			'nel file le coordinate ci sono, ma con la virgola decimale, e il portale le considera assenti. Con *Edificio → Prendi dalla mappa* vengono riscritte. Dalla {fixed} il controllo lo segnala prima dell’invio.',
		],
		again: {
			subject: 'Portale: coordinate a posto, ora manca il codice dell’impianto',
			description:
				'Le coordinate le ha accettate. Adesso respinge per il codice catasto dell’impianto termico, che il cliente non ha.',
			solved:
				'se l’impianto non è mai stato accatastato scelga *Codice non disponibile* nella scheda Impianto e indichi il motivo: il portale lo accetta e segnala la cosa alla Regione.',
		},
	},
	{
		lane: 'consultancy',
		subject: [
			'Ponte termico del balcone: quale dettaglio usare',
			'Balcone passante in edificio anni ’70: ponte termico',
			'Ponte termico balcone passante',
		],
		description: [
			'Condominio del 197{few}, balconi passanti in c.a., cappotto da 14 cm che {non risvolta sul balcone|si ferma alla soletta}. L’abaco non ha un caso identico: prendo il più vicino o conviene il calcolo agli elementi finiti?',
			'Balcone passante, cappotto che non risvolta. Abaco o elementi finiti?',
		],
		solved: [
			text`
				l’abaco è a favore di sicurezza, ma su un balcone passante può valere il 15 % delle dispersioni della facciata: qui il calcolo agli elementi finiti vale la mezz’ora che costa.

				- *Ponti termici → Nuovo → Da dettaglio → Balcone passante*
				- spessore soletta, cappotto sopra e sotto, risvolto **0**
				- controlli la temperatura superficiale all’angolo: sotto 13 °C c’è rischio di muffa, e va detto nella relazione

				Se il condominio accetta un risvolto di 60 cm il programma Le mostra subito quanto si guadagna.`,
		],
	},
	{
		subject: [
			'Il generatore ibrido non compare fra quelli disponibili',
			'Pompa di calore ibrida non selezionabile',
			'ibrido non in elenco',
		],
		description: [
			'Devo inserire un sistema ibrido (pompa di calore {few} kW + caldaia) ma fra i generatori vedo solo i due separati. Nella versione {version} {dovrebbe esserci|l’avete annunciato}.',
			'Dove si inserisce un generatore ibrido? Vedo solo pdc e caldaia separate.',
		],
		solved: [
			'l’ibrido è una *logica* e non un generatore: inserisca pompa di calore e caldaia, le selezioni entrambe e scelga *Combina in ibrido*. Lì si indica anche la temperatura di commutazione.',
			'si crea dai due generatori: li selezioni insieme, tasto destro, *Combina in ibrido*. Se la voce è spenta, manca la temperatura di bivalenza della pompa di calore.',
		],
	},
	{
		subject: [
			'Fabbisogno estivo troppo alto dopo l’aggiornamento',
			'Raffrescamento raddoppiato con la nuova versione',
			'raffrescamento raddoppiato',
		],
		description: [
			text`
				Stesso edificio, stesse schermature: con la versione precedente il fabbisogno per raffrescamento era la metà. {Ho rifatto il calcolo due volte.|Ho confrontato le due stampe riga per riga e differiscono solo gli apporti solari.}`,
			'Dopo aver aggiornato alla {version} il raffrescamento raddoppia. Cambiano gli apporti solari.',
		],
		files: [{ screen: 'bars' }],
		turns: [
			{
				notes: [
					'Le schermature importate dal vecchio formato perdono il fattore quando il nome contiene una barra. Vedere con sviluppo.',
				],
			},
			{
				evaluates: [
					'abbiamo visto la stessa differenza su un nostro esempio: alcune schermature mobili vengono lette come assenti. Stiamo valutando da che cosa dipende. Se ha una consegna vicina, riassegni le schermature a mano: il calcolo è corretto.',
				],
			},
		],
		solved: [
			'trovato: le schermature con una barra nel nome («veneziana/ext») non venivano riconosciute. È corretto nella {fixed}; i lavori si aggiornano alla riapertura. Grazie del confronto riga per riga, ci ha fatto risparmiare molto tempo.',
		],
	},
	{
		subject: [
			'Come indicare un locale non riscaldato sotto un terrazzo',
			'Locale non riscaldato confinante con due zone',
			'locale non riscaldato',
		],
		description: [
			'Ho un locale non riscaldato che confina con due appartamenti e sta sotto un terrazzo. Se lo assegno a una zona {l’altra lo vede come esterno|l’altra me lo calcola verso l’esterno}. Dove sbaglio?',
			'Locale non riscaldato tra due zone: la seconda lo vede come esterno.',
		],
		solved: [
			'un locale non riscaldato va creato come **zona a sé** (*Zone → Nuova → Non climatizzata*) e non come ambiente di una delle due. Poi le pareti confinanti si scelgono da entrambi i lati e la temperatura è calcolata una volta sola.',
			'lo tolga dalla zona e ne faccia una zona non climatizzata: così tutte e due gli appartamenti lo vedono con la stessa temperatura.',
		],
	},
	{
		subject: [
			'Firma dell’attestato: il PDF supera il limite del portale',
			'PDF dell’attestato troppo pesante',
			'pdf APE troppo grande',
		],
		description: [
			'Il PDF dell’attestato pesa {dozens} MB, il portale ne accetta 5. Ho messo tre fotografie della facciata e {due termografie|una termografia}.',
			'Il pdf dell’APE pesa {dozens} MB, il limite è 5. Come lo riduco?',
		],
		solved: [
			'in *Stampa → Immagini* scelga **150 punti per pollice**: con le stesse foto si scende sotto i 2 MB e a stampa non si nota. È bene farlo prima della firma, perché dopo il PDF non si può più toccare.',
		],
	},
	{
		subject: [
			'Il file della diagnosi non si apre sul computer del collega',
			'Lavoro che si apre da me ma non dal collega',
			'non si apre dal collega',
		],
		description: [
			'Ho passato il lavoro {job} al collega: da lui compare «archivio climatico mancante». {Abbiamo la stessa versione.|Entrambi abbiamo la {version}.}',
			'Dal collega il lavoro {job} dà «archivio climatico mancante».',
		],
		turns: [
			{
				needs: ['confirmation', 'product-version'],
				text: [
					'il lavoro usa i dati climatici orari, che si scaricano a parte. Il collega scelga *Archivi → Clima → Scarica {town}* e riapra il lavoro. Può confermarci che funziona e dirci la sua versione?',
				],
				reply: ['Confermo, scaricato e si apre. Anche lui ha la {version}.', 'Funziona, grazie. Versione {version}.'],
			},
		],
		solved: [
			'grazie della conferma. Dalla {fixed} il programma proporrà lo scaricamento al momento dell’apertura, senza doverlo cercare.',
		],
	},
];
