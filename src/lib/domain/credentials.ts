/** Why somebody is not let in: one reason for every way a name and a password can be wrong, so that it tells nobody who has an account. */
export type SignInRefusal = { reason: 'wrong-credentials' } | { reason: 'too-many-attempts'; minutes: number };

/** Why an activation link does not lead to a password; a link that was replaced by a newer one is no longer known (P1). */
export type ActivationRefusal = { reason: 'link-unknown' } | { reason: 'link-used' } | { reason: 'link-expired' };

/** Why the installation cannot be set up: the link is gone, or somebody has that name or address already. */
export type SetUpRefusal = { reason: 'link-unknown' } | { reason: 'name-taken' };

/** No `@`: what somebody types to sign in is either a username or an address, never both. */
export const usernamePattern = /^[a-z0-9._-]+$/i;
