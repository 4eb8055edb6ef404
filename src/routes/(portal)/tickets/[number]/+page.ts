/** What changes by itself, and what is written in, are islands. */
export const csr = false;
