import type { MissingItem } from '#lib/domain/hold.ts';
import { done } from '#lib/domain/outcome.ts';
import type { Lane } from '#lib/domain/queue.ts';
import type { Score } from '#lib/domain/satisfaction.ts';
import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { correctProduct } from '#lib/server/use-cases/correct-product.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { handOver } from '#lib/server/use-cases/hand-over.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { moveLane } from '#lib/server/use-cases/move-lane.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { rateTicket } from '#lib/server/use-cases/rate-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { type DemoFile, play, requestKey, type Stage, uploads } from './stage.ts';

type Instant = Temporal.Instant;

/** What a customer opens; what is left out is left empty in the form, too. */
export type Request = {
	product: number;
	lane?: Lane;
	subject: string;
	description: string;
	version?: string;
	operatingSystem?: string;
	tools?: string;
	files?: DemoFile[];
	follows?: number;
};

/** A user of a customer, acting by the same use-cases as the portal. */
export function customerSide(stage: Stage, viewer: UserViewer) {
	const { desk } = stage;
	return {
		async opens(when: Instant, { files = [], ...asked }: Request): Promise<number> {
			const left = { lane: 'technical', version: '', operatingSystem: '', tools: '', follows: undefined } as const;
			const request = { ...left, ...asked, files: await uploads(stage, files), requestKey: requestKey() };
			const { ticket } = await play(stage, when, () => openTicket(desk, viewer, request));
			return ticket;
		},
		async replies(when: Instant, ticket: number, text: string, ...files: DemoFile[]): Promise<void> {
			const reply = { ticket, text, files: await uploads(stage, files), requestKey: requestKey() };
			await play(stage, when, () => replyAsCustomer(desk, viewer, reply));
		},
		rates: (when: Instant, ticket: number, score: Score, words: string) =>
			play(stage, when, () => rateTicket(desk, viewer, { ticket, score, words, requestKey: requestKey() })),
		closes: (when: Instant, ticket: number) =>
			play(stage, when, () => closeTicket(desk, viewer, { ticket, requestKey: requestKey() })),
	};
}

/** A member of staff, acting by the same use-cases as the desk. */
export function staffSide(stage: Stage, viewer: StaffViewer) {
	const { desk } = stage;
	const on = (ticket: number) => ({ ticket, requestKey: requestKey() });
	return {
		account: viewer.id,
		name: viewer.name,
		goesOn: (when: Instant) => play(stage, when, () => goOnDuty(desk, viewer, { requestKey: requestKey() })),
		goesOff: (when: Instant) => play(stage, when, () => goOffDuty(desk, viewer, { requestKey: requestKey() })),
		/** Nobody chooses a ticket: the story only says which one Take next has to give. */
		async takes(when: Instant, expected: number): Promise<void> {
			const { ticket } = await play(stage, when, () => takeNext(desk, viewer, { requestKey: requestKey() }));
			if (ticket !== expected) throw new Error(`Take next gave ticket ${ticket}, the story waits for ${expected}.`);
		},
		/** Whatever Take next gives; nothing where the queue has nothing for this agent. */
		takesNext: (when: Instant): Promise<number | undefined> =>
			play(stage, when, async () => {
				const taken = await takeNext(desk, viewer, { requestKey: requestKey() });
				if (taken.ok) return done(taken.value.ticket);
				return taken.refusal.reason === 'nothing-queued' ? done(undefined) : taken;
			}),
		async replies(when: Instant, ticket: number, text: string, ...files: DemoFile[]): Promise<void> {
			const reply = { ...on(ticket), text, files: await uploads(stage, files) };
			await play(stage, when, () => replyToCustomer(desk, viewer, reply));
		},
		notes: (when: Instant, ticket: number, text: string) =>
			play(stage, when, () => addNote(desk, viewer, { ...on(ticket), text })),
		evaluates: (when: Instant, ticket: number, text: string) =>
			play(stage, when, () => evaluate(desk, viewer, { ...on(ticket), text })),
		awaits: (when: Instant, ticket: number, missing: MissingItem[], text: string) =>
			play(stage, when, () => awaitCustomer(desk, viewer, { ...on(ticket), missing, text, files: [] })),
		resumes: (when: Instant, ticket: number) => play(stage, when, () => resume(desk, viewer, on(ticket))),
		withdraws: (when: Instant, ticket: number) => play(stage, when, () => withdrawRequest(desk, viewer, on(ticket))),
		putsBack: (when: Instant, ticket: number) => play(stage, when, () => putBack(desk, viewer, on(ticket))),
		handsOver: (when: Instant, ticket: number, { account: colleague }: { account: number }, text: string) =>
			play(stage, when, () => handOver(desk, viewer, { ...on(ticket), colleague, text })),
		moves: (when: Instant, ticket: number, lane: Lane, text: string) =>
			play(stage, when, () => moveLane(desk, viewer, { ...on(ticket), lane, text })),
		corrects: (when: Instant, ticket: number, product: number) =>
			play(stage, when, () => correctProduct(desk, viewer, { ...on(ticket), product })),
		merges: (when: Instant, ticket: number, other: number) =>
			play(stage, when, () => mergeTicket(desk, viewer, { ...on(ticket), other })),
		resolves: (when: Instant, ticket: number, text = '') =>
			play(stage, when, () => resolve(desk, viewer, { ...on(ticket), text, files: [] })),
	};
}

export type CustomerSide = ReturnType<typeof customerSide>;
export type StaffSide = ReturnType<typeof staffSide>;
