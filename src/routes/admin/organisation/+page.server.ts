import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { type Organisation, organisationOf } from '#lib/domain/organisation.ts';
import { organisationToChange } from '#lib/server/queries/organisation.ts';
import type { AdministrationOutcome } from '#lib/server/use-cases/administer.ts';
import { type ChangeOrganisation, changeOrganisation } from '#lib/server/use-cases/change-organisation.ts';
import { application } from '#platform/application.ts';
import { carryOut } from '../carry-out.ts';
import { administratorOf } from '../reader.ts';
import type { Actions, PageServerLoad } from './$types';
import { organisationForm } from './forms.ts';

export const load: PageServerLoad = async ({ locals }) => {
	administratorOf(locals);
	const { version, ...current } = await organisationToChange(locals.reading);
	return { current: asTyped(current), version, requestKey: randomUUID() };
};

/** As the fields of the form hold it. */
function asTyped({ name, postalAddress, supportAddress }: Organisation) {
	return { name, postalAddress: postalAddress.join('\n'), supportAddress: supportAddress ?? '' };
}

export const actions: Actions = {
	preview: async (event) => {
		const done = await carryOut(event, 'preview', organisationForm, previewed, {});
		return done.ok ? done.value : done.back;
	},
	save: async (event) => {
		const done = await carryOut(event, 'save', organisationForm, changeOrganisation, {});
		if (!done.ok) return done.back;
		application().live.organisationChanged();
		redirect(303, '/admin/organisation?done=organisation-changed');
	},
};

/** What would be kept, back on the page with the form that was sent. */
async function previewed(
	_desk: unknown,
	_viewer: unknown,
	{ requestKey, basedOn, ...typed }: ChangeOrganisation,
): Promise<AdministrationOutcome<Previewed>> {
	const organisation = organisationOf(typed);
	if (!organisation.ok) return organisation;
	const shown = asTyped(organisation.value);
	return {
		ok: true,
		value: { shown, typed: { ...shown, requestKey, basedOn: String(basedOn) }, errors: {}, says: undefined },
	};
}

type Shown = ReturnType<typeof asTyped>;
type Previewed = {
	shown: Shown;
	typed: Shown & { requestKey: string; basedOn: string };
	errors: Record<string, string>;
	says: undefined;
};
