import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import type { Viewer } from '#lib/server/access/viewer.ts';
import { activate } from '#lib/server/use-cases/activate.ts';
import { choosePreferences } from '#lib/server/use-cases/choose-preferences.ts';
import { discardDraft } from '#lib/server/use-cases/discard-draft.ts';
import { removeDraftFiles } from '#lib/server/use-cases/remove-draft-files.ts';
import { saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { setUp } from '#lib/server/use-cases/set-up.ts';
import { signIn } from '#lib/server/use-cases/sign-in.ts';
import { signOut } from '#lib/server/use-cases/sign-out.ts';
import { giveAccount, signedIn } from '../../support/accounts.ts';
import { testDesk } from '../../support/desk.ts';
import {
	type Actor,
	type Answered,
	actors,
	byTheClock,
	everyAct,
	type Ground,
	ofVisitors,
	onOnesOwn,
	parts,
} from '../../support/every-act.ts';
import {
	begin,
	everything,
	forgetTickets,
	giveLicence,
	giveProduct,
	giveStaff,
	granted,
	key,
	testHouse,
} from '../../support/house.ts';

const { desk } = await testDesk();
const house = await testHouse(desk);
const viewers: Record<Actor, Viewer> = {
	...{ owner: house.chiara, stranger: house.paola, unsighted: house.tommaso },
	...{ holder: house.marta, agent: house.davide, supervisor: house.giulia },
	administrator: await giveStaff(desk, 'rita', 'administrator'),
};
const products: [number, number] = [house.product, await giveProduct(desk, 'Mappa 3D')];
for (const product of products.slice(1)) await giveLicence(desk, house.chiara, product);
await signedIn(desk, house.chiara);
const { id: session } = await desk.db.selectFrom('session').select('id').executeTakeFirstOrThrow();
const ground: Ground = {
	...begin(desk, house.product),
	...{ desk, products, session },
	people: { owner: house.chiara, holder: house.marta, agent: house.davide, supervisor: house.giulia },
	invited: await giveAccount(desk, {
		role: 'user',
		username: 'bruno',
		customer: house.chiara.customer,
		activated: false,
	}),
	colleague: await giveAccount(desk, { role: 'agent', username: 'elio' }),
};

beforeEach(() => forgetTickets(desk));

/** A refusal says in both languages what happened and what can be done, in whole sentences. */
function expectPolite(answer: Answered): void {
	if (answer.ok) return;
	const said = (['it', 'en'] as const).map((language) => say(answer.refusal, wordsFor(language)));
	for (const text of said) {
		expect(text).toMatch(/^\p{Lu}.{20,}[.)]$/su);
		expect(text).not.toMatch(/\b(?:undefined|null|NaN)\b|\[object/);
	}
	expect(said[0]).not.toBe(said[1]);
}

test('every act there is has its line, and no line is without an act', () => {
	const files = readdirSync(join(import.meta.dirname, '../../../src/lib/server/use-cases'))
		.filter((name) => !name.endsWith('.test.ts'))
		.map((name) => name.replace(/\.ts$/, ''));
	const lines = [...Object.keys(everyAct), ...ofVisitors, ...onOnesOwn, ...byTheClock, ...parts];
	expect(files.toSorted()).toEqual(lines.toSorted());
});

describe.each(Object.entries(everyAct))('%s', (_, { does, answers }) => {
	test.each(actors.filter((actor) => answers[actor]))('by the %s', async (actor) => {
		const answer = await does(ground, viewers[actor]);
		expect(answer.ok ? 'done' : answer.refusal.reason).toBe(answers[actor]);
		expectPolite(answer);
	});
});

describe('of a visitor', () => {
	test.each<[string, () => Promise<Answered>, string]>([
		[
			'activating with a link that is not theirs',
			() => activate(desk, { ...key(), token: 'x', password: 'y', address: '' }),
			'link-unknown',
		],
		[
			'setting up what is set up',
			() => setUp(desk, { ...key(), ...visitor, token: 'x', password: 'y' }),
			'link-unknown',
		],
		[
			'signing in with a wrong password',
			() => signIn(desk, { name: 'chiara', password: 'x', address: '::1' }),
			'wrong-credentials',
		],
	])('%s is refused', async (_, does, reason) => {
		const answer = await does();
		expect(answer).toMatchObject({ ok: false, refusal: { reason } });
		expectPolite(answer);
	});

	test('signing out with a token that is none ends nobody’s session', async () => {
		const sessions = () => desk.db.selectFrom('session').select('token_hash').execute();
		const before = await sessions();
		await signOut(desk, 'x');
		expect(await sessions()).toEqual(before);
	});
});

const visitor = { name: 'Nora', username: 'nora', email: 'nora@example.it', language: 'it' } as const;

describe('what answers nothing', () => {
	test.each(actors.filter((actor) => actor !== 'owner'))(
		'leaves the owner’s draft as it is, for the %s',
		async (actor) => {
			const begun = { ...key(), draft: undefined, base: undefined, ticket: undefined, fields: { text: 'Bozza' } };
			const { draft } = granted(await saveDraft(desk, house.chiara, begun));
			const before = await everything(desk);
			await discardDraft(desk, viewers[actor], draft);
			await removeDraftFiles(desk, viewers[actor], { draft, files: [] });
			expect(await everything(desk)).toBe(before);
		},
	);

	test.each(actors)('changes how the %s reads, and nobody else', async (actor) => {
		const others = () =>
			desk.db
				.selectFrom('account')
				.select(['id', 'theme'])
				.where('id', '<>', viewers[actor].id)
				.orderBy('id')
				.execute();
		const before = await others();
		await choosePreferences(desk, viewers[actor], { language: undefined, theme: 'dark' });
		expect(await others()).toEqual(before);
	});
});
