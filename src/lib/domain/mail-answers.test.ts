import { expect, test } from 'vitest';
import { reasonOf } from './mail-answers.ts';

test.each([
	{ answer: '550 5.1.1 <x@example.it>: Recipient address rejected: User unknown', reason: 'no-mailbox' },
	{ answer: '550-5.1.1 The email account that you tried to reach does not exist.', reason: 'no-mailbox' },
	{ answer: '556 5.1.10 Recipient address has null MX', reason: 'no-domain' },
	{ answer: '552 5.2.2 Mailbox full', reason: 'full' },
	{ answer: '550 5.7.1 Message blocked due to spam content', reason: 'not-wanted' },
	{ answer: '550 No such user here', reason: 'refused' },
	{ answer: '550 see 5.1.1 in our manual', reason: 'refused' },
	{ answer: null, reason: 'refused' },
])('$answer means $reason', ({ answer, reason }) => {
	expect(reasonOf('refused', answer)).toBe(reason);
});

test('what was put off for too long is told as that, unless the server said why', () => {
	expect(reasonOf('gave-up', '451 4.7.1 Greylisting in action')).toBe('gave-up');
	expect(reasonOf('gave-up', '452 4.2.2 Mailbox full')).toBe('full');
});
