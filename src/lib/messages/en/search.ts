/** The list of tickets, its filters and its search. */
export const search = {};
