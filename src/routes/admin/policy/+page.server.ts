import { randomUUID } from 'node:crypto';
import { type ActionFailure, fail, redirect } from '@sveltejs/kit';
import { horizonDays } from '#lib/domain/calendar.ts';
import { activationDays } from '#lib/domain/limits.ts';
import type { TypedPolicy } from '#lib/domain/policy-check.ts';
import { typedFrom } from '#lib/domain/policy-rebase.ts';
import { type Refusal, say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { rebasedPolicy } from '#lib/server/queries/policy-meanwhile.ts';
import { policyPreview } from '#lib/server/queries/policy-preview.ts';
import { policyVersions } from '#lib/server/queries/policy-versions.ts';
import { timeZones } from '#lib/server/settings.ts';
import { savePolicy } from '#lib/server/use-cases/save-policy.ts';
import { type BroughtBack, receive } from '../../receive.ts';
import { administratorOf } from '../reader.ts';
import type { Actions, PageServerLoad } from './$types';
import { previewForm, saveForm } from './forms.ts';
import {
	countryOptions,
	eachInWords,
	historyInWords,
	type MeanwhileInWords,
	meanwhileInWords,
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

/**
 * What either step brings back to the page: all that was typed, on the version in force by now, with what is wrong with it, what it would
 * change, and what somebody else changed meanwhile.
 */
type Back = Omit<BroughtBack, 'reason' | 'filesLost'> & {
	preview: PreviewInWords | undefined;
	meanwhile: MeanwhileInWords | undefined;
};

export const actions: Actions = {
	preview: async (event) => {
		administratorOf(event.locals);
		const received = await receive(event, previewForm);
		if (!received.ok) return unread(received.back);
		const shown = await shownAgain(event.locals, received.value);
		const back: Back = { ...shown.back, typed: { ...shown.typed, requestKey: received.value.requestKey } };
		return shown.refusal ? fail(statusOf(shown.refusal), back) : back;
	},
	save: async (event) => {
		const viewer = administratorOf(event.locals);
		const received = await receive(event, saveForm);
		if (received.ok) {
			const outcome = await savePolicy(event.locals.desk, viewer, received.value);
			if (outcome.ok) redirect(303, '/admin/policy?done=policy-saved');
			return unsaved(event.locals, received.refuse(outcome.refusal));
		}
		return unsaved(event.locals, received.back);
	},
};

/** What could not be read at all, such as a form without its version. */
function unread({ status, data }: ActionFailure<BroughtBack>) {
	return fail(status, { ...data, preview: undefined, meanwhile: undefined } satisfies Back);
}

/** What could not be saved is shown again on the policy as it is by now; what is wrong with the settings goes first. */
async function unsaved(locals: App.Locals, back: ActionFailure<BroughtBack>) {
	const form = previewForm.safeParse(back.data.typed);
	if (!form.success) return unread(back);
	const shown = await shownAgain(locals, form.data);
	const typed = { ...back.data.typed, ...shown.typed };
	if (shown.refusal) return fail(statusOf(shown.refusal), { ...shown.back, typed } satisfies Back);
	const { errors, says } = back.data;
	return fail(back.status, { ...shown.back, typed, errors, says } satisfies Back);
}

/** What was typed on the version in force by now: what it would change, or why it cannot be. */
async function shownAgain({ desk, language }: App.Locals, form: { basedOn: number; settings: TypedPolicy }) {
	const { basedOn, settings, meanwhile } = await rebasedPolicy(desk, form.basedOn, form.settings);
	const typed = { ...settings, workingWeek: [...settings.workingWeek], basedOn: String(basedOn) };
	const back = { errors: {}, says: undefined, preview: undefined, meanwhile: meanwhileInWords(meanwhile, language) };
	const outcome = await policyPreview(desk, settings);
	if (outcome.ok) {
		const preview = { ...previewInWords(outcome.value, language), basedOn };
		return { typed, refusal: undefined, back: { ...back, preview } };
	}
	const { refusal } = outcome;
	// What is wrong with single settings is said beside them; what is wrong with all of them together, above.
	const wrong =
		refusal.reason === 'settings-not-valid'
			? { errors: problemsInWords(refusal.problems, language) }
			: { says: say(refusal, wordsFor(language)) };
	return { typed, refusal, back: { ...back, ...wrong } };
}

/** What is not valid is no conflict. */
function statusOf({ reason }: Refusal): number {
	return reason === 'settings-not-valid' ? 400 : 409;
}
