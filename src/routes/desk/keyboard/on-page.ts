/** Something to be done or gone to on the page that is shown; some places have no `keys`. */
export type OnPage = { keys: string; label: string; kind: 'act' | 'place'; element: HTMLElement };

/** What the page offers by now, in its order; what is folded away as well. */
export function onPage(): OnPage[] {
	return [...document.querySelectorAll<HTMLElement>('[data-keys], header nav a')]
		.filter((element) => !element.closest('[hidden], [inert], dialog') && !element.matches(':disabled'))
		.map((element) => ({
			keys: element.dataset.keys ?? '',
			label: labelOf(element),
			kind: element.closest('nav') ? 'place' : 'act',
			element,
		}));
}

function labelOf(element: HTMLElement): string {
	const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
	const named = label ?? element.querySelector('[data-label]') ?? element;
	return (element.getAttribute('aria-label') ?? named.textContent).replaceAll(/\s+/g, ' ').trim();
}

/** Does it: unfolds what is folded and goes to its first field, goes into a field, presses a button, follows a link. */
export function activate(element: HTMLElement): void {
	for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
		fold.open = true;
	}
	const { localName } = element;
	if (localName === 'input') element.focus();
	else if (localName === 'summary') enter(element);
	else element.click();
}

function enter(summary: HTMLElement): void {
	const fields = summary.parentElement?.querySelectorAll<HTMLElement>(
		'textarea, input:not([type=hidden], [type=file]), select, button',
	);
	const first = [...(fields ?? [])].find((field) => field.checkVisibility()) ?? summary;
	first.focus({ preventScroll: true });
	// With its title in sight, and above all the field itself.
	summary.scrollIntoView({ block: 'nearest' });
	first.scrollIntoView({ block: 'nearest' });
}

/** The ticket after, or before, the one that has the focus. */
export function stepAmongTickets(by: 1 | -1): boolean {
	const tickets = [...document.querySelectorAll<HTMLElement>('main a[href^="/desk/tickets/"]')].filter((link) =>
		link.checkVisibility(),
	);
	const here = tickets.indexOf(document.activeElement as HTMLElement);
	const next = tickets[here === -1 && by === -1 ? tickets.length - 1 : here + by];
	next?.focus();
	return next !== undefined;
}
