import type { Turn } from '../threads/thread.ts';
import { answers, resumes } from './afterwards.ts';
import { enqueue } from './queueing.ts';
import { rates } from './ratings.ts';
import { closing, handingOver, moving, puttingBack } from './sayings.ts';
import { fromSupport, oneOf } from './wording.ts';
import { type Agent, type Case, minutes, queued, type World } from './world.ts';

type Instant = Temporal.Instant;

/** An agent asks for the next ticket, if they are free and it is a time to. */
export async function take(world: World, agent: Agent, at: Instant): Promise<void> {
	const { dice, hours, cases, closing: finishing } = world;
	if (!agent.onDuty || agent.hand || !queued(world).some(({ product }) => covers(agent, product))) return;
	if (!finishing && (hours.isLate(at) || (agent.inStory && hours.isStory(at)))) return;
	const number = await agent.side.takesNext(world.moment(at));
	if (number === undefined) return world.enter(minutes(at, dice, 12, 25), (then) => take(world, agent, then));
	const taken = cases.get(number);
	if (!taken) throw new Error(`Take next gave ticket ${number}, which belongs to the story.`);
	taken.state = 'in-hand';
	Object.assign(agent, { hand: taken, atDesk: true });
	plan(world, agent, taken, minutes(at, dice, 8, 42));
}

/** What the agent does next with what they have in hand, unless something comes between. */
function plan(world: World, agent: Agent, mine: Case, at: Instant): void {
	mine.plans += 1;
	const { plans } = mine;
	world.enter(at, async (then) => {
		if (agent.hand === mine && mine.plans === plans) await work(world, agent, mine, then);
	});
}

/** The next thing done with a ticket in hand. */
export async function work(world: World, agent: Agent, mine: Case, at: Instant): Promise<void> {
	await mine.answer?.(at);
	const then = world.moment(at);
	if (!world.closing && (await unusual(world, agent, mine, then))) return;
	if (mine.twin && (await merge(world, agent, mine, mine.twin, then))) return;
	if (mine.fate === 'wrong-lane') return moveToConsultancy(world, agent, mine, then);
	const turn = mine.thread.turns?.[mine.turn];
	if (!turn) return resolve(world, agent, mine, then);
	mine.turn += 1;
	await takeTurn(world, agent, mine, turn, then);
}

async function takeTurn(world: World, agent: Agent, mine: Case, turn: Turn, at: Instant): Promise<void> {
	const { side } = agent;
	const { ticket, facts, dice } = mine;
	if ('notes' in turn) {
		await side.notes(at, ticket, oneOf(turn.notes, facts, dice));
		plan(world, agent, mine, minutes(at, dice, 2, 7));
	} else if ('asks' in turn) {
		await side.replies(at, ticket, says(mine, turn.asks));
		answers(world, mine, turn, minutes(at, dice, 3, 16));
		plan(world, agent, mine, minutes(at, dice, 18, 30));
	} else if ('needs' in turn) {
		await side.awaits(at, ticket, [...turn.needs], says(mine, turn.text));
		letGo(world, agent, mine, 'awaiting', at);
		answers(world, mine, turn, at);
	} else {
		await side.evaluates(at, ticket, says(mine, turn.evaluates));
		letGo(world, agent, mine, 'evaluating', at);
		resumes(world, agent, mine, at);
	}
}

function says(mine: Case, wordings: readonly string[]): string {
	mine.said += 1;
	return fromSupport(wordings, mine.facts, mine.said - 1, mine.dice);
}

async function resolve(world: World, agent: Agent, mine: Case, at: Instant): Promise<void> {
	const words = says(mine, mine.thread.solved) + closing(agent.side.name, mine);
	await agent.side.resolves(at, mine.ticket, words);
	letGo(world, agent, mine, 'resolved', at);
	rates(world, mine, at);
}

