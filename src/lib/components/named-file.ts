/**
 * A name for a file whose program gave it none that would tell anybody anything (`image.png`): what `named` makes of the
 * minute it was made in, and a number where another has that name already, which joins `taken`.
 */
export function namedFile(file: File, named: (stamp: string) => string, taken: Set<string>): File {
	if (!/^image\.\w+$/.test(file.name)) return file;
	const stem = named(stampOf(new Date(file.lastModified)));
	const extension = file.name.slice('image'.length);
	let name = stem + extension;
	for (let nth = 2; taken.has(name); nth++) name = `${stem} (${nth})${extension}`;
	taken.add(name);
	return new File([file], name, { type: file.type, lastModified: file.lastModified });
}

function stampOf(made: Date): string {
	const two = (part: number) => String(part).padStart(2, '0');
	const day = [made.getFullYear(), two(made.getMonth() + 1), two(made.getDate())].join('-');
	return `${day} ${two(made.getHours())}.${two(made.getMinutes())}`;
}
