/** What a refused act says: what happened, why (the clause of the policy), what can be done now. One entry a reason. */
export const refusals = {
	'not-found': () => 'Questo ticket non esiste, oppure non è tra quelli che può consultare.',
};
