import { key } from '#lib/server/forms/parse-form.ts';
import { orderPage } from '#lib/server/queries/order.ts';
import { orderAnswer } from '#lib/server/queries/order-answer.ts';
import { queueState } from '#lib/server/queries/queue-state.ts';
import { staffOf } from '../reader.ts';
import type { PageServerLoad } from './$types';

/** The figures of the order of service; with `?ticket=41` why that ticket was taken when it was. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { id } = staffOf(locals);
	const { reading: desk } = locals;
	const typed = url.searchParams.get('ticket')?.trim().slice(0, 20) ?? '';
	const number = key.safeParse(typed.replace(/^0+/, ''));
	const [page, { uncovered }, answer] = await Promise.all([
		orderPage(desk),
		queueState(desk.db, id, await desk.clock.now(desk.db)),
		number.success ? orderAnswer(desk, number.data) : undefined,
	]);
	return { ...page, uncovered, typed, answer };
};
