/** From one instant (ISO 8601) to a later one in whole days, hours and minutes. */
export function lasted({ since, until }: { since: string; until: string }) {
	const minutes = Math.max(0, Math.floor((Date.parse(until) - Date.parse(since)) / 60_000));
	return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
}
