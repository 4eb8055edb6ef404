/** What was done on the way to a page stands in its address, so that it is said without JavaScript too. */
const notices = ['opened', 'replied', 'closed', 'rated', 'done', 'duty', 'kept'];
const details = ['number', 'put-back'];

/** The address without what has been said by now: neither reloading nor whoever is sent it hears it again. */
export function saidOnce(address: URL): URL | undefined {
	if (!notices.some((notice) => address.searchParams.has(notice))) return undefined;
	const rest = new URL(address);
	for (const name of [...notices, ...details]) rest.searchParams.delete(name);
	rest.hash = '';
	return rest;
}
