/** What one file of customers may hold; shown beside the field, and held while it is read. */
export const importLimits = {
	rows: 10_000,
	/** Of a file. */
	bytes: 8 * 1024 * 1024,
	/** Of what is pasted. */
	pasted: 200_000,
	/** Characters of a cell. */
	cell: 4_000,
} as const;

/** For how long a preview can be confirmed, and what came of it can be read. */
export const importKeptDays = 7;

/** Why a file cannot be read at all. Rows are counted as a spreadsheet numbers them. */
export type CustomerFileRefusal =
	| { reason: 'file-says-nothing' }
	| { reason: 'file-not-text' }
	| { reason: 'no-customer-column'; found: string[] }
	| { reason: 'column-twice'; column: string }
	| { reason: 'no-rows' }
	| { reason: 'too-many-rows'; most: number }
	| { reason: 'quote-not-closed' }
	| { reason: 'cell-too-long'; line: number; limit: number };

export const encodings = ['utf-8', 'utf-16', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];
export const separators = [';', ',', '\t'] as const;
export type Separator = (typeof separators)[number];
