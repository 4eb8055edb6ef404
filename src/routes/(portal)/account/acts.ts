import { type ActionFailure, fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Refusal } from '#lib/messages/say.ts';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import type { FormEvent } from '../../proof.ts';
import { type BroughtBack, receive } from '../../receive.ts';
import { userOf } from '../reader.ts';

/** Each is a form of the page; done, the address says which it was. */
export type Act = 'name' | 'preferences' | 'notices' | 'session' | 'others';

export type Refused = BroughtBack & { act: Act };

/** Receives the form of an act, has it done for whoever is signed in, and comes back to the page, whose address says it with what it is `about`. */
export async function carryOut<Schema extends z.ZodType, Refused extends Refusal>(
	event: FormEvent,
	act: Act,
	schema: Schema,
	useCase: (desk: Desk, viewer: UserViewer, value: z.output<Schema>) => Promise<Outcome<undefined, Refused>>,
	about: (value: z.output<Schema>) => string = () => '',
): Promise<ActionFailure<BroughtBack & { act: Act }>> {
	const viewer = userOf(event.locals);
	const received = await receive(event, schema);
	if (!received.ok) return named(act, received.back);
	const outcome = await useCase(event.locals.desk, viewer, received.value);
	if (!outcome.ok) return named(act, besideField(received.refuse(outcome.refusal), outcome.refusal));
	redirect(303, `/account?done=${act}${about(received.value)}#done`);
}

function named(act: Act, { status, data }: ActionFailure<BroughtBack>) {
	return fail(status, { ...data, act });
}

/** A refusal about one field is said beside it; about the whole form, above it. */
function besideField(back: ActionFailure<BroughtBack>, refusal: Refusal): ActionFailure<BroughtBack> {
	const { status, data } = back;
	if (refusal.reason !== 'not-valid' || !data.says) return back;
	return fail(status, { ...data, errors: { [refusal.field]: data.says }, says: undefined });
}
