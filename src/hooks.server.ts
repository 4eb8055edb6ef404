import { error, isHttpError, isRedirect, type RequestEvent, redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { isLanguage } from '#lib/messages/words.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { admit, homeOf } from '#lib/server/access/gate.ts';
import { sessionToken } from '#lib/server/auth/session-cookie.ts';
import { viewerOf } from '#lib/server/auth/sessions.ts';
import { userAgentAsKept } from '#lib/server/auth/user-agent.ts';
import { oneMoment } from '#lib/server/clock.ts';
import { SenderGone } from '#lib/server/forms/read-form.ts';
import { answeredToScript, isSentByScript, isUnattended } from '#lib/server/requests/by-script.ts';
import { isForeign } from '#lib/server/requests/foreign.ts';
import { preferredLanguage } from '#lib/server/requests/preferred-language.ts';
import { newReference } from '#lib/server/requests/reference.ts';
import { keepSentLate } from '#lib/server/requests/sent-late.ts';
import { application } from '#platform/application.ts';
import { uploadRules } from './routes/uploads.ts';

/** How `app.html` has it, to be replaced by how this page is read. */
const asInTemplate = 'lang="it" data-theme="system"';

/** From a request to the one we make within it: what both are called, why it is refused, and the page that was asked for. */
const within = { reference: 'x-reference', refusal: 'x-refusal', address: 'x-address' } as const;

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
	const answered = isForeign(event.request, event.url) ? turnAway(event) : enter(event, resolve);
	const response = await (isSentByScript(event.request) ? answeredToScript(answered) : answered);
	// What is shown to one person stays with them; a response that knows better has said so itself.
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	return response;
}

/** Who asks, and how they read. */
async function introduce(event: RequestEvent): Promise<void> {
	const { locals, cookies, request } = event;
	const [language, theme] = [cookies.get('language'), cookies.get('theme')];
	locals.reference = (event.isSubRequest && request.headers.get(within.reference)) || newReference();
	locals.refusal = event.isSubRequest && request.headers.get(within.refusal) === '403' ? 403 : 404;
	locals.address = (event.isSubRequest && request.headers.get(within.address)) || wayBack(event);
	const { desk, live } = application();
	// Before anything is read: whatever is told from now on, the page may not show.
	locals.mark = live.mark;
	const browser = userAgentAsKept(request.headers.get('user-agent'));
	locals.desk = { ...desk, from: { address: event.getClientAddress(), browser } };
	// After an act its page is read as of a later moment.
	locals.reading = request.method === 'GET' ? { ...desk, clock: oneMoment(desk.clock) } : desk;
	locals.language = isLanguage(language) ? language : preferredLanguage(request.headers.get('accept-language'));
	locals.theme = theme === 'light' || theme === 'dark' ? theme : undefined;

	// Last, since it needs the database: an error page has its language and its reference without it.
	const token = sessionToken(event);
	locals.viewer = token ? await viewerOf(locals.reading, token, { unattended: isUnattended(event) }) : undefined;
	if (locals.viewer) Object.assign(locals, { language: locals.viewer.language, theme: locals.viewer.theme });
}

async function enter(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const { viewer, language, theme } = event.locals;
	const verdict = admit(event.route.id, viewer);
	if (verdict === 'sign-in') {
		redirect(303, `/login?next=${encodeURIComponent((await keptAt(event)) ?? event.locals.address)}`);
	}
	if (verdict === 'home' && viewer) redirect(303, homeOf(viewer));
	if (verdict !== 'enter' && !event.isSubRequest) return refuse(event, 404);
	const read = `lang="${language}" data-theme="${theme ?? 'system'}"`;
	return resolve(event, { transformPageChunk: ({ html }) => html.replace(asInTemplate, read) });
}

/**
 * Where a form is found again that was written while the session ended; nothing for anything else. One that was sent by a
 * script stays in its page anyway.
 */
async function keptAt(event: RequestEvent): Promise<string | undefined> {
	const { request, locals, route, params } = event;
	const token = sessionToken(event);
	if (!token || request.method !== 'POST' || request.headers.has('x-sveltekit-action')) return undefined;
	const form = { route: route.id, search: event.url.search, ticket: params.number };
	return keepSentLate(locals.desk, token, form, (account) => uploadRules(locals.desk, account), request);
}

/** The page to return to after signing in; for a form that was sent, the page it stands on. */
function wayBack({ request, url }: RequestEvent): string {
	return request.method === 'GET' ? url.pathname + url.search : url.pathname;
}

/**
 * Not Kit's own check, which answers with a line of English that nobody can quote and writes no log. Who set ORIGIN to one
 * address and uses another finds here what is expected.
 */
async function turnAway(event: RequestEvent): Promise<Response> {
	const { request, url, route, locals } = event;
	const expected = url.origin;
	const origin = request.headers.get('origin')?.slice(0, 200);
	const line = { reference: locals.reference, route: route.id, expected, origin };
	application().logger.warn(line, `refused: not sent from a page of ours; ORIGIN is taken to be ${expected}`);
	return refuse(event, 403);
}

/**
 * The designed page for what is not accepted; what does not exist and what is not for this viewer are answered alike. It is
 * made by the route that takes what no other takes, under an address that has as many parts as the one refused: a page names
 * its scripts relative to where it is.
 */
async function refuse(event: RequestEvent, status: 403 | 404): Promise<Response> {
	const { request, url, isDataRequest, locals } = event;
	const wantsData = isDataRequest || request.headers.get('accept') === 'application/json';
	if (wantsData) error(status);
	const headers = {
		[within.reference]: locals.reference,
		[within.refusal]: String(status),
		[within.address]: locals.address,
	};
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
	// In the message too: `error.html`, where everything ends that no page of ours can show, has nothing else to print.
	const tell = (what: string) => ({
		message: `${what} ${words.reference}: ${reference}.`,
		reference,
		address: locals.address,
	});
	if (kind === 'unknown') {
		// Nobody is left to read the answer, and nothing of ours went wrong.
		if (error instanceof SenderGone) return { ...tell(words.refused), status: 499 };
		application().logger.error({ reference, route: route.id, err: error }, 'failed');
		return tell(words.broken);
	}
	if (error.status === 404) return tell(words.notFound);
	if (error.status === 403) return tell(words.foreign);
	return tell(error.status === 413 ? words.tooLarge : words.refused);
};
