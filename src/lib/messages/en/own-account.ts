/** The page on which people find what the desk knows of them, and choose how they are told. */
export const ownAccount = {};
