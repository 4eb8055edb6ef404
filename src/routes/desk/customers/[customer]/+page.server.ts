import { randomUUID } from 'node:crypto';
import { type ActionFailure, error, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { textLimits } from '#lib/domain/limits.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Refusal } from '#lib/messages/say.ts';
import { tellUndelivered } from '#lib/messages/tell-undelivered.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { key, longText, requestKey } from '#lib/server/forms/parse-form.ts';
import { customerPage } from '#lib/server/queries/customer-page.ts';
import { disableUsers } from '#lib/server/use-cases/disable-users.ts';
import { noteCustomer } from '#lib/server/use-cases/note-customer.ts';
import { removeCustomerNote } from '#lib/server/use-cases/remove-customer-note.ts';
import type { FormEvent } from '../../../proof.ts';
import { type BroughtBack, receive } from '../../../receive.ts';
import { staffOf } from '../../reader.ts';
import type { Actions, PageServerLoad } from './$types';

const doneHere = z.enum(['noted', 'removed', 'disabled']);

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = { people: pageIn(url, 'people'), notes: pageIn(url, 'notes') };
	const viewer = staffOf(locals);
	const customer = (await customerPage(locals.reading, viewer, keyIn(params.customer), asked)) ?? error(404);
	const isPast =
		asked.people > Math.max(1, customer.users.pages) || asked.notes > Math.max(1, customer.notesPages.pages);
	if (isPast) redirect(303, url.pathname);
	const done = doneHere.safeParse(url.searchParams.get('done')).data;
	const told = { ...locals, administers: viewer.role === 'administrator' };
	const people = customer.users.people.map(({ undelivered, ...person }) => ({
		...person,
		undelivered: undelivered && tellUndelivered(undelivered, told),
	}));
	return {
		customer: { ...customer, users: { ...customer.users, people } },
		done,
		requestKey: randomUUID(),
	};
};

const noteForm = z.object({ requestKey, text: longText(textLimits.message) });
const removeForm = z.object({ requestKey, note: key });

const bareForm = z.object({ requestKey });

type Act = 'note' | 'remove' | 'disable';
type Refused = BroughtBack & { act: Act };
type Event = FormEvent & Pick<RequestEvent, 'params'>;

export const actions: Actions = {
	note: (event) => carryOut(event, 'note', noteForm, noteCustomer, 'noted'),
	remove: (event) => carryOut(event, 'remove', removeForm, removeCustomerNote, 'removed'),
	disable: (event) => carryOut(event, 'disable', bareForm, disableUsers, 'disabled'),
};

async function carryOut<Schema extends z.ZodType<object>, Value>(
	event: Event,
	act: Act,
	schema: Schema,
	useCase: (
		desk: Desk,
		viewer: StaffViewer,
		input: z.output<Schema> & { customer: number },
	) => Promise<Outcome<Value, Refusal>>,
	said: z.output<typeof doneHere>,
): Promise<ActionFailure<Refused>> {
	const viewer = staffOf(event.locals);
	const customer = keyIn(event.params.customer);
	const asks = { text: wordsFor(event.locals.language).customers.notes.ask };
	const received = await receive(event, schema, asks);
	if (!received.ok) return fail(received.back.status, { ...received.back.data, act });
	const outcome = await useCase(event.locals.desk, viewer, { ...received.value, customer });
	if (outcome.ok) redirect(303, `/desk/customers/${customer}?done=${said}#done`);
	if (outcome.refusal.reason === 'unknown-record') error(404);
	const back = received.refuse(outcome.refusal);
	return fail(back.status, { ...back.data, act });
}

function keyIn(parameter: string | undefined): number {
	const parsed = key.safeParse(parameter);
	return parsed.success ? parsed.data : error(404);
}

function pageIn(url: URL, name: 'people' | 'notes'): number {
	return key.safeParse(url.searchParams.get(name)).data ?? 1;
}
