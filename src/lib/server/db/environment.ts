import type { Transaction } from 'kysely';
import { type Environment, environmentChange } from '#lib/domain/checklist.ts';
import { recordEvent } from './events.ts';
import type { DB } from './types.ts';

/** What the customer answered about where they work becomes the ticket's; the event keeps what it was before. Its row is locked. */
export async function updateEnvironment(
	tx: Transaction<DB>,
	who: { at: Temporal.Instant; actor: number; ticket: number },
	answers: Environment,
): Promise<void> {
	const nothing: Environment = { version: '', operatingSystem: '', tools: '' };
	if (isEmpty(environmentChange(answers, nothing))) return;
	const before = await tx
		.selectFrom('ticket')
		.select(['version', 'operating_system as operatingSystem', 'tools'])
		.where('number', '=', who.ticket)
		.executeTakeFirstOrThrow();
	const changed = environmentChange(answers, before);
	if (isEmpty(changed)) return;

	const { version, operatingSystem, tools } = { ...before, ...changed };
	await tx
		.updateTable('ticket')
		.set({ version, operating_system: operatingSystem, tools })
		.where('number', '=', who.ticket)
		.execute();
	await recordEvent(tx, { ...who, type: 'environment-updated', data: { changed, before } });
}

function isEmpty(changed: Partial<Environment>): boolean {
	return Object.keys(changed).length === 0;
}
