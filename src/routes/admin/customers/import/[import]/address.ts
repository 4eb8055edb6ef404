import { type FateKind, fateKinds } from '#lib/domain/customer-file/fate.ts';

/** What of an import is shown: rows of one kind, and which page of them. */
export type AskedRows = { kind: FateKind | undefined; page: number };

export function askedRows(asked: URLSearchParams): AskedRows {
	const kind = fateKinds.find((known) => known === asked.get('only'));
	const page = Number(asked.get('page') ?? 1);
	return { kind, page: Number.isSafeInteger(page) && page > 0 && page <= 1_000 ? page : 1 };
}

export function rowsAt(id: number, { kind, page }: AskedRows): string {
	const said = [...(kind ? [['only', kind]] : []), ...(page > 1 ? [['page', String(page)]] : [])];
	const query = new URLSearchParams(said).toString();
	return `/admin/customers/import/${id}${query && `?${query}`}`;
}
