import type { Turn } from '../threads/thread.ts';
import { close } from './closing.ts';
import { enclosures } from './enclosures.ts';
import { enqueue } from './queueing.ts';
import { whileEvaluating } from './sayings.ts';
import type { Townsman } from './townspeople.ts';
import { laterMessage, oneOf } from './wording.ts';
import { type Agent, type Case, minutes, type World } from './world.ts';

type Instant = Temporal.Instant;
type Answerable = Extract<Turn, { reply: unknown }>;

/** The customer's answer: at once while support has it in hand; in their own time, or never, when it awaits them. */
export function answers(world: World, mine: Case, turn: Answerable, at: Instant): void {
	if ('asks' in turn) {
		mine.answer = async (then) => {
			mine.answer = undefined;
			await reply(world, mine, turn, then);
		};
		world.enter(at, async (then) => mine.answer?.(then));
	} else if (mine.fate !== 'lapses') answersLater(world, mine, turn, at);
}

function answersLater(world: World, mine: Case, turn: Answerable, at: Instant): void {
	const { dice, hours } = world;
	const length = dice.weighed([
		[5, { minutes: dice.between(14, 240) }],
		[4, { hours: dice.between(18, 30) }],
		[4, { hours: dice.between(44, 72) }],
	]);
	const when = hours.free(hours.working(at.add(length), dice));
	world.enter(when, async (then) => {
		if (mine.state !== 'awaiting') return;
		if (mine.fate === 'closed-while-awaited') return close(world, mine, then);
		await reply(world, mine, turn, then);
		enqueue(world, mine, then);
	});
}

async function reply(
	world: World,
	mine: Case,
	{ reply: wordings, files = [] }: Answerable,
	at: Instant,
): Promise<void> {
	const { facts, dice, who, ticket } = mine;
	const { writer, opening } = writes(who, mine);
	const text = opening + laterMessage(wordings, facts, writer.manner, dice);
	await writer.side.replies(world.moment(at), ticket, text, ...enclosures(files, mine));
}

/** Sometimes a colleague answers, where colleagues see each other's tickets. */
function writes(who: Townsman, { dice, facts }: Case): { writer: Townsman; opening: string } {
	const { people, seesColleagues } = who.customer;
	const colleagues = seesColleagues ? people.filter((other) => other !== who) : [];
	if (colleagues.length === 0 || facts.language === 'en' || !dice.chance(0.18)) return { writer: who, opening: '' };
	const opening = oneOf(
		['Rispondo io per {firstName}{, che è in cantiere|, oggi fuori studio|}. ', 'Scrivo al posto di {firstName}. '],
		facts,
		dice,
	);
	return { writer: dice.among(colleagues), opening };
}

/** The agent goes on with what they evaluate after some days, sooner or later. */
export function resumes(world: World, agent: Agent, mine: Case, at: Instant): void {
	const { dice, hours } = world;
	if (dice.chance(0.35)) world.enter(minutes(at, dice, 20, 200), (then) => acknowledge(world, mine, then));
	if (mine.fate === 'long-evaluation' && hours.isRecent(at)) return;
	const when = hours.free(hours.working(at.add({ hours: dice.between(16, 130) }), dice));
	world.enter(when, async function resume(then): Promise<void> {
		if (mine.state !== 'evaluating') return;
		if (!agent.onDuty || agent.hand) return world.enter(hours.free(minutes(then, dice, 40, 90)), resume);
		await agent.side.resumes(world.moment(then), mine.ticket);
		enqueue(world, mine, then);
	});
}

async function acknowledge(world: World, mine: Case, at: Instant): Promise<void> {
	const { state, who, facts, dice, ticket } = mine;
	if (state !== 'evaluating' || facts.language === 'en' || world.hours.isStory(at)) return;
	await who.side.replies(world.moment(at), ticket, oneOf(whileEvaluating, facts, dice));
}
