import type { Reservation } from '#lib/domain/queue.ts';
import type { StaffViewer } from '../access/viewer.ts';

/** For whom a queued ticket is reserved, and until when (ISO 8601), as staff read it; a fact, not a promise (P3). */
export type ReservationView = { for: string; mine: boolean; until: string };

/** Nothing where there is none, or it binds no longer. */
export function reservationView(
	reserved: Reservation | undefined,
	name: string | null,
	viewer: StaffViewer,
	now: Temporal.Instant,
): ReservationView | undefined {
	if (!reserved || Temporal.Instant.compare(now, reserved.until) >= 0) return undefined;
	return { for: name ?? '', mine: reserved.for === viewer.id, until: reserved.until.toString() };
}
