/** The desk stays as it is while one goes about in it: its pages come alive whole. */
export const csr = true;