async function moveToConsultancy(world: World, agent: Agent, mine: Case, at: Instant): Promise<void> {
	mine.fate = 'plain';
	await agent.side.moves(at, mine.ticket, 'consultancy', says(mine, moving));
	letGo(world, agent, mine, 'queued', at);
}

/** Once in a while: the product is put right, a colleague knows more, something comes between. Whether the ticket left the hand. */
async function unusual(world: World, agent: Agent, mine: Case, at: Instant): Promise<boolean> {
	const { fate, ticket, dice, facts } = mine;
	if (fate === 'wrong-product') {
		mine.fate = 'plain';
		await agent.side.corrects(at, ticket, world.products[mine.product]);
		plan(world, agent, mine, minutes(at, dice, 1, 4));
		return true;
	}
	if (fate === 'put-back') {
		mine.fate = 'plain';
		await agent.side.notes(at, ticket, oneOf(puttingBack, facts, dice));
		await agent.side.putsBack(world.moment(at.add({ seconds: 20 })), ticket);
		Object.assign(agent, { onDuty: false, atDesk: false });
		await agent.side.goesOff(world.moment(at.add({ seconds: 40 })));
		letGo(world, agent, mine, 'queued', at);
		world.enter(minutes(at, dice, 50, 110), (back) => comesBack(world, agent, back));
		return true;
	}
	const colleague = fate === 'handed-over' ? colleagueFor(world, agent, mine) : undefined;
	if (!colleague) return false;
	mine.fate = 'plain';
	await agent.side.handsOver(at, ticket, colleague.side, oneOf(handingOver, facts, dice));
	letGo(world, agent, mine, 'queued', at);
	return true;
}

async function comesBack(world: World, agent: Agent, at: Instant): Promise<void> {
	if (agent.onDuty || world.hours.isLate(at) || world.hours.isStory(at)) return;
	agent.onDuty = true;
	await take(world, agent, at);
}

const colleagueFor = ({ agents, dice }: World, agent: Agent, { product }: Case): Agent | undefined =>
	dice.among([
		undefined,
		...agents.filter((other) => other !== agent && other.atDesk && !other.hand && covers(other, product)),
	]);

const covers = ({ covers: covered }: Agent, product: Case['product']) => covered?.has(product) ?? true;

/** The later of two about the same leaves; what waited for the customer has its answer in it. */
async function merge(world: World, agent: Agent, mine: Case, twin: Case, at: Instant): Promise<boolean> {
	mine.twin = undefined;
	if (twin.state === 'resolved' || twin.state === 'in-hand') return false;
	const answered = twin.state === 'awaiting' && Temporal.Instant.compare(twin.since, mine.since) < 0;
	await agent.side.merges(at, mine.ticket, twin.ticket);
	const [kept, left] = mine.ticket < twin.ticket ? [mine, twin] : [twin, mine];
	if (kept !== twin) throw new Error(`Ticket ${left.ticket} came before its twin ${kept.ticket}.`);
	letGo(world, agent, mine, 'resolved', at);
	if (answered) enqueue(world, twin, at);
	return true;
}

function letGo(world: World, agent: Agent, mine: Case, state: Case['state'], at: Instant): void {
	agent.hand = undefined;
	mine.since = at;
	if (state === 'queued') enqueue(world, mine, at);
	else mine.state = state;
	world.wakes(agent, minutes(at, world.dice, 2, 7));
}

/** Before the story goes on: what is queued and in hand is brought to where it can be left, act by act. */
export async function finish(world: World, at: Instant): Promise<void> {
	world.closing = true;
	for (let acts = 0, then = at; acts < 60; acts++, then = then.add({ seconds: world.dice.between(12, 24) })) {
		const busy = world.agents.find(({ hand }) => hand);
		if (busy?.hand) await work(world, busy, busy.hand, then);
		else if (!(await takeSomething(world, then))) break;
	}
	world.closing = false;
}

async function takeSomething(world: World, at: Instant): Promise<boolean> {
	for (const agent of world.agents) {
		await take(world, agent, at);
		if (agent.hand) return true;
	}
	return false;
}
