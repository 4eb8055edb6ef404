import { dice as diceOf } from '../../simulation/dice.ts';
import { type AnyProduct, threadsOf } from '../threads/all.ts';
import type { Thread } from '../threads/thread.ts';
import { enclosures } from './enclosures.ts';
import { factsOf } from './facts.ts';
import { enqueue } from './queueing.ts';
import { afterTheLapse, aPicture, whetherElsewhere, whichVersion } from './sayings.ts';
import type { Townsman } from './townspeople.ts';
import { firstMessage, oneOf } from './wording.ts';
import type { Case, Fate, World } from './world.ts';

type Instant = Temporal.Instant;
type Asked = Pick<Case, 'who' | 'product' | 'thread'> & { follows?: Case; twin?: Case; fate?: Fate };

/** How a ticket comes about: out of the blue, after a resolved one, or twice. */
export type Arrival = 'new' | 'follow-up' | 'twin';

/** Opens a ticket. Where there is nothing to follow or to open twice, it is about something new. */
export async function arrives(world: World, decks: Decks, arrival: Arrival, at: Instant): Promise<void> {
	const asked = arrival === 'twin' ? again(world) : arrival === 'follow-up' ? following(world, at) : undefined;
	await opens(world, asked ?? decks.next(world), at);
}

async function opens(world: World, asked: Asked, at: Instant): Promise<void> {
	const { who, product, follows, twin } = asked;
	const dice = diceOf(world.dice.below(2 ** 31));
	const facts = asked.follows?.facts ?? asked.twin?.facts ?? factsOf(who, product, dice);
	const filled = environment(asked, facts, dice);
	const thread = asked.fate ? asked.thread : askedBack(asked.thread, filled, dice);
	const fate = asked.fate ?? fateOf({ ...asked, thread }, dice);
	const mine: Case = {
		...{
			ticket: 0,
			product,
			thread,
			facts: { ...facts, ...namesOf(who) },
			who,
			dice,
			fate,
			state: 'queued',
			turn: 0,
			said: 0,
		},
		...{ plans: 0, answer: undefined, twin, since: at, isFollowed: false },
	};
	const lane = thread.lane && fate !== 'wrong-lane' ? thread.lane : 'technical';
	mine.ticket = await who.side.opens(world.moment(at), {
		...{ product: world.products[openedFor(mine)], lane },
		subject: oneOf(thread.subject, mine.facts, dice),
		description: firstMessage(thread.description, mine.facts, who.manner, dice),
		...filled,
		...(follows && { follows: follows.ticket }),
		files: enclosures(thread.files ?? [], mine),
	});
	world.cases.set(mine.ticket, mine);
	enqueue(world, mine, at);
}

function namesOf({ name, title }: Townsman) {
	const [firstName = '', ...family] = name.split(' ');
	return { name, title, firstName, surname: family.join(' ') };
}

/** Now and then support first wants to know what the form has asked for, or to see it. */
function askedBack(thread: Thread, { version }: Environment, dice: Case['dice']): Thread {
	const { turns = [], files = [], lane, language } = thread;
	if (lane || language || turns.length > 0 || !dice.chance(version ? 0.25 : 0.6)) return thread;
	const hasPicture = files.some((file) => 'screen' in file);
	return { ...thread, turns: [version ? (hasPicture ? whetherElsewhere : aPicture) : whichVersion] };
}

type Environment = { version: string; operatingSystem: string; tools: string };

/** The optional fields: who writes little leaves some empty. */
function environment({ thread, who: { manner } }: Asked, facts: Case['facts'], dice: Case['dice']): Environment {
	const fills = (share: number) => dice.chance(manner === 'terse' || manner === 'hurried' ? share / 2 : share);
	return {
		version: fills(0.95) ? facts.version : '',
		operatingSystem: fills(0.8) ? facts.system : '',
		tools: thread.tools && fills(0.9) ? oneOf(thread.tools, facts, dice) : '',
	};
}

/** Opened by mistake for another of the customer's programs. */
function openedFor({ fate, product, who, dice }: Case): AnyProduct {
	const others = who.customer.licences.filter((other) => other !== product);
	return fate === 'wrong-product' ? dice.among(others) : product;
}

