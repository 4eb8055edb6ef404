import { randomUUID } from 'node:crypto';
import { type ActionFailure, fail, redirect } from '@sveltejs/kit';
import { horizonDays } from '#lib/domain/calendar.ts';
import { activationDays } from '#lib/domain/limits.ts';
import type { Language } from '#lib/domain/roles.ts';
import type { Refusal } from '#lib/messages/say.ts';
import { policyPreview } from '#lib/server/queries/policy-preview.ts';
import { policyVersions } from '#lib/server/queries/policy-versions.ts';
import { timeZones } from '#lib/server/settings.ts';
import { savePolicy } from '#lib/server/use-cases/save-policy.ts';
import { type BroughtBack, receive } from '../../receive.ts';
import { administratorOf } from '../reader.ts';
import type { Actions, PageServerLoad } from './$types';
import { previewForm, saveForm, typedFrom } from './forms.ts';
import {
	countryOptions,
	eachInWords,
	historyInWords,
	type PreviewInWords,
	previewInWords,
	problemsInWords,
} from './in-words.ts';

export const load: PageServerLoad = async ({ locals }) => {
	administratorOf(locals);
	const { reading, language } = locals;
	const versions = await policyVersions(reading);
	const [current, first] = [versions[0], versions.at(-1)];
	if (!current || !first) throw new Error('There is always a first version.');
	return {
		version: current.version,
		current: typedFrom(current.settings),
		initially: eachInWords(first.settings, language),
		history: historyInWords(versions, language),
		countries: await countryOptions(language),
		timeZones: [...timeZones],
		fixed: { activationDays, horizonDays },
		requestKey: randomUUID(),
	};
};

/** What either step brings back to the page: all that was typed, what is wrong with it, and what it would change. */
type Back = Omit<BroughtBack, 'reason' | 'filesLost'> & { stale?: boolean; preview: PreviewInWords | undefined };

export const actions: Actions = {
	preview: async (event) => {
		administratorOf(event.locals);
		const received = await receive(event, previewForm);
		if (!received.ok) return brought(received.back);
		const { desk, language } = event.locals;
		const { basedOn, settings } = received.value;
		const outcome = await policyPreview(desk, settings);
		if (!outcome.ok) return besideFields(received.refuse(outcome.refusal), outcome.refusal, language);
		const preview = previewInWords(outcome.value, language);
		const stale = basedOn !== preview.basedOn;
		return { typed: { ...settings }, errors: {}, says: undefined, stale, preview } satisfies Back;
	},
	save: async (event) => {
		const viewer = administratorOf(event.locals);
		const received = await receive(event, saveForm);
		if (!received.ok) return brought(received.back, await previewAgain(event.locals, received.back));
		const outcome = await savePolicy(event.locals.desk, viewer, received.value);
		if (outcome.ok) redirect(303, '/admin/policy?done=policy-saved');
		const back = received.refuse(outcome.refusal);
		return besideFields(back, outcome.refusal, event.locals.language, await previewAgain(event.locals, back));
	},
};

function brought({ status, data }: ActionFailure<BroughtBack>, preview?: PreviewInWords) {
	return fail(status, { ...data, preview } satisfies Back);
}

/** What is wrong with single settings is said beside them; what is wrong with all of them together, above. */
function besideFields(
	{ status, data }: ActionFailure<BroughtBack>,
	refusal: Refusal,
	language: Language,
	preview?: PreviewInWords,
) {
	if (refusal.reason !== 'settings-not-valid') return brought(fail(status, data), preview);
	return brought(fail(400, { ...data, errors: problemsInWords(refusal.problems, language), says: undefined }));
}

/** What could not be saved is shown again beside the policy as it is by now. */
async function previewAgain({ desk, language }: App.Locals, { data }: ActionFailure<BroughtBack>) {
	const form = previewForm.safeParse(data.typed);
	const outcome = form.success ? await policyPreview(desk, form.data.settings) : undefined;
	return outcome?.ok ? previewInWords(outcome.value, language) : undefined;
}
