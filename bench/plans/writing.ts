import { randomUUID } from 'node:crypto';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { licensedProducts } from '#lib/server/queries/licences.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { readTicket } from '#lib/server/use-cases/read-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { size } from '../house.ts';
import type { Asked } from './catch.ts';
import { staff, user } from './people.ts';
import { lastQueued } from './tickets.ts';

const text = 'Il rilievo non si chiude e il programma lo dice, anche dopo la compensazione della poligonale. '.repeat(
	4,
);

/** Acts, each of which tells whoever looks (NOTIFY); what can be found is made searchable. */
export async function writing(desk: Desk): Promise<Asked> {
	const writer = await user(desk, true);
	const ticket = await lastQueued(desk, writer.customer);
	const idle = await staff(desk, `agente${size.agents + 1}`);
	return {
		'reading kept': () => readTicket(desk, writer, { ticket, message: size.messages, seq: 1 }),
		'draft kept': async () => accepted(await saveDraft(desk, writer, await begunDraft(desk, writer, ticket))),
		reply: async () => accepted(await replyAsCustomer(desk, writer, { ...sending(ticket), text })),
		opening: () => open(desk, writer),
		taking: async () => accepted(await takeNext(desk, idle, { requestKey: randomUUID() })),
	};
}

async function open(desk: Desk, writer: UserViewer): Promise<void> {
	const [product] = await licensedProducts(desk.db, writer);
	if (!product) throw new Error('No software is licensed.');
	const about = { product: product.id, lane: 'technical', subject: text.slice(0, 90), description: text } as const;
	const fields = { version: '12.1', operatingSystem: 'Windows 11', tools: '', follows: undefined };
	accepted(await openTicket(desk, writer, { ...sending(undefined), ...about, ...fields }));
}

function sending<Ticket>(ticket: Ticket) {
	return { requestKey: randomUUID(), ticket, files: [], draft: undefined };
}

/** Saved on top of what the house has. */
async function begunDraft({ db }: Desk, { id: account }: UserViewer, ticket: number) {
	const draft = db
		.selectFrom('draft')
		.select(['id', 'version'])
		.where('account', '=', account)
		.where('ticket', 'is not', null);
	const { id, version } = await draft.orderBy('id').limit(1).executeTakeFirstOrThrow();
	return { ...sending(ticket), draft: id, base: version, fields: { text } };
}

function accepted<Done extends { ok: boolean }>(outcome: Done): void {
	if (!outcome.ok) throw new Error(`An act was refused: ${JSON.stringify(outcome)}`);
}
