import { deskTime } from '#lib/server/queries/desk-time.ts';
import { application } from '#platform/application.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
	const { viewer, language, theme, reading } = locals;
	const seesColleagues = viewer?.role === 'user' && viewer.seesColleagues;
	const { name, logo } = await application().live.organisation();
	return {
		organisation: { name, logo: logo && { address: `/logo/${logo.sha256}`, width: logo.width, height: logo.height } },
		language,
		theme,
		viewer: viewer && { id: viewer.id, name: viewer.name, role: viewer.role, seesColleagues },
		...(await deskTime(reading)),
	};
};
