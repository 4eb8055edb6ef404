import type { Days } from '../days.ts';
import { exportLog, fourthCertificate, northingFirst, traverse } from '../files/story.ts';
import type { Cast } from '../opening.ts';
import { text } from '../text.ts';

/** Tickets 1 to 7: asked back and answered, evaluated, answered at once, moved to consultancy, handed over, found by the customer, withdrawn. */
export async function firstWeek(cast: Cast, days: Days): Promise<void> {
	await exportStops(cast, days);
	await shearAndReason(cast, days);
	await certificateAndSwappedAxes(cast, days);
	await licenceAfterMove(cast, days);
}

async function exportStops({ paola, luca, marta, davide, products }: Cast, { on }: Days): Promise<void> {
	const exported = await paola.opens(on(15, '09:05'), {
		product: products.mappale,
		subject: 'L’esportazione delle planimetrie si ferma al 92 %',
		description: text`
			Buongiorno,
			da ieri l’esportazione del lavoro **FERRI-0231** si ferma sempre al 92 % e resta lì, senza messaggi. Gli altri lavori si esportano regolarmente.

			Ho già provato a:
			- riavviare il programma e il computer
			- eliminare e reinserire la terza planimetria
			- esportare in un’altra cartella`,
		version: '8.2.0',
		operatingSystem: 'Windows 11 Pro',
	});
	await marta.takes(on(15, '09:20'), exported);
	await marta.awaits(
		on(15, '09:34'),
		exported,
		['reference-files'],
		text`
			Gentile Arch. Ferri,
			grazie per la descrizione precisa. Per capire su quale planimetria si ferma l’esportazione ci serve il registro del programma: lo trova in *Strumenti → Registro → Salva con nome*.`,
	);

	const misclosure = await luca.opens(on(15, '09:40'), {
		product: products.isoipsa,
		subject: 'Poligonale chiusa: errore di chiusura diverso dal calcolo a mano',
		description: text`
			Il programma mi dà un errore di chiusura lineare di 3,6 cm, a mano ottengo 2,8 cm. Le letture sono le stesse, le ho ricontrollate due volte.

			Allego i punti della poligonale di via dei Tigli.`,
		version: '12.1',
		operatingSystem: 'Windows 10',
		tools: 'Stazione totale, prisma a 360°',
		files: [traverse],
	});
	await davide.takes(on(15, '09:52'), misclosure);
	await davide.evaluates(
		on(15, '10:25'),
		misclosure,
		text`
			Gentile Geom. Marchetti,
			abbiamo ripetuto il calcolo con i Suoi punti e otteniamo anche noi i due valori. Stiamo valutando quale correzione di quota entri nel calcolo del programma: Le scriviamo appena lo sappiamo con certezza.`,
	);

	await paola.replies(on(15, '11:02'), exported, 'Ecco il registro dell’ultimo tentativo. Grazie mille.', exportLog);
	await marta.takes(on(15, '11:10'), exported);
	await marta.notes(
		on(15, '11:18'),
		exported,
		'Planimetria 3 in CMYK da 140 megapixel: la conversione chiede più di 2 GB. È il caso già segnalato allo sviluppo, corretto nella 8.3.0.',
	);
	await marta.resolves(
		on(15, '11:46'),
		exported,
		text`
			Gentile Arch. Ferri,
			la terza planimetria è un’immagine a quattro colori (CMYK) molto grande, e la conversione esaurisce la memoria.

			Può risolvere subito così:
			1. apra l’immagine con un programma di grafica
			2. la converta in scala di grigi a 300 dpi
			3. la reinserisca e ripeta l’esportazione

			Dalla versione **8.3.0**, in distribuzione questo mese, la conversione avviene da sola.`,
	);

	await davide.resumes(on(14, '09:00'), misclosure);
	await davide.takes(on(14, '09:02'), misclosure);
	await davide.resolves(
		on(14, '09:35'),
		misclosure,
		text`
			Gentile Geom. Marchetti,
			la differenza viene dalla riduzione delle distanze al livello del mare, attiva nel Suo lavoro (*Calcolo → Riduzioni*). Con la riduzione disattivata il programma dà 2,8 cm, come il Suo calcolo. Entrambi i valori sono corretti: dipende da quale superficie di riferimento desidera usare.`,
	);
}

