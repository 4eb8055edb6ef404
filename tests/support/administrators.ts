import { sql } from 'kysely';
import type { Policy } from '#lib/domain/policy.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { policyNow } from '#lib/server/db/policy.ts';
import type { Desk } from '#lib/server/desk.ts';
import { addClosureDays } from '#lib/server/use-cases/add-closure-days.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { enableAccount } from '#lib/server/use-cases/enable-account.ts';
import { savePolicy } from '#lib/server/use-cases/save-policy.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { among, type Breaks, upTo } from './breaks.ts';
import { key } from './house.ts';
import type { Shop } from './shop.ts';

/** Somebody who changes, while all the others work, whatever about the house bears on who is next and on how long waits are. */
export class Administering {
	readonly #home: Desk;
	readonly #viewer: StaffViewer;
	readonly #shop: Shop;
	readonly #breaks: Breaks;

	/** `home` is for reading: nothing breaks there. */
	constructor(home: Desk, viewer: StaffViewer, shop: Shop, breaks: Breaks) {
		this.#home = home;
		this.#viewer = viewer;
		this.#shop = shop;
		this.#breaks = breaks;
	}

	async disablesSomebody(): Promise<void> {
		const on = { account: among(this.#shop.agents).id };
		await this.#breaks.attempt((desk) => disableAccount(desk, this.#viewer, { ...on, ...key() }));
		for (let enabled = false; !enabled; ) {
			const outcome = await this.#breaks.attempt((desk) => enableAccount(desk, this.#viewer, { ...on, ...key() }));
			enabled = outcome?.ok ?? false;
		}
	}

	/** One product less than there are, or all of them. */
	async changesCoverage(): Promise<void> {
		const without = among(this.#shop.products);
		const others = this.#shop.products.filter((product) => product !== without);
		const change = { account: among(this.#shop.agents).id, products: Math.random() < 0.5 ? others : null };
		await this.#breaks.attempt((desk) => setCoverage(desk, this.#viewer, { ...change, ...key() }));
	}

	/** Another limit, another length of reservations and of waits. */
	async changesPolicy(): Promise<void> {
		const { version, ...policy } = await policyNow(this.#home.db);
		const wanted = { inHandLimit: upTo(3), reservationMinutes: among([0, 60, 480]), holdDays: 1 + upTo(3) };
		const settings = typed({ ...policy, ...wanted });
		const form = { basedOn: version, settings, note: 'Prova', ...key() };
		await this.#breaks.attempt((desk) => savePolicy(desk, this.#viewer, form));
	}

	/** A day that an open wait counts, if there is one by then. */
	async closesTheDesk(): Promise<void> {
		const { rows } = await sql<{ day: string }>`
			select day from hold, jsonb_array_elements_text(receipt -> 'countedDays') as day
			where ended_at is null order by random() limit 1`.execute(this.#home.db);
		const [counted] = rows;
		if (!counted) return;
		const range = { from: counted.day, to: counted.day, reason: 'Trasloco', ...key() };
		await this.#breaks.insist((desk) => addClosureDays(desk, this.#viewer, range));
	}
}

/** As the form of the settings sends them. */
function typed(policy: Policy) {
	const { country, timeZone, reminderTime } = policy;
	return {
		...{ country, timeZone, reminderTime },
		workingWeek: policy.workingWeek.map(String),
		reminders: policy.reminders.join(', '),
		holdDays: String(policy.holdDays),
		inHandLimit: String(policy.inHandLimit),
		reservationMinutes: String(policy.reservationMinutes),
	};
}
