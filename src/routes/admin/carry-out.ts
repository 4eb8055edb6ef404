import { type ActionFailure, fail } from '@sveltejs/kit';
import type { z } from 'zod';
import type { AdministrationRefusal } from '#lib/domain/administration.ts';
import type { ProofNeeded, SecondFactorRefusal } from '#lib/domain/credentials.ts';
import type { RepeatedKey } from '#lib/domain/outcome.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import type { AdministrationOutcome } from '#lib/server/use-cases/administer.ts';
import type { FormEvent } from '../proof.ts';
import { type BroughtBack, type Received, receive } from '../receive.ts';
import { administratorOf } from './reader.ts';

type UseCase<Input, Value> = (desk: Desk, viewer: StaffViewer, input: Input) => Promise<AdministrationOutcome<Value>>;

/** What an act that was not carried out brings back to its page: which one, and all that was typed. */
export type Refused = BroughtBack & { act: string };

export type CarriedOut<Value> = { ok: true; value: Value } | { ok: false; back: ActionFailure<Refused> };

/** Receives the form of an act and has the use-case do it; `about` is what the page's address says beside the form. */
export async function carryOut<Schema extends z.ZodType<object>, About extends object, Value>(
	event: FormEvent,
	act: string,
	schema: Schema,
	useCase: UseCase<z.output<Schema> & About, Value>,
	about: About,
): Promise<CarriedOut<Value>> {
	administratorOf(event.locals);
	const received = await receive(event, schema);
	return carryOutReceived(event, act, received, (desk, viewer, input) => useCase(desk, viewer, { ...input, ...about }));
}

/** The same of a form that was received already. */
export async function carryOutReceived<Input, Value>(
	event: FormEvent,
	act: string,
	received: Received<Input>,
	useCase: UseCase<Input, Value>,
): Promise<CarriedOut<Value>> {
	const viewer = administratorOf(event.locals);
	if (!received.ok) return { ok: false, back: named(act, received.back) };
	const outcome = await useCase(event.locals.desk, viewer, received.value);
	if (outcome.ok) return outcome;
	const { refusal } = outcome;
	return { ok: false, back: named(act, besideField(received.refuse(refusal), fieldOf(refusal))) };
}

function named(act: string, { status, data }: ActionFailure<BroughtBack>): ActionFailure<Refused> {
	return fail(status, { ...data, act });
}

/** A refusal about one field is said beside it; about the whole form, above it. */
function besideField(back: ActionFailure<BroughtBack>, field: string | undefined): ActionFailure<BroughtBack> {
	const { status, data } = back;
	return field && data.says ? fail(status, { ...data, errors: { [field]: data.says }, says: undefined }) : back;
}

/** Which field of a form a refusal is about. */
export function fieldOf(
	refusal: AdministrationRefusal | SecondFactorRefusal | ProofNeeded | RepeatedKey,
): string | undefined {
	switch (refusal.reason) {
		case 'not-valid':
		case 'day-out-of-range':
			return refusal.field;
		case 'logo-gone':
		case 'logo-not-a-picture':
		case 'logo-moves':
		case 'logo-too-large':
			return 'logoFile';
		case 'product-name-taken':
		case 'customer-name-taken':
			return 'name';
		case 'username-taken':
			return 'username';
		case 'email-taken':
			return 'email';
		case 'last-administrator':
			return 'role';
		case 'no-product':
			return 'products';
		case 'day-already-closed':
		case 'day-not-worked':
		case 'day-is-holiday':
		case 'too-few-business-days':
		case 'nothing-to-close':
			return 'from';
		case 'range-backwards':
		case 'range-too-long':
			return 'to';
		default:
			return undefined;
	}
}
