import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { buildIslands } from '../../vite.islands.ts';
import { launchBrowser } from '../support/browser.ts';

const origin = 'http://localhost:1';
const entry = new URL('../support/islands-in-a-page.ts', import.meta.url).pathname;
const [browser, chunks] = await Promise.all([launchBrowser(), buildIslands('production', entry)]);
const start = `/${chunks.find(({ isEntry }) => isEntry)?.fileName}`;

/** A page as the server makes it. */
const whole = (body: string, about: Record<string, unknown> = {}) => {
	const told = JSON.stringify({ language: 'it', timeZone: 'Europe/Rome', today: '2026-11-23', scripts: 'a', ...about });
	return `<!doctype html><html lang="it"><title>Prova</title><body>${body}<div id="about-page" hidden data-about='${told}'></div>`;
};

/** What the server answers by now, what of it does not arrive, and what late. */
const server = { body: '', status: 200, about: {}, lost: /never/, late: /never/, asked: [] as string[] };

const context = await browser.newContext();
await context.route(`${origin}/**`, async (route) => {
	const path = new URL(route.request().url()).pathname;
	if (server.lost.test(path)) return route.abort('connectionreset');
	if (server.late.test(path)) await new Promise((later) => setTimeout(later, 200));
	const script = chunks.find(({ fileName }) => `/${fileName}` === path);
	if (script) return route.fulfill({ contentType: 'text/javascript', body: script.code });
	server.asked.push(route.request().url().slice(origin.length));
	const { status, body, about } = server;
	await route.fulfill({ status, contentType: 'text/html', body: whole(body, about) });
});
const page = await context.newPage();
const broken: Error[] = [];
page.on('pageerror', (error) => void broken.push(error));
afterEach(() => expect(broken.splice(0)).toEqual([]));

async function open(body: string, path = '/'): Promise<void> {
	Object.assign(server, { body, status: 200, about: {}, lost: /never/, late: /never/, asked: [] });
	await page.goto(origin + path);
	await page.addScriptTag({ type: 'module', url: start });
	await page.waitForFunction(() => window.islands !== undefined);
}

/** Another body in the page that is open. */
const put = (body: string) =>
	page.evaluate((text) => {
		document.body.innerHTML = text;
	}, body);

/** Shows another state of the page; by an answer to the page's form where that is said. */
const become = (body: string, answered = false) =>
	page.evaluate(
		([html, isAnswer]) => {
			const { exchange, pageOf } = window.islands;
			exchange(document.body, pageOf(html).body, isAnswer ? (document.querySelector('form') ?? undefined) : undefined);
		},
		[whole(body), answered] as const,
	);
const keep = (selector: string) =>
	page.evaluate((found) => {
		window.kept = [...document.querySelectorAll(found)];
	}, selector);
/** Of what was kept, where each stands now among what is found; -1: nowhere. */
const whereKept = (selector: string) =>
	page.evaluate((found) => window.kept.map((one) => [...document.querySelectorAll(found)].indexOf(one)), selector);

await open('');

describe('what whoever reads the page has done in it stays', () => {
	test('what was typed, chosen, ticked and unfolded, while all about it changes', async () => {
		const form = (lead: string, options: string[]) => `<p class="${lead}">${lead}</p><form>
			<input name="a" value="${lead}"><input name="b" value="${lead}"><textarea name="c">${lead}</textarea>
			<select name="d">${options.map((value) => `<option value="${value}">${value}</option>`).join('')}</select>
			${options.map((value) => `<input type="radio" name="e" value="${value}">`).join('')}
			<input type="checkbox" name="f" value="x"></form>
			<details class="folded"><summary>Mostra</summary>${lead}</details>`;
		await put(form('prima', ['uno', 'due']));
		await page.locator('[name=a]').fill('mio');
		await page.locator('[name=c]').fill('mio testo');
		await page.locator('[name=d]').selectOption('due');
		await page.locator('[name=e][value=due]').check();
		await page.locator('[name=f]').check();
		await page.locator('summary').click();
		await become(form('dopo', ['zero', 'uno', 'due']));
		const values = await page.evaluate(() => [...new FormData(document.querySelector('form') ?? undefined)]);
		expect(values).toEqual([
			['a', 'mio'],
			['b', 'dopo'],
			['c', 'mio testo'],
			['d', 'due'],
			['e', 'due'],
			['f', 'x'],
		]);
		expect(await page.locator('details').evaluate((details: HTMLDetailsElement) => details.open)).toBe(true);
		expect(await page.locator('p').textContent()).toBe('dopo');
	});

	test('the focus and what is selected, in a part that changes places', async () => {
		const list = (ids: string[]) => `<ul>${ids.map((id) => `<li id="${id}"><input name="n"></li>`).join('')}</ul>`;
		await put(list(['a', 'b', 'c']));
		await page.locator('#c input').fill('abcdef');
		await page.locator('#c input').evaluate((field: HTMLInputElement) => field.setSelectionRange(2, 4));
		await keep('li');
		await become(list(['c', 'x', 'b', 'a']));
		expect(await whereKept('li')).toEqual([3, 2, 0]);
		const focused = await page.evaluate(() => {
			const field = document.activeElement as HTMLInputElement;
			return [field.parentElement?.id, field.value, field.selectionStart, field.selectionEnd];
		});
		expect(focused).toEqual(['c', 'abcdef', 2, 4]);
	});

	test('a part that only looks different', async () => {
		await put('<div class="stub green"><input name="a"></div>');
		await page.locator('input').fill('mio');
		await become('<p>Nuovo</p><div class="stub grey"><input name="a"></div>');
		expect(await page.locator('.grey input').inputValue()).toBe('mio');
	});
});

