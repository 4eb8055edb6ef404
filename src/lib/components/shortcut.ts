/**
 * For `<summary {...shortcut('r')}>`: the keys by which what it stands on is reached, `r` or in turn `g c`. Whatever of a page has
 * them is listed under `?` and in the palette of commands by its own words, so that these never tell of what is not there.
 */
export function shortcut(keys: string | undefined) {
	if (!keys) return {};
	// ARIA has no way to tell of keys that are pressed one after the other.
	return { 'data-keys': keys, ...(keys.length === 1 && { 'aria-keyshortcuts': keys }) };
}
