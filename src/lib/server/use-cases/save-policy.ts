import type { Transaction } from 'kysely';
import { line } from '#lib/domain/administration.ts';
import { textLimits } from '#lib/domain/limits.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Policy, PolicyVersion } from '#lib/domain/policy.ts';
import { changedSettings, type TypedPolicy } from '#lib/domain/policy-check.ts';
import type { Viewer } from '../access/viewer.ts';
import { record as recordStep } from '../db/audit-log.ts';
import { lockCalendar } from '../db/calendar.ts';
import { policyNow } from '../db/policy.ts';
import { lockCounter, record } from '../db/queue-log.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { settingsOf } from '../settings.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

/** `basedOn` is the version the form was made of; `note` says why, in a line. */
export type SavePolicy = Administering & { basedOn: number; settings: TypedPolicy; note: string };

/**
 * The next version of the policy, in force from now on. The calendar is locked for changing, so every hold is placed either
 * wholly before it or wholly after; open holds keep what was promised, and what an agent has in hand stays there (P4, P5).
 */
export async function savePolicy(
	desk: Desk,
	viewer: Viewer,
	input: SavePolicy,
): Promise<AdministrationOutcome<{ version: number }>> {
	return administer(desk, viewer, 'save-policy', input, async (tx, at) => {
		const note = line('note', input.note, textLimits.policyNote);
		if (!note.ok) return note;
		await lockCalendar(tx, 'change');
		const current = await policyNow(tx);
		const { version } = current;
		if (input.basedOn !== version) return refused({ reason: 'policy-changed-meanwhile', version });
		const settings = await settingsOf(tx, input.settings, at);
		if (!settings.ok) return settings;
		if (changedSettings(current, settings.value).length === 0) return refused({ reason: 'nothing-changed' });
		return done(await insertVersion(tx, desk, { from: current, to: settings.value, note: note.value, viewer }));
	});
}

type Saving = { from: PolicyVersion; to: Policy; note: string; viewer: Viewer };

/** The log has a fact of every version, so that an audit knows the numbers of each moment from it alone. */
async function insertVersion(tx: Transaction<DB>, desk: Desk, { from, to, note, viewer }: Saving) {
	const counter = await lockCounter(tx, desk.clock);
	const { at } = counter;
	const version = from.version + 1;
	await tx
		.insertInto('policy_version')
		.values({ version, settings: to, note, made_by: viewer.id, made_at: at })
		.execute();
	const { inHandLimit, reservationMinutes } = to;
	await record(tx, counter, { type: 'policy', settings: { inHandLimit, reservationMinutes }, actor: viewer.id });
	const details = { version, from: whatChanged(from, to, from), to: whatChanged(from, to, to) };
	await recordStep(tx, desk, { at, verb: 'policy-saved', by: viewer.id, details });
	return { version };
}

function whatChanged(from: Policy, to: Policy, of: Policy) {
	return Object.fromEntries(changedSettings(from, to).map((setting) => [setting, plain(of[setting])]));
}

function plain(value: Policy[keyof Policy]) {
	return typeof value === 'object' ? [...value] : value;
}
