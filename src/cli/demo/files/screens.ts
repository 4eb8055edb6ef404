import type { Dice } from '../../simulation/dice.ts';
import { type Picture, picture } from './picture.ts';

/** What stands in the window of a program. */
export type ScreenMotif = 'map' | 'plan' | 'table' | 'frame' | 'section' | 'print' | 'cloud' | 'form' | 'bars';

type Drawing = { window: Picture; dice: Dice; theme: Theme };
type Theme = { bar: string; ink: string; pale: string; paper: string; sheet: string; line: string; mark: string };
type Point = readonly [x: number, y: number];

const [across, down] = [800, 500];
/** Where the sheet of the window begins. */
const [left, top] = [14, 84];
const [sheetAcross, sheetDown] = [across - 28, down - top - 30];

const themes: readonly Theme[] = [
	{ bar: '2f3e4e', ink: '22262b', pale: 'cfd4d9', paper: 'eceff1', sheet: 'ffffff', line: '2f6f9f', mark: 'b3261e' },
	{ bar: 'e3e0d8', ink: '2b2a27', pale: 'd0cabd', paper: 'f4f1ea', sheet: 'fffdf8', line: '3c7a57', mark: 'a5432b' },
	{ bar: '1d1f24', ink: 'd7d9de', pale: '3c4048', paper: '2a2d33', sheet: '16181c', line: '6fb3d9', mark: 'e07a5f' },
];

const motifs: Record<ScreenMotif, (drawing: Drawing) => void> = {
	...{ map, plan, table, frame, section, print, cloud, form, bars },
};

export type Screen = { motif: ScreenMotif; title: string; message: string | undefined; dice: Dice };

/** A picture of a program's window, with the message that came instead of a result where there is one. */
export function screenshot({ motif, title, message, dice }: Screen): Buffer {
	const theme = dice.among(themes);
	const window = programWindow(theme, title, dice);
	motifs[motif]({ window, dice, theme });
	if (message) messageBox(window, theme, message);
	return window.png();
}

function programWindow(theme: Theme, title: string, dice: Dice): Picture {
	const window = picture(across, down);
	window.fill(theme.paper, 0, 0, across, down);
	window.fill(theme.bar, 0, 0, across, 30);
	window.text(theme === themes[1] ? theme.ink : 'ffffff', title, 12, 8);
	for (const x of [722, 748, 774]) window.fill(theme.pale, x, 10, 10, 10);
	for (const [at, word] of ['File', 'Modifica', 'Vista', 'Strumenti', 'Guida'].entries())
		window.text(theme.ink, word, 14 + at * 122, 40, 2);
	for (let x = 14, tools = dice.between(12, 22); tools > 0; x += dice.chance(0.2) ? 38 : 28, tools--)
		window.fill(theme.pale, x, 60, 20, 16);
	window.fill(theme.sheet, left, top, sheetAcross, sheetDown);
	window.text(
		theme.ink,
		`x ${dice.between(100, 999)},${dice.between(10, 99)}  y ${dice.between(100, 999)},${dice.between(10, 99)}`,
		14,
		down - 22,
		2,
	);
	return window;
}

function messageBox(window: Picture, theme: Theme, message: string): void {
	const lines = wrapped(message, 34);
	const [width, height] = [500, 96 + lines.length * 22];
	const [x, y] = [(across - width) >> 1, 190 - lines.length * 6];
	window.fill(theme.ink, x - 1, y - 1, width + 2, height + 2);
	window.fill('ffffff', x, y, width, height);
	window.fill(theme.mark, x + 18, y + 22, 30, 30);
	window.text('ffffff', '!', x + 27, y + 26, 3);
	for (const [row, words] of lines.entries()) window.text('22262b', words, x + 68, y + 22 + row * 22);
	window.fill('22262b', x + width - 96, y + height - 42, 80, 26);
	window.text('ffffff', 'OK', x + width - 68, y + height - 36);
}

function wrapped(message: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of message.split(' ')) {
		const line = lines.at(-1);
		if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
		else lines.push(word);
	}
	return lines;
}

const anywhere = (dice: Dice): Point => [
	left + dice.between(40, sheetAcross - 40),
	top + dice.between(30, sheetDown - 30),
];

