/** Why somebody is not let in: one reason for every way a name and a password can be wrong, so that it tells nobody who has an account. */
export type SignInRefusal = { reason: 'wrong-credentials' } | TooManyAttempts;

/** Why an activation link does not lead to a password; one that was replaced by a newer link is unknown (P1). */
export type ActivationRefusal = { reason: 'link-unknown' } | { reason: 'link-used' } | { reason: 'link-expired' };

/** So many tries that nothing is tried any more for a while. */
export type TooManyAttempts = { reason: 'too-many-attempts'; minutes: number };

/** Why a recovery link does not lead to a new password. */
export type RecoveryRefusal =
	| { reason: 'recovery-unknown' }
	| { reason: 'recovery-used' }
	| { reason: 'recovery-expired' };

/** Why a link does not confirm a change of address, or stop it. `taken`: somebody else has been given that address since. */
export type AddressRefusal =
	| { reason: 'address-unknown' }
	| { reason: 'address-used' }
	| { reason: 'address-expired' }
	| { reason: 'address-taken' };

/** The new address is the one that is registered. */
export type OwnAddress = { reason: 'address-yours' };

/** Why a password that is long enough is not taken: many choose it, or it is little more than what is known of its owner. */
export type PasswordRefusal = { reason: 'password-common' } | { reason: 'password-personal' };

/** A password as it is verified and counted: the same characters may reach us composed or decomposed, as the keyboard has it. */
export function normalPassword(password: string): string {
	return password.normalize('NFKC');
}

/** In characters, each Unicode code point one (NIST SP 800-63B, 5.1.1.2). */
export function passwordLength(password: string): number {
	return [...normalPassword(password)].length;
}

/** Why the installation is not set up: its link is gone, or somebody has that username or address already. */
export type SetUpRefusal = { reason: 'link-unknown' } | { reason: 'name-taken' };

/** How long it counts that somebody has shown who they are, by signing in or when asked again. */
export const proofMinutes = 15;

/** What bears on who comes in is done only by somebody who has just shown who they are; `withCode`: with a second factor too. */
export type ProofNeeded = { reason: 'proof-needed'; withCode: boolean };

/** Why somebody is not taken for the one who signed in. */
export type ProofRefusal = { reason: 'wrong-password'; withCode: boolean } | TooManyAttempts | CodeRefusal;

/**
 * Why a code does not count: wrong, too late, or used before; or none was given where one is asked for. Where the house has another
 * secret key than the second factor was sealed with, no code can be verified.
 */
export type CodeRefusal = { reason: 'wrong-code' } | { reason: 'second-factor-unreadable' };

/** Too long after the password, or begun anew since: signing in begins again. */
export type StepRefusal = { reason: 'sign-in-step-over' } | TooManyAttempts | CodeRefusal;

/** Why a second factor is not set up, renewed or taken away. `…-required`: staff must have one while the house says so. */
export type SecondFactorRefusal =
	| { reason: 'second-factor-there' }
	| { reason: 'no-second-factor' }
	| { reason: 'second-factor-required' }
	| { reason: 'own-second-factor-first' }
	| { reason: 'wrong-first-code' };

/** A session that is over by now, never was, or is somebody else's: one answer. */
export type SessionRefusal = { reason: 'unknown-session' };

/** To how many people credentials are issued in one go. */
export const issuingMost = 10_000;

/** How long one can look up what came of it. */
export const issuingKeptDays = 30;

/** Which of those without credentials: all; those of a customer; those that a file brought in. */
export type WithoutCredentials = { customer?: number | undefined; import?: number | undefined };

/** Why credentials are not issued to many: nobody is without by now, or others than were confirmed. */
export type IssuingRefusal =
	| { reason: 'nobody-without-credentials' }
	| { reason: 'others-without-credentials'; people: number };
