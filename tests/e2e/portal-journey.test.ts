import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { PASSWORD } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import type { Hands } from '../support/hands.ts';
import { begin, granted, saying, standingOf, testHouse } from '../support/house.ts';
import { expectWords, newPage } from '../support/page.ts';
import { forgetTicketsOfBrowsers } from '../support/ticket-pages.ts';
import { ways } from '../support/ways-to-work.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, chiara, marta } = await testHouse(desk);
const { opened, taken } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

beforeEach(() => forgetTicketsOfBrowsers(desk));

/** Somebody on their way through the portal. */
type Customer = Hands & {
	page: Page;
	look: () => Promise<void>;
	/** What happened at the desk is on the page: by itself, where there are scripts. */
	meanwhile: (words: string) => Promise<void>;
};

const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });
/** Of what the page itself offers, above its frame. */
const link = (page: Page, name: string) =>
	page.locator('main').getByRole('link', { name }).filter({ visible: true }).first();

test.each(Object.entries(ways))('%s, a customer comes all the way', async (_, { options, hands, look }) => {
	const before = await opened(chiara);
	const page = await newPage(browser, web, options);
	const customer: Customer = {
		...hands(page),
		page,
		look: () => look(page),
		async meanwhile(words) {
			if (options.javaScriptEnabled === false) await page.reload();
			await expectWords(page, words);
		},
	};
	await arrives(customer);
	const ticket = await opensATicket(customer, before);
	await answersWhatIsAsked(customer, ticket);
	await saysWhatTheyThink(customer, ticket);
	await opensTheNext(customer, ticket);
	await findsItAgain(customer);
	await leaves(customer);
	await page.context().close();
});

/** Signs in, and is told in three sentences what this is. */
async function arrives({ page, look, press, write }: Customer): Promise<void> {
	await page.goto('/');
	await look();
	await write(page.getByLabel('Nome utente o e-mail'), 'paola');
	await write(page.getByLabel('Password', { exact: true }), PASSWORD);
	await press(button(page, 'Entra'));

	await expectWords(page, 'Qui si prende il numero');
	expect(await page.getByRole('listitem').getByRole('strong').allTextContents()).toEqual([
		'Apra un ticket',
		'Riceva il Suo numero:',
		'Segua il Suo turno da qui,',
	]);
	await look();
}

/** With a file; then the line before it grows shorter, and an agent takes it. */
async function opensATicket(
	{ page, look, meanwhile, press, choose, write, attach }: Customer,
	before: number,
): Promise<number> {
	await press(link(page, 'Apri un ticket'));

	await expectWords(page, 'Per quale software?');
	await look();
	await choose(page.getByLabel('Assistenza tecnica'));
	await write(page.getByLabel('Oggetto'), 'La poligonale non chiude');
	await write(page.getByLabel('Descrizione'), 'Buongiorno, in allegato il rilievo.');
	await attach(page.locator('input[name=files]'), 'rilievo.txt');
	await press(button(page, 'Invia e prendi il numero'));

	const ticket = before + 1;
	await expectWords(page, `Il Suo ticket è aperto: ha il numero ${ticket}.`);
	await expectWords(page, 'C’è un solo ticket prima del Suo.');
	await link(page, 'rilievo.txt').waitFor();
	await look();

	expect(await taken(marta)).toBe(before);
	await meanwhile('Nessun ticket arrivato prima del Suo è in coda.');
	granted(await resolve(desk, marta, saying(before)));
	expect(await taken(marta)).toBe(ticket);
	await meanwhile('Un operatore ci sta lavorando.');
	return ticket;
}

