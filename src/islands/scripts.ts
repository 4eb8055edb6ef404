/** Where the scripts of the islands lie, as addresses: what starts, what that needs, and what each part needs besides. */
export type IslandScripts = { start: string; first: string[]; parts: Record<string, string[]> };
