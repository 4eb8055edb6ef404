import { text } from '../text.ts';
import type { Begun } from '../traces.ts';

// What is begun and not sent yet.

export const confirmationBegun = (ticket: number): Begun => ({
	ticket,
	fields: {
		text: 'Buongiorno, con «Unisci entro 1 mm» il controllo formale passa. Prima di chiudere provo anche con il ',
	},
});

export const ticketBegun = (product: number): Begun => ({
	fields: {
		product: String(product),
		lane: 'technical',
		subject: 'Le reazioni alla base non tornano con il peso totale',
		description: text`
			Sommando le reazioni verticali alla base ottengo 4.182 kN, mentre il peso sismico del riepilogo è 4.390 kN. La differenza potrebbe essere il vano ascensore, che ho inserito come`,
		version: '5.3.1',
	},
});
