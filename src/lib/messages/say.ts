import type { AdministrationRefusal } from '#lib/domain/administration.ts';
import type {
	ActivationRefusal,
	AddressRefusal,
	OwnAddress,
	PasswordRefusal,
	ProofNeeded,
	ProofRefusal,
	RecoveryRefusal,
	SecondFactorRefusal,
	SessionRefusal,
	SetUpRefusal,
	SignInRefusal,
	StepRefusal,
} from '#lib/domain/credentials.ts';
import type { CustomerNoteRefusal } from '#lib/domain/customers.ts';
import type { DraftRefusal } from '#lib/domain/drafts.ts';
import type { HandOverRefusal } from '#lib/domain/hand-over.ts';
import type { HoldRefusal } from '#lib/domain/hold.ts';
import type { MergeRefusal } from '#lib/domain/merge.ts';
import type { RatingRefusal } from '#lib/domain/satisfaction.ts';
import type { GapsLeft, SavedReplyRefusal } from '#lib/domain/saved-replies.ts';
import type { ChangedMeanwhile } from '#lib/domain/seen.ts';
import type { TicketRefusal } from '#lib/domain/ticket.ts';
import type { Words } from './words.ts';

/** Every refusal there are words for. A new one is added here and then asked for by the compiler in both languages. */
export type Refusal =
	| TicketRefusal
	| ChangedMeanwhile
	| SignInRefusal
	| ActivationRefusal
	| RecoveryRefusal
	| AddressRefusal
	| OwnAddress
	| PasswordRefusal
	| SetUpRefusal
	| SessionRefusal
	| ProofNeeded
	| ProofRefusal
	| StepRefusal
	| SecondFactorRefusal
	| AdministrationRefusal
	| HandOverRefusal
	| HoldRefusal
	| MergeRefusal
	| DraftRefusal
	| RatingRefusal
	| CustomerNoteRefusal
	| { reason: 'supervisors-only' }
	| SavedReplyRefusal
	| GapsLeft
	| { reason: 'request-key-reused' }
	| { reason: 'not-licensed' }
	| { reason: 'empty-reply' }
	| { reason: 'follows-nothing-resolved' }
	| { reason: 'in-hand-limit' }
	| { reason: 'nothing-queued' }
	| { reason: 'account-disabled' }
	| { reason: 'already-in-lane' }
	| { reason: 'no-reason-given' }
	| { reason: 'same-product' }
	| { reason: 'customer-not-licensed' }
	| { reason: 'file-too-large'; name: string; maxBytes: number }
	| { reason: 'too-many-files'; maxFiles: number }
	| { reason: 'too-much-sent' }
	| { reason: 'too-large-field' }
	| { reason: 'too-large-form' }
	| { reason: 'malformed' };

/** Words for each reason, given what the refusal carries. */
export type Sayings = { [Reason in Refusal['reason']]: (refusal: Extract<Refusal, { reason: Reason }>) => string };

/** A refusal in courteous words: what happened, why, what can be done now (P8). */
export function say(refusal: Refusal, words: Words): string {
	const saying = words.refusals[refusal.reason] as (refusal: Refusal) => string;
	return saying(refusal);
}
