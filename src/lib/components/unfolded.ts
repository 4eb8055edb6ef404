/**
 * For `<details {...unfoldedWhen(open)}>`: unlike `open={open}` it leaves alone what somebody has unfolded before the page came
 * alive.
 */
export function unfoldedWhen(open: boolean): { open?: true } {
	return open ? { open } : {};
}
