import type { Days } from '../days.ts';

export type Hours = { from: Temporal.Instant; to: Temporal.Instant };

/** When the story is told: nobody else is at the counter then, so that Take next gives what the story waits for. */
export function storyHours({ on, ago }: Days): Hours[] {
	const told: [daysAgo: number, from: string, to: string][] = [
		[15, '09:00', '12:00'],
		[14, '08:55', '12:25'],
		[13, '09:05', '09:45'],
		[12, '09:25', '10:55'],
		[12, '15:00', '15:10'],
		[11, '14:15', '15:42'],
		[9, '08:55', '09:38'],
		[6, '09:10', '10:10'],
		[5, '15:55', '16:45'],
		[3, '09:15', '11:05'],
		[2, '08:55', '10:55'],
	];
	const past = told.map(([daysAgo, from, to]) => ({ from: on(daysAgo, from), to: on(daysAgo, to) }));
	return [...past, { from: on(1, '17:10'), to: ago({ hours: 2, minutes: 20 }) }];
}
