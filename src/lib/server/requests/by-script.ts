import { isRedirect } from '@sveltejs/kit';

/** A form that a script of ours has sent and whose answer it shows in its page; not one of SvelteKit's own, which take data. */
export function isSentByScript({ method, headers }: Request): boolean {
	return method === 'POST' && headers.has('x-sveltekit-action') && headers.get('accept') === 'text/html';
}

/** A page that is open reads itself again. */
export function isReadAgain({ headers }: Request): boolean {
	return headers.has('x-read-again');
}

/** What an open page asks for by itself. It is not somebody's presence: an idle session does not last by it. */
export function isUnattended({ route, request }: { route: { id: string | null }; request: Request }): boolean {
	if (route.id === '/live' || route.id === '/(portal)/tickets/[number]/read') return true;
	return request.headers.get('x-read-again') === 'unattended';
}

/** The same answer for a script: a browser does not tell it where an answer leads, and would follow it unasked. */
export async function answeredToScript(answered: Promise<Response>): Promise<Response> {
	try {
		const response = await answered;
		const to = response.headers.get('location');
		return to === null ? response : leading(to, response.headers);
	} catch (thrown) {
		if (isRedirect(thrown)) return leading(thrown.location);
		throw thrown;
	}
}

function leading(to: string, others?: Headers): Response {
	const headers = new Headers(others);
	headers.delete('location');
	headers.set('x-location', to);
	return new Response(null, { status: 204, headers });
}
