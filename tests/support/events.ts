import { setTimeout as sleep } from 'node:timers/promises';
import type { TestWeb } from './web.ts';

export type ServerEvent = { name: string; data: Record<string, unknown> };

/** Server-sent events as a page hears them. */
export type Heard = {
	status: number;
	headers: Headers;
	/** The first event of that name not yet asked for; fails when none comes. */
	next(name: string): Promise<ServerEvent['data']>;
	/** Every byte so far. */
	text(): string;
	/** The events of that name that came so far. */
	all(name: string): ServerEvent['data'][];
	/** Once the server has ended the stream. */
	ended: Promise<void>;
	leave(): void;
};

const patienceMs = 10_000;

/** Opens a stream, as the browser of whoever has the cookie does. */
export async function hear(web: TestWeb, path: string, cookie?: string): Promise<Heard> {
	const leaving = new AbortController();
	const headers = { accept: 'text/event-stream', ...(cookie && { cookie }) };
	const response = await web.fetch(path, { headers, signal: leaving.signal });
	let text = '';
	const asked = new Map<string, number>();
	const named = (name: string) => eventsIn(text).filter((event) => event.name === name);
	const ended = readAll(response, (more) => {
		text += more;
	}).catch(() => undefined);
	return {
		status: response.status,
		headers: response.headers,
		async next(name) {
			const nth = asked.get(name) ?? 0;
			asked.set(name, nth + 1);
			for (let waited = 0; waited < patienceMs; waited += 10) {
				const event = named(name)[nth];
				if (event) return event.data;
				await sleep(10);
			}
			throw new Error(`No ${name} came. What came:\n${text}`);
		},
		text: () => text,
		all: (name) => named(name).map(({ data }) => data),
		ended,
		leave: () => leaving.abort(),
	};
}

async function readAll({ body }: Response, onText: (text: string) => void): Promise<void> {
	const decoder = new TextDecoder();
	for await (const chunk of body ?? []) onText(decoder.decode(chunk, { stream: true }));
}

function eventsIn(text: string): ServerEvent[] {
	return [...text.matchAll(/event: (.*)\ndata: (.*)\n\n/g)].map(([, name = '', data = '{}']) => ({
		name,
		data: JSON.parse(data),
	}));
}

/** The mark of a page as it is read now, by whoever has the cookie. */
export async function markOf(web: TestWeb, path: string, cookie: string): Promise<string> {
	const data = await web.fetch(`${path}/__data.json`.replace('//', '/'), { headers: { cookie } });
	const found = /"([\w-]{8}\.\d+)"/.exec(await data.text())?.[1];
	if (!found) throw new Error('The page has no mark.');
	return found;
}