describe('what a script holds', () => {
	test('what is told once stays, where it stands, and does not come twice', async () => {
		const once = '<p id="done" data-once>Fatto</p>';
		await put(`${once}<p>a</p>`);
		await become('<p>b</p><p>c</p>');
		expect(await page.locator('p').allTextContents()).toEqual(['Fatto', 'b', 'c']);
		await become(`<p>d</p>${once}`);
		expect(await page.locator('p').allTextContents()).toEqual(['Fatto', 'd']);
	});

	const form = (text: string, key: string, alert = '') =>
		`<form data-sent>${alert}<input name="requestKey" value="${key}"><p>${text}</p></form>`;
	const alert = '<div role="alert">Manca una cosa</div>';

	test('a request key stays with its form until that is answered', async () => {
		await put(form('prima', 'k1'));
		await become(form('dopo', 'k2'));
		expect([await page.locator('p').textContent(), await page.locator('input').inputValue()]).toEqual(['dopo', 'k1']);
		await become(form('poi', 'k3', alert), true);
		expect(await page.locator('input').inputValue()).toBe('k3');
	});

	test('a form that came back refused stays as it came until it is answered again', async () => {
		await put(form('rifiutato', 'k1', alert));
		await become(form('letto di nuovo', 'k2'));
		expect([await page.locator('p').textContent(), await page.locator('[role=alert]').count()]).toEqual([
			'rifiutato',
			1,
		]);
		await become(form('risposto', 'k3'), true);
		expect([await page.locator('p').textContent(), await page.locator('[role=alert]').count()]).toEqual([
			'risposto',
			0,
		]);
	});
});

type Tree = string | { tag: string; key: string; look: string; within: Tree[] };
const written = (tree: Tree): string => {
	if (typeof tree === 'string') return tree;
	const { tag, key, look, within } = tree;
	const attributes = `${key && ` id="${key}"`}${look && ` class="${look}"`}`;
	return `<${tag}${attributes}>${within.map(written).join('')}</${tag}>`;
};
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		fc.constantFrom('uno', 'due ', '<!---->', '<!--[-->', '<svg class="s"><path d="M0 0"/></svg>'),
		fc.record({
			tag: fc.constantFrom('div', 'span', 'section'),
			key: fc.constantFrom('', '', 'a', 'b', 'c'),
			look: fc.constantFrom('', 'green', 'grey'),
			within: fc.array(tie('tree'), { maxLength: 4 }),
		}),
	),
}));
const trees = fc.array(tree, { maxLength: 5 }).map((list) => list.map(written).join(''));

/** So many at a time that most of the time is not spent on the way to the browser. */
const many = <One>(one: fc.Arbitrary<One>) => fc.array(fc.tuple(one, one), { minLength: 40, maxLength: 40 });

describe('whatever a page is made of', () => {
	test('it becomes like the other one, and what is like it already is not touched', async () => {
		const becomeAlike = (pairs: [string, string][]) =>
			page.evaluate((all) => {
				const { exchange, pageOf } = window.islands;
				const watch = new MutationObserver(() => {});
				return all.every(([before, after]) => {
					document.body.innerHTML = before;
					exchange(document.body, pageOf(after).body);
					watch.observe(document.body, { attributes: true, childList: true, characterData: true, subtree: true });
					exchange(document.body, pageOf(after).body);
					const isUntouched = watch.takeRecords().length === 0;
					watch.disconnect();
					return isUntouched && document.body.isEqualNode(pageOf(after).body);
				});
			}, pairs);
		const property = fc.asyncProperty(many(trees), becomeAlike);
		await fc.assert(property, { numRuns: 10 });
	});

	test('in a list that is put in another order each part that stays is the same one', async () => {
		const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
		const stay = (pairs: [string[], string[]][]) =>
			page.evaluate((all) => {
				const { exchange, pageOf } = window.islands;
				const list = (keys: string[]) => `<ol>${keys.map((key) => `<li id="${key}">${key}</li>`).join(' ')}</ol>`;
				return all.every(([before, after]) => {
					document.body.innerHTML = list(before);
					const kept = new Map([...document.querySelectorAll('li')].map((item) => [item.id, item]));
					exchange(document.body, pageOf(list(after)).body);
					const now = [...document.querySelectorAll('li')];
					const isSame = now.every((item) => (kept.get(item.id) ?? item) === item);
					return isSame && now.map(({ id }) => id).join() === after.join();
				});
			}, pairs);
		await fc.assert(fc.asyncProperty(many(ids), stay), { numRuns: 5 });
	});
});

