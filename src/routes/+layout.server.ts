import { dayOf } from '#lib/domain/calendar.ts';
import { defaultPolicy } from '#lib/domain/policy.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
	const { viewer, language, theme, reading } = locals;
	return {
		language,
		theme,
		viewer: viewer && { name: viewer.name, role: viewer.role },
		timeZone: defaultPolicy.timeZone,
		today: dayOf(defaultPolicy, await reading.clock.now(reading.db)).toString(),
	};
};
