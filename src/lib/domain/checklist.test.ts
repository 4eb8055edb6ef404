import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answeredItems, answersFrom, confirmations, environmentChange } from './checklist.ts';

const present = { version: '12.1', operatingSystem: 'Windows 11', tools: '' };

describe('the fields of the form are its answers', () => {
	test('nothing sent answers nothing', () => {
		expect(answeredItems(answersFrom({}), 0)).toEqual([]);
	});

	test('what the ticket says may be confirmed instead of written again; what is written counts more', () => {
		expect(answersFrom({ version: ' ', versionAsBefore: '12.1' }).version).toBe('12.1');
		expect(answersFrom({ version: '12.2', versionAsBefore: '12.1' }).version).toBe('12.2');
	});

	test('a word that is no confirmation is none', () => {
		expect(answersFrom({ confirmation: 'perhaps' }).confirmation).toBeUndefined();
	});

	test.each([
		[{ version: '12.2' }, 0, ['product-version']],
		[{ operatingSystemAsBefore: 'Windows 11' }, 0, ['operating-system']],
		[{ tools: 'Stampante' }, 0, ['tools-used']],
		[{}, 1, ['reference-files']],
		[{ confirmation: 'untried' }, 0, ['confirmation']],
		[{ confirmationWords: 'Si ferma.' }, 0, ['confirmation']],
		[{ other: 'Ecco.' }, 0, ['other']],
		[{ version: ' \n', other: '\t' }, 0, []],
	])('%j with %i files answers %j', (fields, files, items) => {
		expect(answeredItems(answersFrom(fields), files)).toEqual(items);
	});

	test('whatever is sent, also what no form of ours sends, comes to texts and one of the confirmations', () => {
		fc.assert(
			fc.property(fc.object({ key: fc.constantFrom('version', 'confirmation', 'other', 'tools') }), (fields) => {
				const { confirmation, ...texts } = answersFrom(fields);
				expect([undefined, ...confirmations]).toContain(confirmation);
				for (const text of Object.values(texts)) expect(typeof text).toBe('string');
			}),
		);
	});
});

describe('what the answers change in the environment', () => {
	test('only what differs; a field left empty erases nothing', () => {
		const answers = { version: ' 12.2 ', operatingSystem: 'Windows 11', tools: '' };
		expect(environmentChange(answers, present)).toEqual({ version: '12.2' });
	});

	test('once changed, the same answers change nothing more', () => {
		const line = fc.string({ maxLength: 20 });
		fc.assert(
			fc.property(fc.record({ version: line, operatingSystem: line, tools: line }), (answers) => {
				const after = { ...present, ...environmentChange(answers, present) };
				expect(environmentChange(answers, after)).toEqual({});
			}),
		);
	});
});