const island = (left: number) =>
	`<div class="island" data-island="CharactersLeft" data-props='{"left":${left},"limit":100}'>${counted(left)}</div>`;
/** As the server writes it. */
const counted = (left: number) =>
	`<p class="visually-hidden" role="status"><!--[0-->Mancano meno di 100 caratteri al limite.<!--]--></p> <!--[0--><p class="count" aria-hidden="true">${left}</p><!--]-->`;
const showPage = (body: string) =>
	page.evaluate((text) => window.islands.show(window.islands.pageOf(text)), whole(body));
const wake = () =>
	page.evaluate(async () => {
		await window.islands.wake();
		return document.querySelectorAll('.count').length;
	});
const count = () => page.locator('.count').textContent();

describe('a part that comes alive', () => {
	test('gets what it is to show, and is not touched otherwise', async () => {
		await open(island(9));
		await wake();
		await keep('.island, .count');
		await showPage(`<p>Nuovo</p>${island(7)}`);
		expect([await count(), await whereKept('.island, .count')]).toEqual(['Restano 7 caratteri.', [0, 1]]);
	});

	test('comes alive once, however often the page is shown meanwhile, and as it is by then', async () => {
		await open(island(9));
		await page.evaluate(
			(text) => {
				const { whenShown, wake, show, pageOf } = window.islands;
				whenShown(wake);
				return Promise.all([wake(), show(pageOf(text)), wake(), show(pageOf(text))]);
			},
			whole(island(5)),
		);
		expect([await count(), await page.locator('.count').count()]).toEqual(['Restano 5 caratteri.', 1]);
	});

	test('that is taken out while its script is on its way stays out; one that comes later comes alive', async () => {
		await open(island(9));
		await page.evaluate(
			async ([none, again]) => {
				const { wake, show, pageOf } = window.islands;
				await Promise.all([wake(), show(pageOf(none ?? ''))]);
				await show(pageOf(again ?? ''));
				await wake();
			},
			[whole(''), whole(island(4))],
		);
		expect(await count()).toBe('Restano 4 caratteri.');
	});

	test('without its script stays as the server made it, and so does the page go on', async () => {
		await open(island(9));
		server.lost = /CharactersLeft/;
		expect(await wake()).toBe(1);
		expect([
			await count(),
			await page.evaluate(() => [...document.querySelectorAll('.island')].map(window.islands.isAlive)),
		]).toEqual(['9', [false]]);
		await showPage(island(8));
		expect(await count()).toBe('8');
	});

	test('speaks the language of the page, though that was chosen while its words were on their way', async () => {
		await open(island(9));
		const english = whole(island(9), { language: 'en' });
		server.late = /conversation/; // the words spoken so far, in the other language, come after those of the part
		await page.evaluate(async (text) => {
			const { wake, show, pageOf, shown } = window.islands;
			await shown.learn(['conversation']);
			const showing = show(pageOf(text));
			await Promise.resolve(); // by now they are being fetched
			await Promise.all([wake(), showing]);
		}, english);
		expect(await count()).toMatch(/^9 characters/);
	});
});

const readAgain = () => page.evaluate(() => window.islands.readAgain());
const said = () => page.locator('p').first().textContent();

