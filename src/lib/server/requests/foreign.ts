const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request that may change something was not sent by a page of ours (CSRF): without the header there is no telling. */
export function isForeign({ method, headers }: Pick<Request, 'method' | 'headers'>, { origin }: URL): boolean {
	return !reading.has(method) && headers.get('origin') !== origin;
}
