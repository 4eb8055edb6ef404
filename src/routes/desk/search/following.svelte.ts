import { afterNavigate, goto } from '$app/navigation';

const pauseMs = 250;

/**
 * With scripts the results follow what is typed and chosen in a form, which keeps the focus. Of one search only where it has come to is
 * remembered; whoever goes back, or follows a link, finds the form as the address says.
 */
export function following(form: HTMLFormElement): () => void {
	let pending: ReturnType<typeof setTimeout> | undefined;
	const search = () => {
		clearTimeout(pending);
		const address = addressOf(form);
		if (address.href === location.href) return;
		const isSameSearch = new URLSearchParams(location.search).has('q') && address.searchParams.has('q');
		void goto(address, { replace: isSameSearch, reset: false });
	};
	const later = () => {
		clearTimeout(pending);
		pending = setTimeout(search, pauseMs);
	};
	const now = (event: Event) => {
		if (event instanceof SubmitEvent) event.preventDefault();
		search();
	};
	form.addEventListener('input', later);
	form.addEventListener('change', now);
	form.addEventListener('submit', now);
	return () => {
		clearTimeout(pending);
		form.removeEventListener('input', later);
		form.removeEventListener('change', now);
		form.removeEventListener('submit', now);
	};
}

/** To be called while the page is made. */
export function resetWhenLed(form: () => HTMLFormElement | undefined): void {
	afterNavigate(({ type }) => {
		if (type === 'popstate' || type === 'link') form()?.reset();
	});
}

function addressOf(form: HTMLFormElement): URL {
	const address = new URL(form.action);
	for (const [name, value] of new FormData(form)) {
		if (typeof value === 'string' && value.trim() !== '') address.searchParams.set(name, value);
	}
	return address;
}
