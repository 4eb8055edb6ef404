/** Nothing of these pages comes alive: they are forms to be sent and a text to be read. */
export const csr = false;
