import { text } from '../text.ts';
import type { Thread } from './thread.ts';

/** Nuvolaio: point clouds from drones and laser scanners. */
export const nuvolaio: readonly Thread[] = [
	{
		subject: [
			'L’allineamento delle foto lascia fuori un terzo del volo',
			'Foto non allineate nella parte a bosco',
			'un terzo delle foto non si allinea',
		],
		description: [
			text`
				Volo del {date} sopra {town}: {hundreds} foto, sovrapposizione 75/65. Se ne allineano due terzi; quelle lasciate fuori sono quasi tutte sulla zona {a bosco|con gli alberi}.

				Ho provato la qualità «alta» e «massima», cambia poco e ci mette {few} ore.`,
			'{hundreds} foto, un terzo non allineate (zona alberata). Qualità massima non aiuta.',
		],
		tools: ['Drone con camera da 20 Mpx', 'Drone RTK'],
		files: [
			{
				log: '14:12:03 INFO  Nuvolaio {version}\n14:12:05 INFO  {hundreds} immagini, EXIF completo, posizioni GNSS: presenti\n14:31:40 WARN  Gruppo 2: 118 immagini senza punti omologhi sufficienti\n14:31:41 INFO  Allineate: 66 %',
			},
		],
		solved: [
			text`
				sugli alberi i punti omologhi si muovono con il vento, e alzare la qualità peggiora: il programma insiste sui dettagli.

				Provi così:
				1. qualità **media**
				2. *Allineamento → Usa posizioni GNSS per scegliere le coppie*
				3. punti per foto: 60.000

				Con il Suo registro come riferimento ci aspettiamo oltre il 90 %. Nei prossimi voli sul bosco tenga 85/75.`,
			'la qualità qui conta poco: mancano coppie. Attivi *Scegli le coppie dalle posizioni GNSS* e porti i punti per foto a 60.000, con qualità media. Sul bosco la sovrapposizione giusta è almeno 80/70.',
		],
		again: {
			subject: 'Allineate quasi tutte, ma la nuvola è doppia sul bordo',
			description: 'Ora siamo al 97 %. Sul bordo est però vedo due superfici parallele, a circa 30 cm una dall’altra.',
			solved:
				'è il segno di una strisciata con altimetria diversa: succede al cambio di batteria. Nel riquadro *Gruppi* separi le foto dopo il secondo decollo e allinei i due gruppi con tre punti di controllo.',
		},
	},
	{
		subject: [
			'Memoria insufficiente nella nuvola densa',
			'Nuvola densa: il programma si chiude senza messaggi',
			'si chiude durante la nuvola densa',
		],
		description: [
			'Durante il calcolo della nuvola densa ({millions} milioni di punti previsti) il programma {sparisce|si chiude} senza dire nulla. Il computer ha 32 GB di RAM e la scheda video è recente.',
			'Nuvola densa da {millions} milioni di punti: si chiude da solo. 32 GB di RAM.',
		],
		turns: [
			{
				needs: ['operating-system', 'reference-files'],
				text: [
					'ci serve il registro dell’ultima esecuzione (*Guida → Cartella dei registri*) e la versione di Windows con quella del driver video.',
				],
				reply: ['{system}, driver video aggiornati ieri. Registro allegato.', 'Ecco il log. {system}.'],
				files: [
					{
						log: '09:40:11 INFO  Nuvolaio {version}\n09:40:12 INFO  Memoria: 31,8 GB, libera 19,2 GB; scheda video 8 GB\n10:22:58 INFO  Nuvola densa: blocco 14 di 36\n10:23:02 ERROR Scheda video: memoria esaurita (richiesti 8,4 GB)\n10:23:02 FATAL Uscita',
					},
				],
			},
		],
		solved: [
			'è la memoria della **scheda video**, non la RAM: al blocco 14 ne servono 8,4 GB. Riduca la *dimensione dei blocchi* da 512 a 256 in *Preferenze → Calcolo*: ci mette un po’ di più, ma passa. Dalla {fixed} il programma lo fa da solo.',
			'il registro è chiaro: 8,4 GB richiesti alla scheda video, che ne ha 8. Con blocchi da 256 (Preferenze → Calcolo) il consumo si dimezza. Ci scusiamo per la chiusura senza messaggio: è corretta nella {fixed}.',
		],
	},
	{
		subject: [
			'Ortofoto con macchie nere lungo i cornicioni',
			'Buchi neri nell’ortofoto della facciata',
			'Macchie nere in ortofoto',
		],
		description: [
			'Nell’ortofoto del fabbricato di {street} compaiono macchie nere lungo i cornicioni e sotto {i balconi|le grondaie}. Nella nuvola in quei punti ci sono pochi punti, ma qualcosa c’è.',
			'Macchie nere nell’ortofoto sotto i cornicioni. Si riempiono?',
		],
		files: [{ screen: 'cloud' }],
		solved: [
			'le macchie sono zone senza superficie: il modello lì non è chiuso. Per piccoli buchi usi *Ortofoto → Chiudi fino a 20 cm*; oltre è più onesto lasciarli e indicarli in legenda, oppure integrare con qualche foto da terra.',
			'si possono riempire fino a un certo punto: *Modello → Chiudi fori*, con un limite di 20–30 cm. Le consigliamo di non spingersi oltre, perché il colore in quei punti sarebbe inventato.',
		],
	},
	{
		lane: 'consultancy',
		subject: [
			'Quanti punti di controllo a terra servono con un drone RTK',
			'Punti di controllo con drone RTK: se ne può fare a meno?',
			'GCP con drone RTK',
		],
		description: [
			text`
				Cava di circa {dozens} ettari, drone RTK con correzioni da rete. Il cliente vuole 5 cm in quota. {Il costruttore dice che i punti a terra non servono.|C’è chi vola senza punti a terra.} Voi come fate?`,
			'Cava {dozens} ha, drone RTK, 5 cm in quota: quanti GCP?',
		],
		solved: [
			text`
				con RTK la planimetria è di solito buona anche senza punti; in quota può restare uno scarto costante, che senza punti **non si vede**. Per 5 cm suggeriamo:

				- 3 punti di controllo, uno in alto, uno in basso, uno in mezzo
				- 5 punti di *verifica*, che non entrano nel calcolo
				- la focale lasciata libera solo se c’è almeno un volo obliquo

				Gli scarti sui punti di verifica escono nel rapporto, e sono quelli che il cliente può controllare.`,
		],
	},
	{
		subject: [
			'Il file E57 dello scanner viene importato senza colori',
			'Nuvola E57 in bianco e nero',
			'E57 senza colore',
		],
		description: [
			'Importo le scansioni E57 di {street} e la nuvola è in toni di grigio, anche se {nel programma dello scanner è a colori|i colori ci sono}. Le scansioni sono {few}.',
			'E57 importato senza colori, nel software dello scanner ci sono.',
		],
		tools: ['Laser scanner terrestre'],
		turns: [
			{
				asks: [
					'nel programma dello scanner, quando esporta, può guardare se la voce «Immagini panoramiche» è separata da «Colora i punti»?',
				],
				reply: ['Sì, era spuntata solo la prima.', 'C’è «Colora i punti» ed era spenta.'],
			},
		],
		solved: [
			'ecco: così il file contiene le foto ma i punti non hanno colore. Riesporti con *Colora i punti* attivo; in alternativa in Nuvolaio usi *Scansioni → Colora dalle panoramiche*, che dà lo stesso risultato.',
		],
	},
	{
		subject: [
			'La classificazione del terreno taglia i muretti a secco',
			'Muretti a secco eliminati dal filtro del terreno',
			'filtro terreno elimina i muretti',
		],
		description: [
			'Il filtro «terreno» mi toglie i muretti dei terrazzamenti, che per noi {sono la cosa più importante|vanno tenuti}. Ho ridotto la pendenza massima ma poi restano anche i cespugli.',
			'Il filtro del terreno elimina i muretti. Se allento restano i cespugli.',
		],
		files: [{ screen: 'section' }],
		turns: [
			{
				notes: [
					'Caso adatto al filtro per linee di discontinuità, ancora in prova. Chiedere a sviluppo se si può attivare.',
				],
			},
			{
				evaluates: [
					'i filtri a pendenza non distinguono un muretto da un cespuglio. Stiamo valutando sul Suo tipo di terreno un filtro che segue le linee di discontinuità, ancora in prova; Le scriviamo appena abbiamo un risultato affidabile.',
				],
			},
		],
		solved: [
			'il filtro *Terrazzamenti* è nella {fixed} (Classifica → Terreno → Terrazzamenti). Con pendenza 35° e gradino minimo 40 cm sui nostri dati di prova restano i muretti ed escono i cespugli; regoli il gradino sull’altezza dei Suoi.',
		],
	},
	{
		subject: [
			'Sistema di riferimento non riconosciuto nel LAS',
			'LAS importato lontanissimo dall’origine',
			'LAS: sistema di riferimento',
		],
		description: [
			'Il LAS che mi ha dato {il Comune|la Provincia} si importa ma finisce a centinaia di chilometri dal resto. Il programma dice «sistema non riconosciuto, coordinate lasciate come sono».',
			'LAS importato fuori posto: «sistema non riconosciuto».',
		],
		solved: [
			'il file non dichiara il sistema. Dalle coordinate sembra RDN2008 / UTM zona 32 con est e nord scambiati: in *Importa → LAS → Sistema* lo scelga a mano e spunti *Scambia gli assi*.',
			'nell’intestazione il codice EPSG è vuoto, quindi il programma non può scegliere. Indichi lo stesso sistema del Suo lavoro e spunti *Scambia gli assi*. I dati pubblici più vecchi scrivono prima il nord.',
		],
	},
	{
		subject: [
			'Le quote sul modello non coincidono con i capisaldi',
			'Scarto costante fra nuvola e capisaldi',
			'scarto quota nuvola-capisaldi',
		],
		description: [
			'Sui {few} capisaldi la nuvola sta più in alto di {dozens} mm, sempre dello stesso segno. In planimetria invece è perfetta. {Correggo a mano?|È lecito traslare tutto?}',
			'Nuvola più alta di {dozens} mm su tutti i capisaldi. Traslo?',
		],
		turns: [
			{
				needs: ['reference-files', 'tools-used'],
				text: [
					'prima di traslare vorremmo vedere il rapporto di allineamento e sapere con quale altezza dell’asta sono stati battuti i capisaldi.',
				],
				reply: ['Asta a 1,80. Allego il rapporto.', 'Altezza asta 1,80 m, rapporto in allegato.'],
				files: [
					{
						pdf: 'RAPPORTO DI ALLINEAMENTO\n{job} - {town}\n\nScarto medio in quota: +{dozens} mm\nScarto quadratico: 6 mm\nPunti di controllo: {few}',
					},
				],
			},
		],
		solved: [
			'lo scarto quadratico è piccolo e quello medio no: è un errore sistematico, quasi sempre l’altezza dell’asta o il punto di appoggio. Se la punta era nella terra smossa la differenza torna. In questo caso traslare è lecito, con *Nuvola → Trasla sui capisaldi*, e il rapporto lo documenta.',
		],
	},
];