function fateOf({ thread, who, product }: Asked, dice: Case['dice']): Fate {
	const asksBack = (thread.turns ?? []).some((turn) => 'needs' in turn);
	const evaluated = (thread.turns ?? []).some((turn) => 'evaluates' in turn);
	const several = who.customer.licences.some((other) => other !== product);
	return dice.weighed<Fate>([
		[62, 'plain'],
		[thread.lane ? 30 : 0, 'wrong-lane'],
		[several ? 4 : 0, 'wrong-product'],
		[6, 'put-back'],
		[6, 'handed-over'],
		[asksBack ? 18 : 0, 'lapses'],
		[asksBack ? 8 : 0, 'closed-while-awaited'],
		[4, 'closed-while-queued'],
		[evaluated ? 40 : 0, 'long-evaluation'],
	]);
}

/** A colleague, or the same person, opens again what is open already. */
function again({ cases, dice }: World): Asked | undefined {
	const open = [...cases.values()].filter(
		({ state, twin, fate, facts }) =>
			(state === 'evaluating' || (state === 'awaiting' && fate === 'plain')) && !twin && facts.language === 'it',
	);
	const twin = open.at(-1);
	if (!twin) return undefined;
	const { who, product, thread } = twin;
	const writer = who.customer.seesColleagues ? dice.among(who.customer.people) : who;
	return { who: writer, product, thread: { ...thread, turns: [] }, twin, fate: 'plain' };
}

/** It was solved and is not, or was left unanswered for too long. */
function following({ cases }: World, at: Instant): Asked | undefined {
	const recent = at.subtract({ hours: 24 * 14 });
	const follows = [...cases.values()].find(
		({ state, since, fate, thread, said, facts: { language }, isFollowed }) =>
			state === 'resolved' &&
			!isFollowed &&
			language === 'it' &&
			Temporal.Instant.compare(since, recent) > 0 &&
			(fate === 'lapses' || (thread.again && said > 0)),
	);
	if (!follows) return undefined;
	follows.isFollowed = true;
	const { who, product, fate } = follows;
	return { who, product, thread: fate === 'lapses' ? answered(follows) : continued(follows), follows, fate: 'plain' };
}

function continued({ thread }: Case): Thread {
	const { again } = thread;
	if (!again) return thread;
	return { subject: [again.subject], description: [again.description], solved: [again.solved] };
}

/** What had been asked for, late; support goes on from there. */
function answered({ thread, turn }: Case): Thread {
	const turns = thread.turns ?? [];
	const unanswered = turns[turn - 1];
	if (!unanswered || !('needs' in unanswered)) return thread;
	const description = unanswered.reply.map((reply) => afterTheLapse + reply);
	const { files = [] } = unanswered;
	return { ...thread, description, files, turns: turns.slice(turn) };
}

/** Whose turn it is to write, and about what: nobody twice about the same, and everything before anything again. */
export class Decks {
	readonly #stacks = new Map<string, Thread[]>();
	readonly #had = new Map<number, Set<Thread>>();

	next({ people, dice }: World): Asked {
		for (let tries = 0; tries < 200; tries++) {
			const who = dice.among(people);
			const product = dice.among(who.customer.licences);
			const thread = this.#draw(who, product, dice);
			if (thread) return { who, product, thread };
		}
		throw new Error('Everybody has written about everything.');
	}

	#draw({ language, customer }: Townsman, product: AnyProduct, dice: Case['dice']): Thread | undefined {
		const had = this.#had.get(customer.id) ?? new Set();
		this.#had.set(customer.id, had);
		const name = `${product} ${language}`;
		const stack = this.#stacks.get(name) ?? [];
		if (stack.length === 0) stack.push(...shuffled(threadsOf(product, language), dice));
		this.#stacks.set(name, stack);
		const at = stack.findIndex((thread) => !had.has(thread));
		const [thread] = at < 0 ? [] : stack.splice(at, 1);
		if (thread) had.add(thread);
		return thread;
	}
}

function shuffled<T>(all: readonly T[], dice: Case['dice']): T[] {
	const left = [...all];
	return all.map(() => left.splice(dice.below(left.length), 1)[0] as T);
}
