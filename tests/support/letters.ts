import type { StoredReceipt } from '#lib/domain/receipt-json.ts';
import type { Language } from '#lib/domain/roles.ts';
import { withAddresses } from '#lib/server/mail/addresses.ts';
import type { Kept } from '#lib/server/mail/html.ts';
import { type CustomerNews, forCustomer, forStaff, type StaffNews } from '#lib/server/mail/render.ts';

export const origin = 'https://desk.example.com';

const receipt: StoredReceipt = {
	placedAt: '2026-12-01T09:30:00Z',
	timeZone: 'Europe/Rome',
	countedDays: ['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07', '2026-12-09'],
	skippedDays: [
		{ day: '2026-12-05', reason: { kind: 'not-worked' } },
		{ day: '2026-12-06', reason: { kind: 'not-worked' } },
		{
			day: '2026-12-08',
			reason: { kind: 'holiday', name: { it: 'Immacolata Concezione', en: 'Immaculate Conception' } },
		},
	],
	lapsesAt: '2026-12-09T23:00:00Z',
};
const text =
	'Provi a compensare due volte, poi chiuda il rilievo.\n\n- prima la rete\n- poi i dettagli\n\nMi scriva come va.';
const moved = { receipt, days: ['2026-12-07'], reason: 'inventario' };

const news: (CustomerNews | (StaffNews & { toStaff: true }))[] = [
	{ kind: 'hold-placed', data: { receipt, missing: ['product-version', 'reference-files'], text } },
	{ kind: 'reminder', data: { receipt, missing: ['product-version', 'reference-files'] } },
	{ kind: 'lapsed', data: { receipt } },
	{ kind: 'lapse-moved', data: moved },
	{ kind: 'answered', data: { text, files: ['rilievo corretto.zip', 'nota.pdf'] } },
	{ kind: 'resolved', data: { text, files: [] } },
	{ kind: 'merged', data: { into: 1187, receipt, text } },
	{ kind: 'lapse-moved', data: moved, toStaff: true },
	{ kind: 'handed-over', data: { text: 'Lo conosci già: è il rilievo di Orte.' }, toStaff: true },
];

/** A notice of each kind, about one ticket, as it is written: with paths in the place of addresses. */
export function asWritten(language: Language, subject: string, name = 'Paola Ferri') {
	const to = { name, language, ticket: { number: 1204, subject } };
	return news.map((one) => {
		const mail = 'toStaff' in one ? forStaff(one, to) : forCustomer(one, to);
		return { ...mail, kind: one.kind, language };
	});
}

/** The same as they are kept and shown. */
export function letters(language: Language, subject: string, name?: string): Kept[] {
	return asWritten(language, subject, name).map((mail) => ({
		...mail,
		...{ ticket: 1204, body: withAddresses(mail.body, origin, 'masked') },
	}));
}
