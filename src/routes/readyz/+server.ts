import { json } from '@sveltejs/kit';
import { application } from '#platform/application.ts';

/** Whether this process can work: what it stands on, each by name, and 503 when one fails. */
export const GET = async () => {
	const readiness = await application().ready();
	return json(readiness, { status: Object.values(readiness).every(Boolean) ? 200 : 503 });
};