function map({ window, dice, theme }: Drawing): void {
	const slope = dice.between(-40, 60);
	for (let height = 20; height < sheetDown; height += dice.between(24, 44)) {
		const bends = [0, 1, 2, 3, 4, 5].map(
			(step): Point => [
				left + (step * sheetAcross) / 5,
				Math.min(top + sheetDown - 4, Math.max(top + 2, top + height + step * (slope / 5) + dice.between(-10, 10))),
			],
		);
		window.line(theme.pale, ...bends);
	}
	const points = Array.from({ length: dice.between(6, 11) }, () => anywhere(dice));
	window.line(theme.line, ...points);
	for (const [at, [x, y]] of points.entries()) {
		window.fill(theme.mark, x - 4, y - 4, 9, 9);
		window.text(theme.ink, String(100 + at), x + 8, y - 14);
	}
}

function plan({ window, dice, theme }: Drawing): void {
	const [x, y, width, height] = [left + 120, top + 40, dice.between(420, 520), dice.between(240, 290)];
	const wall = (fromX: number, fromY: number, wide: number, high: number) =>
		window.fill(theme.ink, fromX, fromY, wide, high);
	for (const [wx, wy, ww, wh] of [
		[x, y, width, 8],
		[x, y + height, width + 8, 8],
		[x, y, 8, height],
		[x + width, y, 8, height],
	] as const)
		wall(wx, wy, ww, wh);
	const middle = x + dice.between(150, width - 150);
	wall(middle, y, 5, height - dice.between(50, 90));
	const cross = y + dice.between(100, 150);
	wall(middle, cross, x + width - middle - dice.between(40, 70), 5);
	window.fill(theme.sheet, x + dice.between(30, 90), y, 46, 8);
	for (const [name, at] of [
		['K', [x + 60, y + 60]],
		['1', [middle + 60, y + 40]],
		['2', [middle + 60, cross + 50]],
	] as const)
		window.text(theme.line, `${name}  ${dice.between(8, 28)},${dice.between(10, 95)}`, at[0], at[1]);
	window.line(theme.mark, [x, y + height + 30], [x + width, y + height + 30]);
	window.text(theme.ink, `${(width / 50).toFixed(2).replace('.', ',')}`, x + (width >> 1) - 30, y + height + 36);
}

function table({ window, dice, theme }: Drawing): void {
	const widths = [90, 250, 110, 130, 150];
	const wrong = dice.between(4, 12);
	for (let row = 0; row < 15; row++) {
		const y = top + 4 + row * 25;
		if (row === 0) window.fill(theme.pale, left, y - 4, sheetAcross, 25);
		else window.fill(theme.pale, left, y + 20, sheetAcross, 1);
		if (row === wrong) window.fill(theme.mark, left, y - 3, 5, 22);
		for (let column = 0, x = left + 12; column < widths.length; x += widths[column] ?? 0, column++)
			if (row === 0) window.text(theme.ink, ['Voce', 'Descrizione', 'Q.tà', 'Prezzo', 'Importo'][column] ?? '', x, y);
			else if (column === 1) window.fill(theme.line, x, y + 5, dice.between(70, 220), 7);
			else window.text(theme.ink, cell(column, dice), x, y);
	}
}

const cell = (column: number, dice: Dice) =>
	column === 0 ? `${dice.between(1, 9)}.${dice.between(10, 99)}` : `${dice.between(2, 980)},${dice.between(10, 99)}`;

function frame({ window, dice, theme }: Drawing): void {
	const [bays, storeys] = [dice.between(3, 5), dice.between(2, 4)];
	const at = (bay: number, storey: number, depth: number): Point => [
		left + 110 + bay * (470 / bays) + depth * 90,
		top + sheetDown - 60 - storey * (230 / storeys) - depth * 55,
	];
	for (const depth of [1, 0])
		for (let bay = 0; bay <= bays; bay++)
			for (let storey = 0; storey <= storeys; storey++) {
				const here = at(bay, storey, depth);
				const colour = depth ? theme.pale : theme.line;
				if (storey > 0) window.line(colour, at(bay, storey - 1, depth), here);
				if (bay > 0 && storey > 0) window.line(colour, at(bay - 1, storey, depth), here);
				if (depth === 0 && storey > 0) window.line(theme.pale, here, at(bay, storey, 1));
				if (storey === 0) window.fill(theme.ink, here[0] - 7, here[1], 15, 6);
			}
	const [x, y] = at(dice.between(1, bays), dice.between(1, storeys), 0);
	window.fill(theme.mark, x - 6, y - 6, 13, 13);
	window.text(theme.ink, `nodo ${dice.between(12, 240)}`, x + 14, y - 18);
}