/** Asked for two things, and found on the start page. */
async function answersWhatIsAsked(
	{ page, look, meanwhile, press, choose, write }: Customer,
	ticket: number,
): Promise<void> {
	const missing = ['product-version', 'confirmation'] as const;
	granted(await awaitCustomer(desk, marta, { ...saying(ticket, 'Ci dica come va ora.'), missing: [...missing] }));
	await meanwhile('Tocca a Lei: per andare avanti ci servono alcune informazioni.');

	await press(page.getByRole('link', { name: 'Inizio' }));
	await expectWords(page, 'Un ticket aspetta una Sua risposta.');
	await look();
	await press(link(page, 'La poligonale non chiude'));
	await expectWords(page, 'lunedì 30 novembre, entro fine giornata');
	await look();
	const tree = await page.locator('main').ariaSnapshot();
	const inOrder = [
		'Tocca a Lei: per andare avanti ci servono alcune informazioni.',
		'lunedì 30 novembre, entro fine giornata',
		'heading "Conversazione" [level=2]',
		'textbox "Versione del software"',
		'group "Ora funziona?"',
		'button "Invia la risposta"',
	].map((said) => tree.indexOf(said));
	expect(inOrder, tree).not.toContain(-1);
	expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));

	await write(page.getByLabel('Versione del software'), '12.2');
	await choose(page.getByLabel('No, non ancora'));
	await press(button(page, 'Invia la risposta'));
	await expectWords(page, 'La Sua risposta è arrivata.');
	await look();
	expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'queued' });
}

/** The answer has come, and one question. */
async function saysWhatTheyThink(
	{ page, look, meanwhile, press, choose, write }: Customer,
	ticket: number,
): Promise<void> {
	expect(await taken(marta)).toBe(ticket);
	granted(await resolve(desk, marta, saying(ticket, 'Con la correzione di verticalità la poligonale chiude.')));
	await meanwhile('Risolto: l’assistenza ha concluso il lavoro.');
	await expectWords(page, 'Con la correzione di verticalità');
	await look();
	await choose(page.getByRole('radio', { name: 'Quasi del tutto' }));
	await write(page.getByLabel('Vuole dirci perché?'), 'Bene, con un giro di troppo.');
	await press(button(page, 'Invia la risposta'));
	await expectWords(page, 'Grazie: la risposta è arrivata.');
	await look();
}

/** Which follows the resolved one. */
async function opensTheNext({ page, look, press, write }: Customer, ticket: number): Promise<void> {
	await press(link(page, 'Apri un ticket collegato'));
	await expectWords(page, 'Per quale software?');
	expect(await page.getByLabel('Oggetto').inputValue()).toBe('La poligonale non chiude');
	await look();
	await write(page.getByLabel('Descrizione'), 'È tornato.');
	await press(button(page, 'Invia e prendi il numero'));
	await expectWords(page, `Il Suo ticket è aperto: ha il numero ${ticket + 1}.`);
	await expectWords(page, 'Segue il ticket');
	await look();
}

/** By a word of the answer, misspelt and without its accent. */
async function findsItAgain({ page, look, press, write }: Customer): Promise<void> {
	await press(page.getByRole('link', { name: 'Tutti i ticket', exact: true }));
	await page.waitForURL('**/tickets');
	await look();
	await write(page.getByRole('searchbox'), 'vertcalita');
	await press(button(page, 'Cerca'));
	await expectWords(page, 'Trovato un ticket.');
	expect(await page.locator('mark').allTextContents()).toContain('verticalità');
	await look();
	await press(link(page, 'La poligonale non chiude'));
	await expectWords(page, 'Quasi del tutto');
}

/** Not without having put their name right. */
async function leaves({ page, look, press, write }: Customer): Promise<void> {
	await press(page.getByRole('link', { name: 'il Suo account' }));
	await expectWords(page, 'Sessioni aperte');
	await look();
	await write(page.getByLabel('Nome e cognome'), 'Geom. Paola Ferri');
	await press(button(page, 'Salva il nome'));
	await expectWords(page, 'Il Suo nome è «Geom. Paola Ferri»');
	await press(page.getByRole('button', { name: 'Esci' }));
	await page.waitForURL('**/login**');
}
