import type { Dice } from '../../simulation/dice.ts';
import type { AnyProduct } from '../threads/all.ts';
import type { Townsman } from './townspeople.ts';

/** What is particular to one case; its texts name it in braces. */
export type Facts = ReturnType<typeof factsOf>;

const streets = [
	...['via dei Tigli', 'via Monte Grigno', 'viale della Repubblica', 'via San Rocco', 'strada della Fornace'],
	...[
		'via del Mulino Vecchio',
		'piazza delle Erbe',
		'vicolo Stretto',
		'via Galvani',
		'contrada Pianelle',
		'via Fratelli Bandiera',
	],
	...[
		'via della Filanda',
		'largo Marinai',
		'via Torretta',
		'via Carlo Porta',
		'salita dei Cappuccini',
		'via Ponte Alto',
	],
];
const towns = [
	...['Castelvento', 'Pieve al Torro', 'Montefosco', 'Rivasecca', 'Borgo Sant’Elmo', 'Villalta di Sotto', 'Roccapiana'],
	...['Serrafina', 'Campolungo al Colle', 'San Gervaso', 'Valdirovere', 'Poggio Melo', 'Torrechiusa', 'Acquaviola'],
];
const versions: Record<AnyProduct, readonly [string, string][]> = {
	isoipsa: [
		['12.1', '12.2'],
		['12.1.4', '12.2'],
		['12.0.3', '12.1.4'],
	],
	mappale: [
		['8.2.0', '8.3.0'],
		['8.1.7', '8.2.0'],
		['8.2.0', '8.2.1'],
	],
	telaio: [
		['5.3.0', '5.3.1'],
		['5.2.6', '5.3.0'],
		['5.3.1', '5.3.2'],
	],
	libretto: [
		['3.9', '3.9.2'],
		['3.8.5', '3.9'],
		['3.9.2', '3.9.3'],
	],
	nuvolaio: [
		['2.4.1', '2.5.0'],
		['2.3', '2.4.1'],
		['2.5.0', '2.5.1'],
	],
	cappotto: [
		['2026.2', '2026.3'],
		['2026.1', '2026.2'],
		['2026.3', '2026.3.1'],
	],
	vedetta: [
		['7.0.2', '7.1.0'],
		['6.8', '7.0'],
		['7.1.0', '7.1.1'],
	],
	stimario: [
		['4.4', '4.5'],
		['4.3.1', '4.4'],
		['4.5', '4.5.1'],
	],
};
const systems = [
	'Windows 11 Pro',
	'Windows 11',
	'Windows 10',
	'Windows 10 Pro',
	'Windows 11 Home',
	'Windows Server 2022',
];
const months = ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'settembre', 'ottobre'];

export function factsOf({ title, name, customer, language }: Townsman, product: AnyProduct, dice: Dice) {
	const [firstName = '', ...family] = name.split(' ');
	const surname = family.join(' ');
	const [version, fixed] = dice.among(versions[product]);
	const letters = customer.domain
		.replace(/^(studio|geom|ing|arch|impresa|comune\.)/, '')
		.slice(0, 3)
		.toUpperCase();
	const day = dice.between(1, 28);
	return {
		...{ title, name, firstName, surname, language, version, fixed },
		signature: language === 'it' && title !== 'Sig.' && title !== 'Sig.ra' ? `${title.toLowerCase()} ${name}` : name,
		system: dice.among(systems) + (language === 'en' ? ' (English)' : ''),
		job: `${letters}-0${dice.between(112, 389)}`,
		street: dice.among(streets),
		town: dice.among(towns),
		sheet: String(dice.between(3, 61)),
		parcel: String(dice.between(18, 940)),
		few: String(dice.between(2, 7)),
		dozens: String(dice.between(11, 68)),
		hundreds: String(dice.between(120, 880)),
		thousands: `${dice.between(3, 48)}.${dice.between(100, 999)}`,
		cents: `0,${dice.between(1, 9)}${dice.between(1, 9)}`,
		amount: `${dice.between(12, 480)}.${dice.between(100, 999)},${dice.between(10, 99)}`,
		millions: String(dice.between(38, 320)),
		date: `${day} ${dice.among(months)}`,
		shortDate: `${String(day).padStart(2, '0')}/${String(dice.between(1, 9)).padStart(2, '0')}`,
		code: `${dice.among(['E', 'K', 'R', 'F'])}${dice.between(1001, 4987)}`,
		drive: dice.among(['Z', 'S', 'P', 'N']),
	};
}
