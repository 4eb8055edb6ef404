import type { Dice } from '../../simulation/dice.ts';

type Point = readonly [x: number, y: number];

/** A small drawing for CAD programs (DXF, release 12): the walls of a plan, or the points of a survey. */
export function dxf(kind: 'plan' | 'points', dice: Dice): string {
	const entities = kind === 'plan' ? walls(dice) : surveyed(dice);
	return `${['0', 'SECTION', '2', 'ENTITIES', ...entities, '0', 'ENDSEC', '0', 'EOF'].join('\n')}\n`;
}

function walls(dice: Dice): string[] {
	const [width, depth] = [dice.between(80, 140) / 10, dice.between(60, 95) / 10];
	const [middle, door] = [dice.between(35, 55) / 10, dice.between(8, 20) / 10];
	const outline: Point[] = [
		[0, 0],
		[width, 0],
		[width, depth],
		[0, depth],
		[0, 0],
	];
	return [
		...chain('MURI', outline),
		...chain('TRAMEZZI', [
			[middle, 0],
			[middle, depth - door],
		]),
	];
}

const chain = (layer: string, points: readonly Point[]) =>
	points.slice(1).flatMap(([x, y], before) => {
		const [fromX, fromY] = points[before] as Point;
		return ['0', 'LINE', '8', layer, '10', `${fromX}`, '20', `${fromY}`, '11', `${x}`, '21', `${y}`];
	});

function surveyed(dice: Dice): string[] {
	return Array.from({ length: dice.between(14, 30) }, () => {
		const [x, y, z] = [dice.between(0, 90_000), dice.between(0, 60_000), dice.between(1_100, 1_450)];
		return ['0', 'POINT', '8', 'RILIEVO', '10', `${x / 1_000}`, '20', `${y / 1_000}`, '30', `${z / 10}`];
	}).flat();
}

/** One page of plain text (ISO 32000); characters outside Latin-1 are left out. */
export function pdf(lines: readonly string[]): Buffer {
	const shown = lines.map(
		(line) =>
			`(${line
				.replaceAll('’', "'")
				.replaceAll(/[\\()]/g, '\\$&')
				.replaceAll(/[^\u0020-\u00ff]/g, '')}) Tj T*`,
	);
	const stream = `BT /F1 11 Tf 15 TL 56 780 Td ${shown.join('\n')} ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
	];
	let file = '%PDF-1.4\n';
	const places = objects.map((object, index) => {
		const place = file.length;
		file += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return place;
	});
	const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
	const size = objects.length + 1;
	file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
	return Buffer.from(file, 'latin1');
}
