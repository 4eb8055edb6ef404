import type { Days } from '../days.ts';
import { archiveLog, blankPagesScreenshot } from '../files/story.ts';
import type { Cast } from '../opening.ts';
import { text } from '../text.ts';

/** What the second week leaves open: a request nobody answered, two evaluations. */
export type Left = { rejected: number; blank: number; rounding: number };

/** Tickets 8 to 10: one whose request nobody answers, two under evaluation. */
export async function secondWeek(
	{ andrea, helen, chiara, marta, giulia, products }: Cast,
	{ on }: Days,
): Promise<Left> {
	const rejected = await andrea.opens(on(9, '09:00'), {
		product: products.mappale,
		subject: 'Il controllo formale scarta il modello con l’errore 207',
		description:
			'Il controllo formale scarta il modello con «errore 207: poligono non chiuso», ma nel disegno tutti i poligoni risultano chiusi.',
		version: '8.2.0',
	});
	await marta.takes(on(9, '09:10'), rejected);
	await marta.awaits(
		on(9, '09:30'),
		rejected,
		['operating-system', 'tools-used', 'reference-files'],
		text`
			Gentile Geom. Landi,
			l’errore 207 può venire da vertici quasi coincidenti, che a occhio sembrano uno solo. Per verificarlo ci servono:
			- il file del lavoro
			- il programma con cui ha disegnato la planimetria
			- il sistema operativo`,
	);
	await marta.notes(
		on(9, '09:33'),
		rejected,
		'Quasi sempre sono importazioni con vertici a meno di 1 mm. Se arriva il file, provare prima *Verifica → Vertici coincidenti*.',
	);

	const blank = await helen.opens(on(6, '09:15'), {
		product: products.telaio,
		subject: 'Landscape report prints blank pages after the first one',
		description: text`
			The calculation report is fine in portrait. In landscape only the first page has content; all others are blank, both on paper and as PDF.

			Steps:
			1. open any model
			2. *Report → Page → Landscape*
			3. *Preview*`,
		version: '5.3.1',
		operatingSystem: 'Windows 11 Pro (English)',
		tools: 'PDF printer of the system',
	});
	await marta.takes(on(6, '09:30'), blank);
	await marta.evaluates(
		on(6, '10:05'),
		blank,
		'Dear Ms Whitfield, we see the same with our own models, with English settings only. We are evaluating how the page break is computed and will write to you here.',
	);

	const rounding = await chiara.opens(on(5, '16:00'), {
		product: products.libretto,
		subject: 'Un centesimo di differenza nel quadro comparativo',
		description: text`
			Nel quadro comparativo il totale della variante è 214.380,17 euro; la somma delle righe dà 214.380,18. La stazione appaltante ci chiede di far coincidere i due importi.`,
		version: '3.9.2',
		operatingSystem: 'Windows 11 Pro',
	});
	await giulia.takes(on(5, '16:08'), rounding);
	await giulia.evaluates(
		on(5, '16:40'),
		rounding,
		text`
			Gentile Ing. Bianchi,
			il programma arrotonda il totale, non le singole righe. Stiamo valutando con lo sviluppo se offrire una scelta nelle impostazioni del lavoro, perché entrambi i metodi sono richiesti da qualche committente.`,
	);
	return { rejected, blank, rounding };
}

/** Tickets 11 to 13: two wait for their customers, the one between is merged with the first; and what a customer adds to an evaluation. */
export async function lastDays(
	{ andrea, paola, helen, silvia, marta, davide, products }: Cast,
	{ on }: Days,
	{ rejected, blank }: Left,
): Promise<{ again: number }> {
	const again = await andrea.opens(on(3, '09:20'), {
		product: products.mappale,
		subject: 'Errore 207 nel controllo formale: il file del lavoro',
		description: text`
			Riprendo il ticket precedente: ero in cantiere e non ho risposto in tempo. Il disegno viene da un programma CAD, l’ho importato in DXF. L’errore è sempre quello.`,
		version: '8.3.0',
		operatingSystem: 'Windows 10',
		tools: 'CAD, importazione DXF',
		follows: rejected,
	});
	await davide.takes(on(3, '09:32'), again);
	await davide.evaluates(
		on(3, '10:00'),
		again,
		'Gentile Geom. Landi, grazie: con l’importazione DXF riusciamo a riprodurre l’errore. Stiamo valutando quali vertici lo causano.',
	);
	const same = await paola.opens(on(3, '10:20'), {
		product: products.mappale,
		subject: 'Il modello FERRI-0244 viene scartato dal controllo formale',
		description:
			'Il controllo formale scarta il modello del lavoro FERRI-0244 con l’errore 207. È lo stesso lavoro che segue Andrea, ma non so se vi ha già scritto.',
		version: '8.3.0',
		operatingSystem: 'Windows 11 Pro',
	});
	await marta.takes(on(3, '10:30'), same);
	await marta.merges(on(3, '10:38'), same, again);
	await helen.replies(
		on(3, '11:00'),
		blank,
		'One more thing we noticed: with the paper set to A3 the pages are not blank. Here is the preview in A4.',
		blankPagesScreenshot('preview-a4-landscape.png'),
	);
	await davide.resumes(on(2, '09:05'), again);
	await davide.takes(on(2, '09:06'), again);
	await davide.awaits(
		on(2, '09:40'),
		again,
		['confirmation'],
		text`
			Gentile Geom. Landi,
			i vertici doppi sono sei, tutti nell’importazione. Con *Verifica → Vertici coincidenti → Unisci entro 1 mm* il controllo formale passa.

			Può confermarci che funziona anche da Lei?`,
	);

	const locked = await silvia.opens(on(2, '10:10'), {
		product: products.mappale,
		subject: 'Dopo l’aggiornamento l’archivio dei lavori non si apre più',
		description:
			'Ho installato la 8.3.0 e all’avvio l’archivio si chiude da solo. L’archivio è sul disco di rete dello studio. Allego il registro dell’avvio.',
		version: '8.3.0',
		files: [archiveLog],
	});
	await marta.takes(on(2, '10:22'), locked);
	await marta.awaits(
		on(2, '10:50'),
		locked,
		['operating-system', 'other'],
		text`
			Gentile Geom. Moretti,
			dal registro risulta che il programma non può scrivere nella cartella \`Z:\\Archivio\\Lavori\`. Ci dica per favore:
			- il sistema operativo del computer e quello del disco di rete
			- se con lo stesso utente riesce a creare un file in quella cartella

			Intanto i Suoi lavori sono al sicuro: l’archivio non è stato modificato.`,
	);
	return { again };
}
