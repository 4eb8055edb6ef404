import { CannotStart, WillNotStart } from './cannot-start.ts';

type Told = [what: string, todo: string];

const full = (path: string): Told => [`The disk that holds ${path} is full.`, 'Make room on it and start again.'];
const closed = (path: string, code = 'EACCES'): Told => [
	`The user who starts Sportello may not use ${path} (${code}).`,
	'Give it to that user, or start Sportello as the user who owns it.',
];

/** Beside the codes of the system, those of PostgreSQL (its manual, appendix A). */
const byCode: Readonly<Record<string, (path: string, message: string) => Told>> = {
	ENOSPC: full,
	EDQUOT: full,
	EACCES: (path) => closed(path),
	EPERM: (path) => closed(path, 'EPERM'),
	EROFS: (path) => [`${path} is on a disk that can only be read.`, 'Set DATA_DIR to a folder that can be written to.'],
	'53100': () => full('the database'),
	'42501': (_, message) => [
		`The database user may not do what Sportello needs: ${message}.`,
		'Make the user in DATABASE_URL the owner of its database.',
	],
};

/** An error met while starting, in words where people can do something about it; as it is where they cannot. */
export function inWords(error: unknown): unknown {
	if (!(error instanceof Error) || error instanceof CannotStart) return error;
	const { code = '', path = 'a file it needs' } = error as NodeJS.ErrnoException;
	const told = Object.hasOwn(byCode, code) ? byCode[code]?.(path, error.message) : undefined;
	return told ? new CannotStart(...told, { cause: error }) : error;
}

type Sign = [sign: RegExp, tell: (folder: string, found: RegExpExecArray) => Told];

/** In what PostgreSQL writes as it fails; the first that fits, since what follows it is often only its consequence. */
const signs: readonly Sign[] = [
	[/No space left on device|Disk quota exceeded/, full],
	[
		/initialized by PostgreSQL version (\d+).*not compatible with this version (\d+)/,
		(folder, [, made, brought]) => [
			`The database in ${folder} is one of PostgreSQL ${made}, and this Sportello brings PostgreSQL ${brought}.`,
			'Start the version of Sportello that it belongs to, or set DATA_DIR to another folder.',
		],
	],
	[
		/is not a valid data directory|does not exist, or is a directory of another|could not open file ".*global\/pg_control"/,
		(folder) => [
			`The folder ${folder} is not, or not wholly, a database of Sportello.`,
			'Put the folder of a backup in its place, or set DATA_DIR to another folder.',
		],
	],
	[/Permission denied|has wrong ownership|has invalid permissions/, (folder) => closed(folder)],
	[
		/could not (?:create shared memory segment|map anonymous shared memory).*|Cannot allocate memory/,
		() => ['This machine has too little free memory for PostgreSQL.', 'End other programs and start again.'],
	],
];

/** Why PostgreSQL did not make or open the database in `folder`, from what it wrote meanwhile; nothing where it says nothing we know. */
export function saidBy(postgres: string, folder: string): CannotStart | undefined {
	for (const [sign, tell] of signs) {
		const found = sign.exec(postgres);
		if (found) return new WillNotStart(...tell(folder, found));
	}
	return undefined;
}

export const diskIsFull = (path: string) => new WillNotStart(...full(path));
