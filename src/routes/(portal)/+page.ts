/** What changes by itself are islands. */
export const csr = false;
