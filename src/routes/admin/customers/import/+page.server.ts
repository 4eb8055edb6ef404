import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { importLimits } from '#lib/domain/customer-file/limits.ts';
import { requestKey } from '#lib/server/forms/parse-form.ts';
import { readForm, type Upload } from '#lib/server/forms/read-form.ts';
import { takenIn } from '#lib/server/forms/taken-in.ts';
import { recentImports } from '#lib/server/queries/customer-imports.ts';
import { previewImport } from '#lib/server/use-cases/preview-import.ts';
import { judged } from '../../../receive.ts';
import { administratorOf } from '../../reader.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	administratorOf(locals);
	return { requestKey: randomUUID(), recent: await recentImports(locals.reading) };
};

const previewForm = z.object({ requestKey, pasted: z.string().default('').pipe(z.string().max(importLimits.pasted)) });

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const viewer = administratorOf(locals);
		const { desk } = locals;
		const rules = { maxFiles: 1, maxFileBytes: importLimits.bytes, takenIn: takenIn.of(viewer.id) };
		const read = await readForm(request, { blobs: desk.blobs, ...rules });
		const received = judged(read, locals, previewForm);
		if (!received.ok) return received.back;
		const { requestKey, pasted } = received.value;
		const [file] = received.uploads;
		const given = file ? await contentOf(desk, file) : { name: '', bytes: new TextEncoder().encode(pasted) };
		const outcome = await previewImport(desk, viewer, { requestKey, ...given });
		return outcome.ok
			? redirect(303, `/admin/customers/import/${outcome.value.import}`)
			: received.refuse(outcome.refusal);
	},
};

/** The file itself is not kept: what was read of it is. */
async function contentOf({ blobs }: App.Locals['desk'], { name, sha256 }: Upload) {
	const content = await blobs.open(sha256);
	return { name, bytes: content ? new Uint8Array(await buffer(content)) : new Uint8Array() };
}
