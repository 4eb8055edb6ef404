import type { MissingItem } from './hold.ts';

/** Where the customer works, as the ticket has it. */
export type Environment = { version: string; operatingSystem: string; tools: string };
export type EnvironmentField = keyof Environment;

/** What of the checklist asks for something that the ticket has a place for. */
export const environmentItems: readonly (readonly [MissingItem, EnvironmentField])[] = [
	['product-version', 'version'],
	['operating-system', 'operatingSystem'],
	['tools-used', 'tools'],
];

/** Does it work now? */
export const confirmations = ['works', 'fails', 'untried'] as const;
export type Confirmation = (typeof confirmations)[number];

/** The checklist answered item by item; an empty text is no answer. The files are the reply's own. */
export type Answers = Environment & {
	confirmation: Confirmation | undefined;
	confirmationWords: string;
	other: string;
};

/** The answers as a form has them, field by field; what was in the ticket before may be confirmed instead of written again. */
export function answersFrom(fields: Readonly<Record<string, unknown>>): Answers {
	const said = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
	const orAsBefore = (name: EnvironmentField) => (said(name).trim() === '' ? said(`${name}AsBefore`) : said(name));
	return {
		version: orAsBefore('version'),
		operatingSystem: orAsBefore('operatingSystem'),
		tools: orAsBefore('tools'),
		confirmation: confirmations.find((confirmation) => confirmation === fields.confirmation),
		confirmationWords: said('confirmationWords'),
		other: said('other'),
	};
}

/** Which items a reply answers. */
export function answeredItems(answers: Answers, files: number): MissingItem[] {
	const given = environmentItems.filter(([, field]) => isSaid(answers[field])).map(([item]) => item);
	if (files > 0) given.push('reference-files');
	if (answers.confirmation || isSaid(answers.confirmationWords)) given.push('confirmation');
	if (isSaid(answers.other)) given.push('other');
	return given;
}

/** What the answers change in the environment of a ticket; nothing where they confirm it. */
export function environmentChange(answers: Environment, present: Environment): Partial<Environment> {
	const changed = environmentItems
		.map(([, field]) => [field, answers[field].trim()] as const)
		.filter(([field, said]) => said !== '' && said !== present[field]);
	return Object.fromEntries(changed);
}

function isSaid(text: string): boolean {
	return text.trim() !== '';
}
