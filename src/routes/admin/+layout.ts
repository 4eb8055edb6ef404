/** As the desk: its pages come alive whole. */
export const csr = true;
