import { type ProofNeeded, proofMinutes } from '#lib/domain/credentials.ts';
import { type Refused, refused } from '#lib/domain/outcome.ts';
import type { Desk } from '../desk.ts';
import type { Viewer } from './viewer.ts';

/**
 * What an act that bears on who comes in asks first, in one line: `const asked = await proofAsked(desk, viewer); if (asked) return asked;`.
 * Refuses whoever has not shown in the last minutes that it is still they who sit there. The form comes back as it was sent, asking for
 * the password beside it, and sent again it is carried out (`routes/proof.ts`).
 */
export function proofAsked(desk: Desk, viewer: Viewer): Promise<Refused<ProofNeeded> | undefined> {
	return askedWithin({ minutes: proofMinutes }, desk, viewer);
}

/** The same for what takes a proof of its own, however recently somebody has signed in. */
export function proofJustAsked(desk: Desk, viewer: Viewer): Promise<Refused<ProofNeeded> | undefined> {
	return askedWithin({ seconds: 10 }, desk, viewer);
}

async function askedWithin(
	within: { minutes: number } | { seconds: number },
	{ db, clock }: Desk,
	{ proved }: Viewer,
): Promise<Refused<ProofNeeded> | undefined> {
	const since = (await clock.glance(db)).subtract(within);
	if (proved && Temporal.Instant.compare(proved.at, since) > 0) return undefined;
	return refused({ reason: 'proof-needed', withCode: proved?.withCode ?? false });
}

/** Of whoever acts without ever having signed in, because they are made up: in the demo, in a simulation, in a test. */
export const provedForGood = { at: Temporal.Instant.from('9999-12-31T00:00Z'), withCode: false } as const;
