/** What is said of texts and files that wait to be sent. */
export const drafts = {};