function section({ window, dice, theme }: Drawing): void {
	let height = dice.between(120, 220);
	const ground = Array.from({ length: 20 }, (_, step): Point => {
		height = Math.min(280, Math.max(60, height + dice.between(-24, 24)));
		return [left + 40 + step * 36, top + sheetDown - 40 - height];
	});
	for (const [x, y] of ground) window.line(theme.pale, [x, y], [x, top + sheetDown - 40]);
	window.line(theme.ink, ...ground);
	const [from, to] = [ground[1], ground.at(-2)];
	if (from && to) window.line(theme.mark, [from[0], from[1] + 20], [to[0], to[1] - 10]);
	for (const [at, [x]] of ground.entries())
		if (at % 4 === 0) window.text(theme.ink, String(at * 5), x - 8, top + sheetDown - 30);
}

function print({ window, dice, theme }: Drawing): void {
	window.fill(theme.pale, left, top, sheetAcross, sheetDown);
	const full = dice.between(1, 2);
	for (let sheet = 0; sheet < 3; sheet++) {
		const x = left + 40 + sheet * 240;
		window.fill(theme.ink, x + 4, top + 44, 210, 290);
		window.fill('ffffff', x, top + 40, 210, 290);
		if (sheet >= full) continue;
		window.fill('22262b', x + 20, top + 60, dice.between(80, 140), 9);
		for (let row = 0; row < 16; row++) window.fill('9aa0a6', x + 20, top + 84 + row * 13, dice.between(60, 170), 4);
	}
}

function cloud({ window, dice, theme }: Drawing): void {
	const colours = [theme.line, theme.pale, theme.ink, '8aa05a', 'b08a55'];
	const [roof, base] = [top + dice.between(60, 110), top + sheetDown - 60];
	for (let point = 0; point < 5_200; point++) {
		const along = dice.between(0, 1_000) / 1_000;
		const side = dice.chance(0.55);
		const x = side ? left + 170 + along * 400 : left + 20 + along * 730;
		const peak = roof + Math.abs(along - 0.5) * 120;
		const y = side ? peak + (dice.between(0, 1_000) / 1_000) * (base - peak) : base + dice.between(-8, 40);
		if (dice.chance(0.06) && side) continue;
		window.fill(dice.among(colours), Math.round(x), Math.round(Math.min(y, top + sheetDown - 3)), 2, 2);
	}
}

function form({ window, dice, theme }: Drawing): void {
	const labels = [
		'Comune',
		'Foglio',
		'Particella',
		'Sub.',
		'Categoria',
		'Classe',
		'Consistenza',
		'Superficie',
		'Data',
		'Note',
	];
	const wrong = dice.between(1, 7);
	for (const [row, label] of labels.slice(0, 9).entries()) {
		const y = top + 16 + row * 40;
		window.text(theme.ink, label, left + 30, y + 6);
		window.fill(row === wrong ? theme.mark : theme.pale, left + 190, y, 300, 28);
		window.fill(theme.sheet, left + 192, y + 2, 296, 24);
		if (row !== wrong && row % 3 === 0) window.fill(theme.line, left + 202, y + 10, dice.between(60, 190), 8);
		else if (row !== wrong) window.text(theme.ink, String(dice.between(1, 940)), left + 202, y + 6);
	}
	window.fill(theme.line, left + 560, top + 330, 150, 34);
}

function bars({ window, dice, theme }: Drawing): void {
	for (let month = 0; month < 12; month++) {
		const height = Math.round(110 + 100 * Math.cos((month / 11) * 2 * Math.PI) + dice.between(0, 40));
		const x = left + 60 + month * 56;
		window.fill(theme.line, x, top + sheetDown - 50 - height, 24, height);
		window.fill(theme.mark, x + 24, top + sheetDown - 50 - dice.between(10, 90), 16, 10);
		window.text(theme.ink, 'GFMAMGLASOND'[month] ?? '', x + 8, top + sheetDown - 40);
	}
	window.line(theme.ink, [left + 40, top + 30], [left + 40, top + sheetDown - 50], [left + 740, top + sheetDown - 50]);
}
