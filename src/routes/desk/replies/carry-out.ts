import { type ActionFailure, fail } from '@sveltejs/kit';
import type { z } from 'zod';
import type { RepeatedKey } from '#lib/domain/outcome.ts';
import type { SavedReplyRefusal } from '#lib/domain/saved-replies.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import type { SavedReplyOutcome } from '#lib/server/use-cases/write-saved-reply.ts';
import type { FormEvent } from '../../proof.ts';
import { type BroughtBack, receive } from '../../receive.ts';
import { staffOf } from '../reader.ts';

type UseCase<Input, Value> = (desk: Desk, viewer: StaffViewer, input: Input) => Promise<SavedReplyOutcome<Value>>;

export type Carried<Value> = { ok: true; value: Value } | { ok: false; back: ActionFailure<BroughtBack> };

/** Receives a form about a saved reply and has the use-case do it; what is refused comes back as it was typed. */
export async function carryOut<Schema extends z.ZodType<object>, About extends object, Value>(
	event: FormEvent,
	schema: Schema,
	useCase: UseCase<z.output<Schema> & About, Value>,
	about: About,
): Promise<Carried<Value>> {
	const viewer = staffOf(event.locals);
	const received = await receive(event, schema);
	if (!received.ok) return received;
	const outcome = await useCase(event.locals.desk, viewer, { ...received.value, ...about });
	if (outcome.ok) return outcome;
	return { ok: false, back: besideField(received.refuse(outcome.refusal), fieldOf(outcome.refusal)) };
}

/** A refusal about one field is said beside it; about the whole form, above it. */
function besideField(back: ActionFailure<BroughtBack>, field: string | undefined): ActionFailure<BroughtBack> {
	const { status, data } = back;
	return field && data.says ? fail(status, { ...data, errors: { [field]: data.says }, says: undefined }) : back;
}

function fieldOf(refusal: SavedReplyRefusal | RepeatedKey): string | undefined {
	switch (refusal.reason) {
		case 'no-such-shortcut':
		case 'shortcut-taken':
			return 'shortcut';
		case 'unknown-variable':
			return 'text';
		case 'supervisors-share':
			return 'whose';
		case 'reply-product-gone':
			return 'product';
		case 'reply-not-valid':
			return refusal.field;
		default:
			return undefined;
	}
}
