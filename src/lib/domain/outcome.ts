/** What an act comes to: done with a value, or refused for a named reason. A refused act has changed nothing. */
export type Outcome<Value, Refusal> = Done<Value> | Refused<Refusal>;
export type Done<Value> = { ok: true; value: Value };
export type Refused<Refusal> = { ok: false; refusal: Refusal };

/** The request key came before, with other content: an act is done once, and this would be another. */
export type RepeatedKey = { reason: 'request-key-reused' };

export function done(): Done<undefined>;
export function done<Value>(value: Value): Done<Value>;
export function done<Value>(value?: Value): Done<Value | undefined> {
	return { ok: true, value };
}

export function refused<const Refusal>(refusal: Refusal): Refused<Refusal> {
	return { ok: false, refusal };
}
