import type { Column } from '#lib/domain/customer-file/columns.ts';
import type { Fate, RowProblem } from '#lib/domain/customer-file/fate.ts';
import type { Words } from '#lib/messages/words.ts';

type FileWords = Words['customerFile'];

/** What becomes of a row, a sentence or a few words each; with the column it is about, where it is refused. */
export function fateInWords(fate: Fate, words: FileWords): { column: Column | null; text: string }[] {
	if (fate.kind === 'refused')
		return fate.problems.map((problem) => ({ column: problem.column, text: say(problem, words) }));
	const does = [
		...(fate.customer === 'new' ? [words.newCustomer] : []),
		...(fate.person === 'new' ? [words.newPerson(fate.username ?? '')] : []),
		...(fate.person === 'changed' ? [words.changedPerson] : []),
		...(fate.licences.length > 0 ? [words.licencesAdded(fate.licences)] : []),
	];
	return [{ column: null, text: does.join('; ') || words.nothing }];
}

/** A problem is told by the words of its own reason. */
function say(problem: RowProblem, { problems }: FileWords): string {
	const tell = problems[problem.reason] as (problem: RowProblem) => string;
	return tell(problem);
}
