/** A line that is nothing but a path of one of our pages, as `render.ts` writes it. */
const ourPage = /^\/(?:policy|account|(?:desk\/)?tickets\/(?:new\?follows=)?\d+)$/gm;

/** The body as its receiver gets it: where people find us stands before each path, as it is set when it is sent or shown. */
export function withAddresses(body: string, origin: string): string {
	return body.replace(ourPage, (path) => `${origin}${path}`);
}
