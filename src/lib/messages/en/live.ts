/** What is said of changes that arrive by themselves. */
export const live = {};