async function shearAndReason({ chiara, silvia, giulia, marta, products }: Cast, { on }: Days): Promise<void> {
	const shear = await chiara.opens(on(14, '10:15'), {
		product: products.telaio,
		subject: 'La verifica a taglio di una trave segnala un valore negativo',
		description: text`
			Nella trave 14 del secondo impalcato la verifica a taglio riporta una resistenza di \`-38,2 kN\`. La stessa trave nel modello della scorsa settimana dava un valore plausibile. È cambiato solo il copriferro, da 3 a 4 cm.`,
		version: '5.3.0',
		operatingSystem: 'Windows 11 Pro',
	});
	await giulia.takes(on(14, '10:28'), shear);
	await giulia.resolves(
		on(14, '11:20'),
		shear,
		text`
			Gentile Ing. Bianchi,
			ha trovato un nostro errore, e La ringraziamo: con un copriferro oltre 3,5 cm il braccio delle forze era calcolato due volte. La correzione è nella versione **5.3.1**, che può scaricare da *Guida → Aggiornamenti*. Basta riaprire il modello e ripetere la verifica; gli altri risultati non ne sono toccati.`,
	);

	const reason = await silvia.opens(on(14, '11:30'), {
		product: products.mappale,
		subject: 'Quale causale scegliere per una diversa distribuzione interna',
		description: text`
			Ho unito cucina e soggiorno di un appartamento, senza toccare la superficie né i muri esterni. Nella pratica mi conviene una sola causale o devo indicare anche la variazione della consistenza?`,
		version: '8.2.0',
	});
	await marta.takes(on(14, '11:42'), reason);
	await marta.moves(
		on(14, '11:50'),
		reason,
		'consultancy',
		'Gentile Geom. Moretti, il programma funziona come deve e la domanda è su come impostare la pratica: per questo la seguiamo come consulenza. Il Suo numero di arrivo resta lo stesso.',
	);
	await marta.takes(on(14, '11:52'), reason);
	await marta.resolves(
		on(14, '12:20'),
		reason,
		text`
			Gentile Geom. Moretti,
			se la superficie e il numero dei vani utili ai fini della consistenza restano quelli, basta la causale della diversa distribuzione degli spazi interni. Se invece l’unione riduce i vani, il programma Le chiede di compilare anche il quadro della consistenza: lo vede dal segnale accanto al riepilogo.`,
	);
}

async function certificateAndSwappedAxes(
	{ giorgio, helen, marta, davide, products }: Cast,
	{ on }: Days,
): Promise<void> {
	const certificate = await giorgio.opens(on(13, '09:10'), {
		product: products.libretto,
		subject: 'Il SAL numero 4 non quadra con il registro di contabilità',
		description:
			'Tra il SAL n. 4 e il registro mi mancano 8.853,60 euro. Il direttore dei lavori aspetta i documenti e non trovo la differenza.',
		version: '3.9',
		operatingSystem: 'Windows 10',
	});
	await davide.takes(on(13, '09:16'), certificate);
	await davide.awaits(
		on(13, '09:40'),
		certificate,
		['reference-files', 'product-version'],
		text`
			Gentile Sig. Sartori,
			per cercare la differenza ci servono le voci del SAL n. 4 (*Stampe → Esporta in CSV*) e il numero completo della versione, che legge in *Guida → Informazioni*.`,
	);

	const swapped = await helen.opens(on(12, '09:30'), {
		product: products.isoipsa,
		subject: 'Easting and northing are swapped when we import a CSV',
		description: text`
			Hello,
			our GNSS software writes **northing first**. After the import all our control points end up about 4,400 km away. Is there a way to tell Isoipsa the order of the columns?

			The file is attached.`,
		version: '12.1',
		operatingSystem: 'Windows 11 Pro (English)',
		tools: 'GNSS receiver, field controller',
		files: [northingFirst],
	});
	await marta.takes(on(12, '09:44'), swapped);
	await marta.handsOver(
		on(12, '10:00'),
		swapped,
		davide,
		'Riprodotto con il loro file. L’importazione l’ha scritta Davide: la passo a lui, che sa anche delle altre colonne.',
	);
	await davide.takes(on(12, '10:10'), swapped);
	await davide.replies(
		on(12, '10:32'),
		swapped,
		text`
			Dear Ms Whitfield,
			yes, there is: in *Import → Columns* press the arrows beside the first line of the preview until it reads \`id, northing, easting, elevation\`, then tick **Remember for this folder**. Your four points come out at the right place here.

			Would you tell us whether it works for you, too?`,
	);
	await helen.replies(on(12, '10:47'), swapped, 'It does, and it remembered the order for the second file. Thank you!');
	await davide.resolves(on(12, '10:52'), swapped);

	await giorgio.replies(
		on(12, '15:05'),
		certificate,
		'Trovato: la voce del calcestruzzo c’era due volte. L’ho tolta e ora quadra al centesimo. Scusate il disturbo, chiudo io il ticket.',
		fourthCertificate,
	);
	await giorgio.closes(on(12, '15:07'), certificate);
}

async function licenceAfterMove({ tommaso, giulia, products }: Cast, { on }: Days): Promise<void> {
	const licence = await tommaso.opens(on(11, '14:20'), {
		product: products.telaio,
		subject: 'Licenza non riconosciuta dopo il cambio del computer',
		description:
			'Ho installato il programma sul computer nuovo e all’avvio compare «Licenza non valida per questa postazione». Il vecchio computer non è più accessibile.',
		version: '5.3.1',
		operatingSystem: 'Windows 11 Pro',
	});
	await giulia.takes(on(11, '14:28'), licence);
	await giulia.awaits(
		on(11, '14:40'),
		licence,
		['other'],
		'Gentile Ing. Greco, per liberare la vecchia postazione ci serve il codice di installazione del computer precedente: lo trova nell’e-mail di attivazione, se l’ha conservata.',
	);
	await giulia.notes(
		on(11, '15:15'),
		licence,
		'Il codice è nel nostro archivio delle attivazioni: non serve più chiederlo.',
	);
	await giulia.withdraws(on(11, '15:16'), licence);
	await giulia.takes(on(11, '15:20'), licence);
	await giulia.resolves(
		on(11, '15:38'),
		licence,
		'Gentile Ing. Greco, abbiamo trovato noi il codice e liberato la vecchia postazione. Riavvii il programma e prema **Attiva**: la licenza è già assegnata al computer nuovo.',
	);
}
