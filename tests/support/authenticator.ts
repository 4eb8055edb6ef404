import { begunSecret } from '#lib/server/auth/second-factor.ts';
import { codeOf, stepAt } from '#lib/server/auth/totp.ts';
import type { TestDesk } from './desk.ts';

/** Somebody's telephone, which was shown the secret that was begun for the account. */
export async function authenticator({ desk, clock }: Pick<TestDesk, 'desk' | 'clock'>, account: number) {
	const secret = await begunSecret(desk, account);
	if (!secret) throw new Error(`No second factor was begun for account ${account}.`);
	const at = async (steps: number) => codeOf(secret, stepAt(await clock.now(desk.db)) + steps);
	return {
		/** What it shows now, or would so many steps from now. */
		shows: (steps = 0) => at(steps),
		/** Six digits that it shows at no time that counts now. */
		async doesNotShow(): Promise<string> {
			const now = await Promise.all([-1, 0, 1].map(at));
			for (let number = 0; ; number++) {
				const code = String(number).padStart(6, '0');
				if (!now.includes(code)) return code;
			}
		},
		/** As after half a minute: a code that has not been used. */
		async next(): Promise<string> {
			clock.advance({ seconds: 30 });
			return at(0);
		},
	};
}
