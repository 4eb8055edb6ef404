/** Where a file of a message is; its name in the address is only for people. */
export function addressOf({ id, name }: { id: string; name: string }): string {
	return `/files/${id}/${encodeURIComponent(name)}`;
}
