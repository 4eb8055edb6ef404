const link = /<a( href="(?:https?:\/\/|mailto:)([^"]*)"[^>]*>)([^<]*(?:<\/a>)?)/g;

/**
 * Marks the links that read as something else than the address they lead to, so that a sheet of paper can say where. `html` is
 * what `renderMessage` makes.
 */
export function withNamedLinks(html: string): string {
	return html.replaceAll(link, (whole, rest: string, address: string, text: string) => {
		const isAddress = text.endsWith(`${address}</a>`) && /^(?:https?:\/\/)?$/.test(text.slice(0, -address.length - 4));
		return isAddress ? whole : `<a class="named"${rest}${text}`;
	});
}
