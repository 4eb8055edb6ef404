import { randomUUID } from 'node:crypto';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Desk } from '#lib/server/desk.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { key, request, saying } from '../../tests/support/house.ts';
import { type Answer, ask } from './browser.ts';
import type { Ask } from './load.ts';
import type { Held, Taker, Writer } from './people.ts';

/** How the acts are carried out. */
export type Way = { open(writer: Writer): Ask; take(taker: Taker): Ask; answer(held: Held): Ask };

const subject = 'La poligonale non si chiude dopo la compensazione';
/** Some 80 words. */
const text = `${subject}: il programma segnala uno scarto e non dice dove, anche se i punti sono gli stessi. `.repeat(
	5,
);

/** As people do: the forms of the built application, each with a request key of its own. */
export function byForm(origin: string): Way {
	return {
		open({ product, cookie }) {
			const told = { product: String(product), lane: 'technical', subject, description: text };
			const environment = { version: '12.1', operatingSystem: 'Windows 11', tools: '' };
			const form = { fields: { requestKey: randomUUID(), ...told, ...environment }, files: true };
			return async () => refusalOf(await ask(origin, '/tickets/new', cookie, form), leadsTo('/tickets/'));
		},
		take({ cookie }) {
			const form = { fields: { requestKey: randomUUID() }, files: false };
			return async () => refusalOf(await ask(origin, '/desk?/take', cookie, form), leadsTo('/desk/tickets/'));
		},
		answer({ ticket, agent, seen }) {
			const form = { fields: { requestKey: randomUUID(), seen, text }, files: true };
			const path = `/desk/tickets/${ticket}`;
			return async () =>
				refusalOf(await ask(origin, `${path}?/reply`, agent.cookie, form), leadsTo(`${path}?done=reply`));
		},
	};
}

const leadsTo = (start: string) => (answer: Answer) => answer.status === 303 && answer.location.startsWith(start);

/** What an answer says that is not the one it should be. */
export function refusalOf(answer: Answer, isDone: (answer: Answer) => boolean): string | undefined {
	if (isDone(answer)) return undefined;
	const { status, location, body } = answer;
	const said = /role="alert"[^>]*>([\s\S]{0,500})/.exec(body)?.[1] ?? '';
	return `${status} ${location} ${said.replaceAll(/<[^>]*>|\s+/g, ' ')}`.trim();
}

/** The same acts without the application: what they send to the database, and nothing around it. */
export function straight(desk: Desk): Way {
	const told = { description: text, subject };
	return {
		open: (writer) => async () => reasonOf(await openTicket(desk, writer, request(writer.product, told))),
		take: (taker) => async () => reasonOf(await takeNext(desk, taker, key())),
		answer:
			({ ticket, agent }) =>
			async () =>
				reasonOf(await replyToCustomer(desk, agent, saying(ticket, text))),
	};
}

function reasonOf(outcome: Outcome<unknown, { reason: string }>): string | undefined {
	return outcome.ok ? undefined : outcome.refusal.reason;
}
