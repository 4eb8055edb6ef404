import type { Dice } from '../../simulation/dice.ts';
import type { StaffSide } from '../sides.ts';
import type { Stage } from '../stage.ts';
import type { AnyProduct } from '../threads/all.ts';
import type { Thread } from '../threads/thread.ts';
import type { Facts } from './facts.ts';
import type { OpeningHours } from './hours.ts';
import type { Townsman } from './townspeople.ts';

type Instant = Temporal.Instant;

/** What becomes of a case beyond its thread. */
export type Fate =
	| 'plain'
	| 'wrong-lane'
	| 'wrong-product'
	| 'put-back'
	| 'handed-over'
	| 'lapses'
	| 'closed-while-awaited'
	| 'closed-while-queued'
	| 'long-evaluation';

/** One ticket of the season: what it is about, who wrote it, and how far it has come. */
export type Case = {
	ticket: number;
	product: AnyProduct;
	thread: Thread;
	facts: Facts;
	who: Townsman;
	dice: Dice;
	fate: Fate;
	state: 'queued' | 'in-hand' | 'awaiting' | 'evaluating' | 'resolved';
	/** The thread's turn that comes next. */
	turn: number;
	/** How often support has written. */
	said: number;
	/** How often an act of the agent has been planned; the last plan counts. */
	plans: number;
	/** What the customer is about to answer while the agent has it in hand. */
	answer: ((at: Instant) => Promise<void>) | undefined;
	/** About the same as this other one. */
	twin: Case | undefined;
	since: Instant;
	/** Whether a follow-up names it. */
	isFollowed: boolean;
};

export type Agent = {
	side: StaffSide;
	/** Nothing: all. */
	covers: ReadonlySet<AnyProduct> | undefined;
	/** Takes part in the story, too: is not at the season's disposal while it is told. */
	inStory: boolean;
	onDuty: boolean;
	/** Has begun: on duty by the log, too, from the first ticket of the day on. */
	atDesk: boolean;
	hand: Case | undefined;
};

/** The season as it stands at a moment. */
export type World = {
	stage: Stage;
	dice: Dice;
	hours: OpeningHours;
	products: Readonly<Record<AnyProduct, number>>;
	people: readonly Townsman[];
	agents: readonly Agent[];
	cases: Map<number, Case>;
	/** Whether what is in hand and queued is being finished before the story goes on. */
	closing: boolean;
	/** Plays an act at a moment, or right after what has been played by then. */
	enter(at: Instant, act: (at: Instant) => Promise<void>): void;
	/** An agent looks whether there is something to take. */
	wakes(agent: Agent, at: Instant): void;
	/** A moment not before any other that was played. */
	moment(at: Instant): Instant;
};

export const minutes = (at: Instant, dice: Dice, least: number, most: number): Instant =>
	at.add({ seconds: dice.between(least * 60, most * 60) });

export const queued = ({ cases }: World): Case[] => [...cases.values()].filter(({ state }) => state === 'queued');
