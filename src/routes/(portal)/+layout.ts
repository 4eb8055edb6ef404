/** Pages are whole as the server makes them; what changes by itself in them, or is written in, comes alive as an island. */
export const csr = false;
