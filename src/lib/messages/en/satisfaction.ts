/** The question after a ticket was resolved. */
export const satisfaction = {};
