import { dxf, pdf } from '../files/documents.ts';
import { screenshot } from '../files/screens.ts';
import type { DemoFile } from '../stage.ts';
import type { Enclosure } from '../threads/thread.ts';
import { worded } from './wording.ts';
import type { Case } from './world.ts';

const programs = {
	...{ isoipsa: 'Isoipsa', mappale: 'Mappale', telaio: 'Telaio', libretto: 'Libretto' },
	...{ nuvolaio: 'Nuvolaio', cappotto: 'Cappotto', vedetta: 'Vedetta', stimario: 'Stimario' },
};

/** The files that come with a message, as the case's people would name them. */
export function enclosures(asked: readonly Enclosure[], { facts, dice, product }: Case): DemoFile[] {
	const told = (wording: string) => worded(wording, facts, dice);
	const job = facts.job.toLowerCase();
	return asked.map((enclosure): DemoFile => {
		if ('screen' in enclosure) {
			const title = `${programs[product]} ${facts.version} - ${facts.job}`;
			const name = told(
				`{schermata.png|errore.png|Cattura.PNG|Immagine 2026-0{few}.png|${job}-schermata.png|cattura{few}.png}`,
			);
			const message = enclosure.message === undefined ? undefined : told(enclosure.message);
			return { name: english(name, facts), content: screenshot({ motif: enclosure.screen, title, message, dice }) };
		}
		if ('log' in enclosure)
			return { name: `${product}-${facts.version}.log`, content: `${told(enclosure.log).trim()}\n` };
		if ('csv' in enclosure) {
			return { name: told(enclosure.name ?? `${job}.csv`), content: `${told(enclosure.csv).trim()}\n` };
		}
		if ('dxf' in enclosure) return { name: `${job}.dxf`, content: dxf(enclosure.dxf, dice) };
		return { name: `${job}-stampa.pdf`, content: pdf(told(enclosure.pdf).split('\n')) };
	});
}

const english = (name: string, { language }: Case['facts']) =>
	language === 'en'
		? name
				.replace('schermata', 'screenshot')
				.replace('errore', 'error')
				.replace('Cattura', 'Capture')
				.replace('cattura', 'capture')
				.replace('Immagine', 'Image')
		: name;
