import type { Days } from '../days.ts';
import { mapScreenshot } from '../files/story.ts';
import type { Cast } from '../opening.ts';
import { text } from '../text.ts';
import type { Left } from './second-week.ts';

/** Tickets 14 to 16, of which two are in hand by now and one was put back. Since this morning Davide covers three products. */
export async function thisMorning(cast: Cast, { on, ago, ahead }: Days): Promise<void> {
	const { tommaso, giorgio, luca, marta, davide, giulia, elena, products } = cast;
	const seismic = await tommaso.opens(on(1, '17:20'), {
		product: products.telaio,
		lane: 'consultancy',
		subject: 'Combinazioni sismiche per un edificio esistente: come impostarle',
		description: text`
			Sto verificando un edificio in muratura del 1964. Vorrei capire come impostare il livello di conoscenza e il fattore di confidenza, e in quale ordine il programma li applica alle combinazioni.`,
		version: '5.3.1',
		operatingSystem: 'Windows 11 Pro',
	});
	for (const agent of [marta, davide, giulia]) await agent.goesOff(on(1, '17:50'));

	const { isoipsa, mappale, telaio } = products;
	await elena.covers(ago({ hours: 3, minutes: 25 }), davide, [isoipsa, mappale, telaio]);
	for (const agent of [marta, davide, giulia]) await agent.goesOn(ago({ hours: 3, minutes: 20 }));
	await davide.takes(ago({ hours: 3, minutes: 10 }), seismic);

	const pages = await giorgio.opens(ago({ hours: 2, minutes: 55 }), {
		product: products.libretto,
		subject: 'Nella stampa del libretto delle misure mancano le ultime due pagine',
		description:
			'L’anteprima mostra 14 pagine, la stampa ne produce 12. Succede con entrambe le stampanti dell’ufficio. Domani devo consegnarlo firmato.',
		version: '3.9.2',
		operatingSystem: 'Windows 10',
		tools: 'Stampante laser di rete',
	});
	await marta.takes(ago({ hours: 2, minutes: 48 }), pages);
	const receiver = await luca.opens(ago({ hours: 2, minutes: 40 }), {
		product: products.isoipsa,
		subject: 'Il ricevitore GNSS non viene riconosciuto',
		description: text`
			Collego il ricevitore con il cavo USB e nell’elenco degli strumenti non compare nulla. Con il programma del produttore invece si collega subito. Ho già cambiato porta.`,
		version: '12.2',
		operatingSystem: 'Windows 11 Pro',
		tools: 'Ricevitore GNSS, cavo USB',
	});
	await giulia.takes(ago({ hours: 2, minutes: 35 }), receiver);
	await marta.notes(
		ago({ hours: 2, minutes: 24 }),
		pages,
		text`
			Riprodotto: le pagine mancano quando l’ultimo capitolo non ha un totale. Basta aggiungere un totale vuoto in *Libretto → Capitoli*.

			Rimetto in coda perché ora tengo il corso in aula fino a mezzogiorno.`,
	);
	await marta.putsBack(ago({ hours: 2, minutes: 22 }), pages);
	await giulia.replies(
		ago({ hours: 2, minutes: 10 }),
		receiver,
		text`
			Gentile Geom. Marchetti,
			dalla versione 12.2 il programma cerca il ricevitore sulla porta seriale virtuale. Provi per favore così:
			1. scolleghi il ricevitore e chiuda il programma del produttore, che tiene occupata la porta
			2. lo ricolleghi e attenda il segnale acustico
			3. in Isoipsa scelga *Strumenti → Cerca di nuovo*

			Resto sul Suo ticket: mi scriva che cosa compare nell’elenco.`,
	);
	await elena.closes(ago({ hours: 2 }), ahead(2), 'Formazione del personale');
}

/** Tickets 17 to 21, still in the queue: three technical, two of consultancy behind them. An evaluation is concluded, and its ticket kept for Giulia. */
export async function justNow(cast: Cast, { ago }: Days, { rounding }: Left): Promise<void> {
	const { paola, chiara, helen, silvia, andrea, giulia, products } = cast;
	await paola.opens(ago({ hours: 1, minutes: 50 }), {
		product: products.mappale,
		subject: 'La firma digitale della pratica dà «certificato non trovato»',
		description:
			'Il dispositivo di firma funziona con gli altri programmi. In Mappale, al momento di firmare la pratica, compare «certificato non trovato».',
		version: '8.3.0',
		operatingSystem: 'Windows 11 Pro',
		tools: 'Chiavetta di firma digitale',
	});
	await chiara.opens(ago({ hours: 1, minutes: 30 }), {
		product: products.telaio,
		lane: 'consultancy',
		subject: 'Modellare un solaio in legno e calcestruzzo collaborante',
		description: text`
			Vorrei un consiglio su come modellare un solaio misto legno e calcestruzzo: meglio come soletta equivalente o con travi e connettori espliciti? Il modello ha tre impalcati.`,
		version: '5.3.1',
		operatingSystem: 'Windows 11 Pro',
	});
	await helen.opens(ago({ hours: 1, minutes: 5 }), {
		product: products.isoipsa,
		subject: 'Contour lines cross each other near a retaining wall',
		description: text`
			Around a retaining wall the contour lines cross. We did enter the wall as a break line, top and bottom. Is there a setting we are missing, or is it the triangulation?`,
		version: '12.2',
		operatingSystem: 'Windows 11 Pro (English)',
		tools: 'Total station',
	});
	await silvia.opens(ago({ minutes: 40 }), {
		product: products.libretto,
		lane: 'consultancy',
		subject: 'Come tenere due elenchi prezzi nello stesso lavoro',
		description:
			'Il contratto usa l’elenco prezzi regionale, ma tre voci vengono da un’analisi dei prezzi. Come conviene organizzarle perché nel SAL restino distinte?',
		version: '3.9.2',
	});
	await giulia.resumes(ago({ minutes: 25 }), rounding);
	await andrea.opens(ago({ minutes: 12 }), {
		product: products.isoipsa,
		subject: 'Errore nel disegno della mappa dopo l’inserimento di un punto',
		description: text`
			Se inserisco un punto a mano tra due stazioni, al primo ridisegno compare il messaggio dell’immagine e la poligonale resta a metà. Se chiudo e riapro il lavoro, il punto c’è ed è corretto.`,
		version: '12.2',
		operatingSystem: 'Windows 10',
		files: [mapScreenshot('errore-mappa.png')],
	});
}
