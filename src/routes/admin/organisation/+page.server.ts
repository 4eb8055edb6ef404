import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import type { LogoRefusal } from '#lib/domain/logo.ts';
import { logoLimits } from '#lib/domain/logo.ts';
import { type Organisation, type Signature, signatureOf } from '#lib/domain/organisation.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { takenIn } from '#lib/server/forms/taken-in.ts';
import { readLogo } from '#lib/server/logo.ts';
import { organisationToChange } from '#lib/server/queries/organisation.ts';
import type { AdministrationOutcome } from '#lib/server/use-cases/administer.ts';
import { type ChangeOrganisation, changeOrganisation } from '#lib/server/use-cases/change-organisation.ts';
import { application } from '#platform/application.ts';
import type { FormEvent } from '../../proof.ts';
import { judged } from '../../receive.ts';
import { carryOutReceived } from '../carry-out.ts';
import { administratorOf } from '../reader.ts';
import type { Actions, PageServerLoad } from './$types';
import { logoAsData, logoIn, publicLogo } from './chosen-logo.ts';
import { organisationForm } from './forms.ts';

export const load: PageServerLoad = async ({ locals }) => {
	administratorOf(locals);
	const { version, ...current } = await organisationToChange(locals.reading);
	const logo = current.logo && publicLogo(current.logo);
	return { current: asTyped(current), logo, version, requestKey: randomUUID() };
};

/** As the fields of the form hold it. */
function asTyped({ logo, ...signature }: Organisation) {
	return { ...typedSignature(signature), logo: logo?.sha256 ?? '' };
}

function typedSignature({ name, postalAddress, supportAddress }: Signature) {
	return { name, postalAddress: postalAddress.join('\n'), supportAddress: supportAddress ?? '' };
}

export const actions: Actions = {
	preview: async (event) => {
		const done = await sent(event, 'preview', previewed);
		return done.ok ? done.value : done.back;
	},
	save: async (event) => {
		const done = await sent(event, 'save', changeOrganisation);
		if (!done.ok) return done.back;
		application().live.organisationChanged();
		redirect(303, '/admin/organisation?done=organisation-changed');
	},
};

type UseCase<Value> = (
	desk: App.Locals['desk'],
	viewer: ReturnType<typeof administratorOf>,
	input: ChangeOrganisation,
) => Promise<AdministrationOutcome<Value>>;

/** A file that came with the form is named by it from then on: chosen once, it comes back with all that was typed. */
async function sent<Value>(event: FormEvent, act: string, useCase: UseCase<Value>) {
	const { request, locals } = event;
	const { blobs } = locals.desk;
	const viewer = administratorOf(locals);
	const rules = { blobs, maxFiles: 1, maxFileBytes: logoLimits.bytes, takenIn: takenIn.of(viewer.id) };
	const read = await readForm(request, rules);
	const before = logoIn(read.fields, []);
	const refusal =
		read.uploads.length > 0 ? await refusedLogo(locals.desk, logoIn(read.fields, read.uploads)) : undefined;
	const fields = { ...read.fields, logo: refusal ? before : logoIn(read.fields, read.uploads) };
	const received = judged({ ...read, fields, uploads: [] }, locals, organisationForm);
	const done = await carryOutReceived(event, act, received, async (desk, by, input) =>
		refusal ? { ok: false as const, refusal } : useCase(desk, by, input),
	);
	if (done.ok) return done;
	const { status, data } = done.back;
	return { ok: false as const, back: fail(status, { ...data, logo: await logoAsData(blobs, fields.logo) }) };
}

async function refusedLogo({ blobs }: App.Locals['desk'], sha256: string): Promise<LogoRefusal | undefined> {
	const read = await readLogo(blobs, sha256);
	return read.ok ? undefined : read.refusal;
}

/** What would be kept, back on the page with the form that was sent. */
async function previewed(
	{ blobs }: App.Locals['desk'],
	_viewer: unknown,
	{ requestKey, basedOn, logo, ...typed }: ChangeOrganisation,
) {
	const signature = signatureOf(typed);
	if (!signature.ok) return signature;
	const shown = typedSignature(signature.value);
	const filled = { ...shown, logo, requestKey, basedOn: String(basedOn) };
	const none: Record<string, string> = {};
	const value = { shown, logo: await logoAsData(blobs, logo), typed: filled, errors: none, says: undefined };
	return { ok: true as const, value };
}
