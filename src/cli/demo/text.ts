/** A text of several lines as it stands in the code, without the indentation of the code around it. */
export function text(lines: TemplateStringsArray): string {
	return lines.join('').replace(/^\t+/gm, '').trim();
}
