import { activate, onPage, stepAmongTickets } from './on-page.ts';

/** Keys that are pressed one after the other follow within this time. */
const togetherMs = 1_500;
/** What goes on while its key is held down; an act is done once. */
const stepping: ReadonlySet<string> = new Set(['j', 'k']);
const switchedOff = 'sportello.keys-off';

/** Whether single keys are listened to in this browser: whoever dictates, or wears a glove, switches them off (WCAG 2.1.4). */
export function keysAreOn(): boolean {
	return localStorage.getItem(switchedOff) === null;
}

export function switchKeys(on: boolean): void {
	if (on) localStorage.removeItem(switchedOff);
	else localStorage.setItem(switchedOff, '');
}

export type Opened = 'palette' | 'shortcuts';

/** What is done by a key, wherever one is on the desk. */
export class Keys {
	readonly #open: (what: Opened) => void;
	#begun = '';
	#begunAt = 0;

	constructor(open: (what: Opened) => void) {
		this.#open = open;
	}

	readonly pressed = (event: KeyboardEvent): void => {
		if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
		const done = event.ctrlKey || event.metaKey ? this.#withControl(event) : this.#alone(event);
		if (done) event.preventDefault();
	};

	#withControl({ key, altKey, shiftKey, target }: KeyboardEvent): boolean {
		if (altKey || shiftKey) return false;
		if (key.toLowerCase() === 'k') {
			this.#open('palette');
			return true;
		}
		return key === 'Enter' && send(target);
	}

	#alone(event: KeyboardEvent): boolean {
		const { key, altKey, shiftKey, target, timeStamp } = event;
		if (isTypedInto(target)) {
			// Out of the field, so that keys are keys again.
			if (key === 'Escape') target.blur();
			return false;
		}
		const isLetter = /^\p{L}$/u.test(key);
		// With AltGr a key that has no third sign sends its plain letter.
		const isAnotherSign = altKey || (isLetter && (shiftKey || event.getModifierState('AltGraph')));
		if (isAnotherSign || (event.repeat && !stepping.has(key)) || !keysAreOn()) return false;
		const inTurn = this.#begun && timeStamp - this.#begunAt < togetherMs ? `${this.#begun} ` : '';
		this.#begun = '';
		return this.#press(inTurn + key.toLowerCase(), timeStamp);
	}

	#press(keys: string, at: number): boolean {
		if (keys === '?') {
			this.#open('shortcuts');
			return true;
		}
		if (keys === 'j' || keys === 'k') return stepAmongTickets(keys === 'j' ? 1 : -1);
		const offered = onPage();
		const found = offered.find((one) => one.keys === keys);
		if (found) activate(found.element);
		else if (offered.some((one) => one.keys.startsWith(`${keys} `))) {
			this.#begun = keys;
			this.#begunAt = at;
		}
		return found !== undefined || this.#begun !== '';
	}
}

/** From any field of it, boxes to tick and files included; a button or a link does what it says. */
function send(target: EventTarget | null): boolean {
	const isField = isTypedInto(target) || (target instanceof HTMLInputElement && target.type !== 'submit');
	const form = isField ? target.closest('form') : null;
	form?.requestSubmit(form.querySelector<HTMLElement>('button:not([type=button])'));
	return form !== null;
}

function isTypedInto(target: EventTarget | null): target is HTMLElement {
	if (!(target instanceof HTMLElement)) return false;
	if (target instanceof HTMLInputElement)
		return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
	return target.matches('textarea, select') || target.isContentEditable;
}
