import type { Policy } from '#lib/domain/policy.ts';
import { addClosureDays } from '#lib/server/use-cases/add-closure-days.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { enableAccount } from '#lib/server/use-cases/enable-account.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { removeClosureDays } from '#lib/server/use-cases/remove-closure-days.ts';
import { savePolicy } from '#lib/server/use-cases/save-policy.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { isAway } from './agents.ts';
import { closes, localDay, opensAgain } from './promises.ts';
import { act, later, type World, wrong } from './world.ts';

/** Why a range of days is not closed: they do not count anyway. */
const notToClose = ['nothing-to-close', 'day-not-worked', 'day-is-holiday', 'day-already-closed'];

/** Some days from now, some of them past already; what waits and counted one of them lapses later. */
export async function closesDays(world: World): Promise<void> {
	const { memory, house, dice, now } = world;
	const from = localDay(now, memory.policy).add({ days: dice.between(-3, 12) });
	const to = from.add({ days: dice.below(3) });
	const input = { from: from.toString(), to: to.toString(), reason: 'Aggiornamento degli uffici' };
	await act(world, {
		name: 'add-closure-days',
		send: (desk, requestKey) => addClosureDays(desk, house.administrator, { ...input, requestKey }),
		may: notToClose,
		acknowledged({ moved }) {
			const range = Array.from({ length: from.until(to).days + 1 }, (_, later) => from.add({ days: later }).toString());
			const closed = range.filter((day) => !memory.closed.has(day));
			for (const day of closed) memory.closed.add(day);
			const later: number[] = [];
			for (const { number, wait } of memory.open(now, ({ state }) => state === 'awaiting-customer')) {
				if (!wait) continue;
				if (wait.counted.some((day) => closed.includes(day.toString()))) later.push(number);
				closes(wait, closed);
				if (Temporal.Instant.compare(wait.lapsesAt, wait.firstTold) < 0)
					wrong(world, `ticket ${number} lapses earlier`);
			}
			if (String(moved) !== String(later)) wrong(world, `closing ${closed} moved ${moved} instead of ${later}`);
		},
	});
}

export async function opensDay(world: World): Promise<void> {
	const { memory, house, dice, now } = world;
	if (memory.closed.size === 0) return;
	const day = dice.among([...memory.closed]);
	await act(world, {
		name: 'remove-closure-days',
		send: (desk, requestKey) => removeClosureDays(desk, house.administrator, { days: [day], requestKey }),
		acknowledged() {
			memory.closed.delete(day);
			for (const { wait } of memory.open(now)) if (wait) opensAgain(wait, day);
		},
	});
}

/** One setting or two are other than they were. */
export async function savesPolicy(world: World): Promise<void> {
	const { memory, house, ledger } = world;
	const { version, ...before } = memory.policy;
	const settings: Policy = { ...before, ...changed(world), ...changed(world) };
	const { workingWeek, holdDays, inHandLimit, reservationMinutes, reminders, ...rest } = settings;
	const typed = {
		...rest,
		workingWeek: workingWeek.map(String),
		holdDays: `${holdDays}`,
		inHandLimit: `${inHandLimit}`,
		reservationMinutes: `${reservationMinutes}`,
		reminders: reminders.join(', '),
	};
	const input = { basedOn: version, settings: typed, note: 'Come deciso in riunione.' };
	await act(world, {
		name: 'save-policy',
		send: (desk, requestKey) => savePolicy(desk, house.administrator, { ...input, requestKey }),
		may: JSON.stringify(settings) === JSON.stringify(before) ? ['nothing-changed'] : [],
		acknowledged(saved) {
			if (saved.version !== version + 1) wrong(world, `version ${version} was followed by ${saved.version}`);
			memory.policy = { ...settings, version: version + 1 };
			ledger.entered('policy', undefined, house.administrator.id);
		},
	});
}

const weeks = [
	[1, 2, 3, 4, 5],
	[1, 2, 3, 4, 5, 6],
	[1, 2, 3, 4],
];

/** No reminder comes so long before a lapse that the shortest wait would not have its day. */
function changed({ dice }: World): Partial<Policy> {
	return dice.weighed<Partial<Policy>>([
		[3, { holdDays: dice.between(3, 8) }],
		[3, { inHandLimit: dice.between(1, 3) }],
		[3, { reservationMinutes: dice.among([0, 15, 60, 240]) }],
		[2, { reminders: dice.among([[], [1], [1, 0], [2]]) }],
		[1, { reminderTime: dice.among(['08:15', '09:00', '17:30']) }],
		[1, { workingWeek: dice.among(weeks) }],
		[1, { country: dice.among(['IT', 'IT', 'AT', 'FR']) }],
		[1, { timeZone: dice.among(['Europe/Rome', 'Europe/London', 'Europe/Athens']) }],
	]);
}

export async function setsCoverage(world: World): Promise<void> {
	const { memory, house, ledger, dice } = world;
	const account = dice.among(house.agents).id;
	const chosen = house.products.filter(() => dice.chance(0.6));
	const products = dice.chance(0.5) || chosen.length === 0 ? null : chosen;
	await act(world, {
		name: 'set-coverage',
		send: (desk, requestKey) => setCoverage(desk, house.administrator, { account, products, requestKey }),
		acknowledged() {
			if (String(memory.covers.get(account) ?? null) === String(products)) return;
			memory.covers.set(account, products ?? undefined);
			ledger.entered('coverage', undefined, house.administrator.id);
		},
	});
}

/** A supervisor puts back what a colleague has in hand or is evaluating. */
export async function supervises(world: World): Promise<void> {
	const { memory, house, ledger, dice, now } = world;
	const kept = memory.open(now, ({ state }) => state === 'in-hand' || state === 'under-evaluation');
	if (kept.length === 0) return;
	const ticket = dice.among(kept);
	await act(world, {
		name: 'put-back',
		send: (desk, requestKey) => putBack(desk, house.supervisor, { ticket: ticket.number, requestKey }),
		acknowledged() {
			Object.assign(ticket, { state: 'queued', agent: undefined });
			ledger.entered('queued', ticket.number, house.supervisor.id);
		},
	});
}

/** Somebody leaves the house, and some of them come back. */
export async function disables(world: World): Promise<void> {
	const { memory, house, dice } = world;
	const account = dice.among(house.agents).id;
	if (memory.disabled.has(account)) return;
	await act(world, {
		name: 'disable-account',
		send: (desk, requestKey) => disableAccount(desk, house.administrator, { account, requestKey }),
		acknowledged({ putBack: queued }) {
			memory.disabled.add(account);
			isAway(world, account, house.administrator.id, queued);
		},
	});
	later(world, { hours: dice.between(2, 60) }, async () => {
		await act(world, {
			name: 'enable-account',
			send: (desk, requestKey) => enableAccount(desk, house.administrator, { account, requestKey }),
			acknowledged: () => void memory.disabled.delete(account),
		});
	});
}
