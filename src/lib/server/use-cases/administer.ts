import type { Transaction } from 'kysely';
import type { AdministrationRefusal, TakenName } from '#lib/domain/administration.ts';
import type { ProofNeeded, SecondFactorRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import { proofAsked } from '../access/recent-proof.ts';
import type { Viewer } from '../access/viewer.ts';
import { once } from '../db/once.ts';
import type { DB, JsonValue } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** What every act of administration is told beside its matter: the request key that makes it happen once. */
export type Administering = { requestKey: string };

export type AdministrationOutcome<Value = undefined> = Outcome<
	Value,
	AdministrationRefusal | SecondFactorRefusal | ProofNeeded | RepeatedKey
>;

type Act<Value> = (
	tx: Transaction<DB>,
	at: Temporal.Instant,
) => Promise<Outcome<Value, AdministrationRefusal | SecondFactorRefusal | ProofNeeded>>;

/**
 * An act of administration: for administrators only, once a request key. That a name is free is not asked beforehand: the
 * unique index knows it, also when two are given it at once, and its answer becomes the refusal.
 */
export async function administer<Value extends JsonValue | undefined>(
	desk: Desk,
	viewer: Viewer,
	name: string,
	{ requestKey, ...content }: Administering,
	act: Act<Value>,
): Promise<AdministrationOutcome<Value>> {
	if (viewer.role !== 'administrator') return refused({ reason: 'administrators-only' });
	const request = { account: viewer.id, act: name, key: requestKey, content };
	try {
		return await once<Value, AdministrationRefusal | SecondFactorRefusal | ProofNeeded>(desk, request, async (tx) =>
			act(tx, await desk.clock.now(tx)),
		);
	} catch (error) {
		const reason = takenName(error);
		if (reason) return refused({ reason });
		throw error;
	}
}

/** The same for what gives somebody access, or takes it away: only for who has just shown that it is they. */
export async function administerProved<Value extends JsonValue | undefined>(
	desk: Desk,
	viewer: Viewer,
	name: string,
	input: Administering,
	act: Act<Value>,
): Promise<AdministrationOutcome<Value>> {
	const asked = viewer.role === 'administrator' ? await proofAsked(desk, viewer) : undefined;
	return asked ?? administer(desk, viewer, name, input, act);
}

const takenNames: Readonly<Record<string, TakenName>> = {
	product_name: 'product-name-taken',
	customer_name: 'customer-name-taken',
	account_username: 'username-taken',
	account_email: 'email-taken',
};

/** PostgreSQL's unique_violation (class 23, 505) of an index that holds names apart. */
function takenName(error: unknown): TakenName | undefined {
	if (!(error instanceof Error && 'code' in error && error.code === '23505' && 'constraint' in error)) return undefined;
	return takenNames[String(error.constraint)];
}

/** An account whose activation link was made anew; the token is known to this answer alone and kept nowhere in clear. */
export type Issued = { account: number; token: string | undefined };

/** As `administerProved`; when it was done before, under the same key, the token is not known any more. */
export async function administerIssuing(
	desk: Desk,
	viewer: Viewer,
	name: string,
	input: Administering,
	act: Act<{ account: number; token: string }>,
): Promise<AdministrationOutcome<Issued>> {
	let token: string | undefined;
	const outcome = await administerProved(desk, viewer, name, input, async (tx, at) => {
		const issued = await act(tx, at);
		if (!issued.ok) return issued;
		token = issued.value.token;
		return done({ account: issued.value.account });
	});
	return outcome.ok ? done({ ...outcome.value, token }) : outcome;
}
