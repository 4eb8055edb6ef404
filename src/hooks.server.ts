import { error, isHttpError, isRedirect, type RequestEvent, redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { isLanguage } from '#lib/messages/words.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { admit, homeOf } from '#lib/server/access/gate.ts';
import { sessionToken } from '#lib/server/auth/session-cookie.ts';
import { viewerOf } from '#lib/server/auth/sessions.ts';
import { preferredLanguage } from '#lib/server/requests/preferred-language.ts';
import { newReference } from '#lib/server/requests/reference.ts';
import { application } from '#platform/application.ts';

/** How `app.html` has it, to be replaced by how this page is read. */
const asInTemplate = 'lang="it" data-theme="system"';

/** From a request to the one we make within it, so that both are called the same. */
const referenceHeader = 'x-reference';

type Resolve = Parameters<Handle>[0]['resolve'];

export const handle: Handle = async ({ event, resolve }) => {
	if (event.isSubRequest) return answer(event, resolve);
	const started = performance.now();
	let status = 500;
	try {
		const response = await answer(event, resolve);
		status = response.status;
		return response;
	} catch (thrown) {
		if (isRedirect(thrown) || isHttpError(thrown)) status = thrown.status;
		throw thrown;
	} finally {
		logRequest(event, status, performance.now() - started);
	}
};

async function answer(event: RequestEvent, resolve: Resolve): Promise<Response> {
	await introduce(event);
	const response = await enter(event, resolve);
	// What is shown to one person stays with them; a response that knows better has said so itself.
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	return response;
}

/** Who asks, and how they read. */
async function introduce(event: RequestEvent): Promise<void> {
	const { locals, cookies, request } = event;
	locals.reference = (event.isSubRequest && request.headers.get(referenceHeader)) || newReference();
	locals.desk = application().desk;
	locals.language = preferredLanguage(request.headers.get('accept-language'));
	const token = sessionToken(event);
	locals.viewer = token ? await viewerOf(locals.desk, token) : undefined;

	const [language, theme] = [cookies.get('language'), cookies.get('theme')];
	locals.language = locals.viewer?.language ?? (isLanguage(language) ? language : locals.language);
	locals.theme = locals.viewer ? locals.viewer.theme : theme === 'light' || theme === 'dark' ? theme : undefined;
}

async function enter(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const { viewer, language, theme } = event.locals;
	const verdict = admit(event.route.id, viewer);
	if (verdict === 'sign-in') redirect(303, `/login?next=${encodeURIComponent(wayBack(event))}`);
	if (verdict === 'home' && viewer) redirect(303, homeOf(viewer));
	if (verdict !== 'enter' && !event.isSubRequest) return notFound(event);
	const read = `lang="${language}" data-theme="${theme ?? 'system'}"`;
	return resolve(event, { transformPageChunk: ({ html }) => html.replace(asInTemplate, read) });
}

/** The page to return to after signing in; for a form that was sent, the page it stands on. */
function wayBack({ request, url }: RequestEvent): string {
	return request.method === 'GET' ? url.pathname + url.search : url.pathname;
}

/**
 * What does not exist and what is not for this viewer are answered alike, by the route that takes what no other takes. The
 * address asked for has as many parts as the one refused: a page names its scripts relative to where it is.
 */
async function notFound(event: RequestEvent): Promise<Response> {
	const { request, url, isDataRequest } = event;
	const wantsData = isDataRequest || request.headers.get('accept') === 'application/json';
	if (wantsData) error(404);
	const headers = { [referenceHeader]: event.locals.reference };
	const page = await event.fetch(url.pathname.replace(/^\/[^/]*/, '/-'), { headers });
	return new Response(page.body, page);
}

function logRequest({ request, route, locals }: RequestEvent, status: number, ms: number): void {
	const { reference, viewer } = locals;
	// Never the address itself: it may hold a token, or somebody's words.
	const line = { reference, method: request.method, route: route.id, status, ms: Math.round(ms * 10) / 10 };
	application().logger.info({ ...line, account: viewer?.id }, 'request');
}

export const handleError: HandleServerError = ({ kind, error, event: { locals, route } }) => {
	const reference = locals.reference ?? newReference();
	const words = wordsFor(locals.language ?? 'it').common.error;
	if (kind === 'unknown') {
		application().logger.error({ reference, route: route.id, stack: stackOf(error) }, 'failed');
		return { message: words.broken, reference };
	}
	if (error.status === 404) return { message: words.notFound, reference };
	return { message: error.status === 413 ? words.tooLarge : words.refused, reference };
};

/** The stack only: what else hangs on a database's error may hold what somebody wrote. */
function stackOf(error: unknown): string {
	if (!(error instanceof Error)) return typeof error;
	const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
	return `${error.stack}${cause}`;
}
