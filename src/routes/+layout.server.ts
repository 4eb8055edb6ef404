import { deskTime } from '#lib/server/queries/desk-time.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
	const { viewer, language, theme, reading } = locals;
	return {
		language,
		theme,
		viewer: viewer && { name: viewer.name, role: viewer.role },
		...(await deskTime(reading)),
	};
};
