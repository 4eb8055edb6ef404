import type { DemoFile } from '../stage.ts';
import { type Picture, picture } from './picture.ts';

const ink = '2b2a27';
const grey = '8b877e';
const pale = 'd9d5cb';
const paper = 'f4f1ea';
const white = 'ffffff';
const red = 'b3261e';
const blue = '3a6ea5';

/** A window of a program: title bar with its three buttons, a row of tools, an empty sheet. */
function programWindow(): Picture {
	const window = picture(640, 400);
	window.fill(paper, 0, 0, 640, 400);
	window.fill(ink, 0, 0, 640, 26);
	window.fill(white, 12, 10, 150, 6);
	for (const x of [580, 600, 620]) window.fill(grey, x, 9, 8, 8);
	for (let x = 12; x < 330; x += 26) window.fill(pale, x, 34, 20, 16);
	window.fill(white, 12, 60, 616, 328);
	return window;
}

/** The map of a survey: points, sight lines, contour lines, and the message that came instead of an answer. */
export function mapScreenshot(name: string): DemoFile {
	const window = programWindow();
	const points = [
		[70, 330],
		[160, 120],
		[300, 170],
		[420, 95],
		[560, 210],
		[500, 350],
	] as const;
	for (const height of [40, 70, 100]) {
		window.line(
			pale,
			[20, 380 - height],
			[180, 340 - height],
			[330, 350 - height],
			[470, 290 - height],
			[620, 300 - height],
		);
	}
	window.line(blue, ...points, points[0]);
	window.line(blue, points[0], points[2], points[5]);
	for (const [x, y] of points) window.fill(red, x - 4, y - 4, 9, 9);
	window.fill(ink, 179, 159, 282, 112);
	window.fill(white, 180, 160, 280, 110);
	window.fill(red, 196, 178, 26, 26);
	window.line(white, [202, 184], [215, 197]);
	window.line(white, [215, 184], [202, 197]);
	for (const [row, length] of [190, 206, 120].entries()) window.fill(grey, 236, 180 + row * 16, length, 6);
	window.fill(ink, 380, 240, 64, 18);
	return { name, content: window.png() };
}

/** The preview of a report in landscape: the first sheet is printed, the two after it are blank. */
export function blankPagesScreenshot(name: string): DemoFile {
	const window = programWindow();
	window.fill(pale, 12, 60, 616, 328);
	for (const [sheet, x] of [24, 226, 428].entries()) {
		window.fill(grey, x + 3, 123, 188, 134);
		window.fill(white, x, 120, 188, 134);
		if (sheet > 0) continue;
		window.fill(ink, x + 14, 132, 84, 7);
		for (let row = 0; row < 6; row++) window.fill(grey, x + 14, 150 + row * 9, 160 - (row % 3) * 22, 3);
		window.line(blue, [x + 14, 240], [x + 60, 214], [x + 110, 226], [x + 172, 208]);
	}
	return { name, content: window.png() };
}

/** The points of a closed traverse: name, east, north, height; decimal comma, as the office's programs write it. */
export const traverse: DemoFile = {
	name: 'poligonale-via-dei-tigli.csv',
	content: `punto;est;nord;quota;codice
100;1684212,418;4847903,226;118,402;caposaldo
101;1684268,953;4847931,870;118,911;stazione
102;1684311,027;4847889,514;119,347;stazione
103;1684296,480;4847822,093;119,020;stazione
104;1684231,766;4847834,659;118,655;stazione
100;1684212,441;4847903,198;118,398;chiusura
`,
};

export const northingFirst: DemoFile = {
	name: 'control-points.csv',
	content: `id,northing,easting,elevation
CP1,5142880.114,692310.562,1874.220
CP2,5142931.870,692402.033,1880.915
CP3,5142799.346,692455.801,1869.478
CP4,5142744.028,692366.117,1866.903
`,
};

export const fourthCertificate: DemoFile = {
	name: 'sal-4-voci.csv',
	content: `voce;descrizione;quantita;prezzo;importo
01.A.012;Scavo a sezione obbligata;184,50;11,32;2088,54
01.B.004;Calcestruzzo C25/30;62,00;142,80;8853,60
01.B.004;Calcestruzzo C25/30;62,00;142,80;8853,60
01.C.021;Acciaio B450C;5420,00;1,74;9430,80
`,
};

export const exportLog: DemoFile = {
	name: 'esportazione.log',
	content: `09:01:12 INFO  Mappale 8.2.0 (build 4417)
09:01:12 INFO  Lettura lavoro FERRI-0231: 3 unità immobiliari, 5 planimetrie
09:01:19 INFO  Planimetria 1 di 5: 214 kB
09:01:27 INFO  Planimetria 2 di 5: 198 kB
09:01:44 WARN  Planimetria 3 di 5: immagine 9921 × 14031, profilo colore CMYK
09:02:58 ERROR Planimetria 3 di 5: memoria insufficiente per la conversione (richiesti 2,1 GB)
09:02:58 INFO  Esportazione interrotta al 92 %
`,
};

export const archiveLog: DemoFile = {
	name: 'mappale-avvio.log',
	content: `08:31:02 INFO  Mappale 8.3.0 (build 4502)
08:31:03 INFO  Archivio: Z:\\Archivio\\Lavori
08:31:03 INFO  Aggiornamento dell'archivio dalla versione 27 alla 28
08:31:18 ERROR Archivio in sola lettura: impossibile creare il file di blocco
08:31:18 INFO  Archivio chiuso
`,
};
