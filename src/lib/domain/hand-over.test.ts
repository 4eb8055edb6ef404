import { expect, test } from 'vitest';
import { handedOverTo } from './hand-over.ts';

const at = Temporal.Instant.from('2026-11-23T09:00Z');
const colleague = { id: 8, disabled: false, onDuty: true, covers: [1, 3] };
const handedOver = { by: 7, product: 1, minutes: 60, at };
const refusedFor = (reason: string) => ({ ok: false, refusal: { reason } });

test('a ticket handed over is kept for the colleague, for as long as the policy says (P4)', () => {
	const until = Temporal.Instant.from('2026-11-23T10:00Z');
	expect(handedOverTo(colleague, handedOver)).toEqual({ ok: true, value: { for: 8, until } });
	expect(handedOverTo({ ...colleague, covers: undefined }, { ...handedOver, product: 2 })).toMatchObject({ ok: true });
});

test.each([
	['nobody', undefined, {}, 'unknown-colleague'],
	['a colleague who is disabled', { ...colleague, disabled: true }, {}, 'unknown-colleague'],
	['oneself', { ...colleague, id: 7 }, {}, 'handed-to-yourself'],
	['a colleague off duty', { ...colleague, onDuty: false }, {}, 'colleague-off-duty'],
	['a colleague who never was on duty', { ...colleague, onDuty: undefined }, {}, 'colleague-off-duty'],
	['a colleague who does not cover the product', colleague, { product: 2 }, 'colleague-does-not-cover'],
	['anybody where nothing is reserved', colleague, { minutes: 0 }, 'reservations-off'],
] as const)('nothing is handed over to %s', (_, to, told, reason) => {
	expect(handedOverTo(to, { ...handedOver, ...told })).toEqual(refusedFor(reason));
});
