import { usernameOf } from '#lib/domain/administration.ts';
import type { Desk } from '#lib/server/desk.ts';
import { takeAway } from '#lib/server/use-cases/take-second-factor-away.ts';
import { type Command, WrongUse } from '../command.ts';

export default {
	summary:
		'Takes the second factor away from somebody, as an administrator does on their page: for the only administrator who has lost it.',
	usage: 'remove-second-factor <username>',
	async run(args, open) {
		const username = args.length === 1 ? usernameOf(args[0] ?? '') : undefined;
		if (!username) throw new WrongUse('Name one account by its username.');
		const { desk } = await open();
		const removed = await removeFrom(desk, username);
		console.log(
			removed
				? `${username} signs in with the password alone, and has been told by mail. Sessions that were open have ended.`
				: `There is no account ${username}, or it has no second factor.`,
		);
		return removed ? 0 : 1;
	},
} satisfies Command;

function removeFrom(desk: Desk, username: string): Promise<boolean> {
	return desk.db.transaction().execute(async (tx) => {
		const named = tx
			.selectFrom('account')
			.select('id')
			.where((eb) => eb(eb.fn('lower', ['username']), '=', username));
		const account = await named.forNoKeyUpdate().executeTakeFirst();
		if (!account) return false;
		return takeAway(tx, desk, { account: account.id, by: null, at: await desk.clock.now(tx) });
	});
}