describe('a page that is read again', () => {
	test('shows what is told last, however the answers come', async () => {
		await open('<p>prima</p>');
		server.body = '<p>dopo</p>';
		const both = await page.evaluate(() => Promise.all([window.islands.readAgain(), window.islands.readAgain()]));
		expect([both, await said()]).toEqual([[true, true], 'dopo']);
		const inTurn = [whole('<p>inglese</p>', { language: 'en' }), whole('<p>italiano</p>')];
		await page.evaluate((texts) => {
			const { show, pageOf, shown } = window.islands;
			return shown.learn(['common', 'conversation']).then(() => Promise.all(texts.map((text) => show(pageOf(text)))));
		}, inTurn);
		expect([await said(), await page.locator('html').getAttribute('lang')]).toEqual(['italiano', 'it']);
	});

	test('stays as it is where it cannot be read', async () => {
		await open('<p>prima</p>');
		Object.assign(server, { body: '<p>rotto</p>', status: 503 });
		expect([await readAgain(), await said()]).toEqual([false, 'prima']);
		server.lost = /./;
		expect([await readAgain(), await said()]).toEqual([false, 'prima']);
	});

	test.each([
		{ it: 'is an error by now', about: { error: { status: 404, message: 'Nulla' } }, status: 404 },
		{ it: 'is of another version', about: { scripts: 'b' }, status: 200 },
	])('that $it is loaded anew', async ({ about, status }) => {
		await open('<p>prima</p><input name="a">');
		Object.assign(server, { body: '<p>dopo</p>', about, status });
		await Promise.all([page.waitForEvent('load'), readAgain().catch(() => {})]);
		expect(await said()).toBe('dopo');
	});

	test.each([
		{ what: 'writes', field: '<input name="a">', act: 'fill' },
		{ what: 'has chosen', field: '<input name="a" type="radio" value="mio">', act: 'check' },
	] as const)('of another version is not loaded anew while somebody $what in it', async ({ field, act }) => {
		await open(`<p>prima</p>${field}`);
		const input = page.locator('input');
		await (act === 'fill' ? input.fill('mio') : input.check());
		Object.assign(server, { body: `<p>dopo</p>${field}`, about: { scripts: 'b' } });
		expect([await readAgain(), await said(), await input.inputValue()]).toEqual([true, 'dopo', 'mio']);
		expect(act === 'fill' || (await input.isChecked())).toBe(true);
	});

	test('gone back to from elsewhere has been read since', async () => {
		await open('<p>prima</p>');
		await page.evaluate(() => window.islands.attend());
		server.body = '<p>dopo</p>';
		await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
		await page.getByText('dopo').waitFor();
	});
});

describe('a list that is searched in place', () => {
	const list = (
		what: string,
	) => `<p>${what}</p><form action="/tickets" data-follow><input name="q" value="${what}"></form>
		<a href="/tickets?state=resolved" data-in-place>risolti</a><a href="#x">qui</a>`;
	const opened = async () => {
		await open(list(''), '/tickets');
		await page.evaluate(() => window.islands.attend());
		server.asked = [];
	};

	test('follows the typing under one address, and going back leads to what was there before', async () => {
		await opened();
		server.body = list('r');
		await page.locator('input').fill('r');
		await page.waitForURL('**/tickets?q=r');
		await page.getByText('r', { exact: true }).waitFor();
		server.body = list('ri');
		await page.locator('input').fill('ri');
		await page.waitForURL('**/tickets?q=ri');
		await page.getByText('ri', { exact: true }).waitFor();
		expect(server.asked).toEqual(['/tickets?q=r', '/tickets?q=ri']);
		server.body = list('');
		await page.goBack();
		await page.waitForFunction(() => document.querySelector('p')?.textContent === '');
		expect([page.url(), await page.locator('input').inputValue()]).toEqual([`${origin}/tickets`, '']);
	});

	test('goes about within itself without being read again', async () => {
		await opened();
		await page.getByText('qui').click();
		await page.goBack();
		expect([page.url(), server.asked]).toEqual([`${origin}/tickets`, []]);
	});

	test('keeps what is typed while another filter is on its way', async () => {
		await opened();
		const answer = Promise.withResolvers<void>();
		await context.route('**/tickets?state=resolved', async (route) => {
			await answer.promise;
			await route.fallback();
		});
		server.body = list('');
		await page.getByText('risolti').click();
		await page.locator('input').fill('rilievo');
		answer.resolve();
		await page.waitForURL('**/tickets?q=rilievo');
		expect(await page.locator('input').inputValue()).toBe('rilievo');
		await context.unroute('**/tickets?state=resolved');
	});
});

describe('a form that does not come alive', () => {
	const form = (
		words = '',
	) => `<form data-sent action="/x" method="post"><input type="hidden" name="requestKey" value="k">
		<textarea name="words">${words}</textarea><div data-limit="100"></div></form>`;

	test('tells how much more it takes', async () => {
		await open(form());
		await page.evaluate(() => window.islands.attend());
		await page.locator('form > .island').waitFor({ state: 'attached' });
		await page.locator('textarea').fill('x'.repeat(95));
		expect(await count()).toBe('Restano 5 caratteri.');
		await become(form());
		await page.locator('textarea').fill('x'.repeat(101));
		expect([await count(), await page.locator('[role=status]').count()]).toEqual([
			'Un carattere oltre il limite: accorci un poco il testo.',
			1,
		]);
	});

	test('is sent by the browser itself where its script does not come', async () => {
		await open(form('mio'));
		server.lost = /static-form/;
		await page.evaluate(() => window.islands.attend());
		await Promise.all([page.waitForURL('**/x'), page.evaluate(() => document.querySelector('form')?.requestSubmit())]);
		expect(server.asked.at(-1)).toBe('/x');
	});
});
