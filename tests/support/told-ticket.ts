import { Readable } from 'node:stream';
import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import type { Upload } from '#lib/server/db/messages.ts';
import type { Desk } from '#lib/server/desk.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import type { TestDesk } from './desk.ts';
import { asking, begin, granted, on, saying } from './house.ts';
import { png } from './png.ts';

type Cast = { product: number; paola: UserViewer; andrea: UserViewer; marta: StaffViewer };

/** A file as if it had come with a form. */
export async function upload({ blobs }: Desk, name: string, content: Buffer | string): Promise<Upload> {
	const bytes = Buffer.from(content);
	const blob = await blobs.put(Readable.from([bytes]), bytes.length);
	if (blob === 'too-large') throw new Error(`${name} is too large.`);
	return { ...blob, name };
}

/**
 * Three days of a ticket of Paola's, from Friday 20 November 2026 at nine: opened with pictures and a drawing, taken and put back twice before it is
 * answered with code, a reply by mail with quote and signature, a colleague's word, and a hold on Tuesday the 24th.
 */
export async function toldTicket({ desk, clock }: TestDesk, { product, paola, andrea, marta }: Cast): Promise<number> {
	const { opened, taken } = begin(desk, product);
	const at = (moment: string) => clock.set(Temporal.Instant.from(`2026-11-${moment}+01:00`));
	const file = (name: string, content: Buffer | string = name) => upload(desk, name, content);

	at('20T09:02');
	const ticket = await opened(paola, {
		subject: 'Il rilievo di via Garibaldi non si importa',
		description: `Buongiorno,\n\nal 40 % l’importazione si ferma con **Errore 1204**. Il file viene da ${link}.`,
		files: [
			await file('errore 1204.png', png(1200, 800)),
			await file('cantiere.png', png(600, 1400)),
			await file('rilievo_via_garibaldi_piano_terra_definitivo_rev_B.dwg'),
		],
	});
	for (const moment of ['20T09:40', '20T10:10']) {
		at(moment);
		await taken(marta);
		granted(await putBack(desk, marta, on(ticket)));
	}
	at('20T11:00');
	await taken(marta);
	at('20T11:15');
	granted(await replyToCustomer(desk, marta, saying(ticket, firstAnswer)));
	at('23T08:30');
	granted(
		await replyAsCustomer(desk, paola, {
			...saying(ticket, byMail),
			files: [await file('schermata.png', png(900, 600))],
		}),
	);
	granted(await replyAsCustomer(desk, andrea, saying(ticket, 'Confermo: succede anche a me, con la versione 12.1.')));
	at('24T10:05');
	granted(
		await awaitCustomer(desk, marta, { ...asking(ticket), text: 'Ci serve il file **originale**, non esportato.' }),
	);
	return ticket;
}

const link = '[un altro programma](https://example.it/esportazione/dxf?versione=12&lingua=it)';

const firstAnswer = `Buongiorno, provi così:

1. chiuda il programma
2. apra il file di configurazione e scriva

\`\`\`
[importazione]
percorso = C:\\Programmi\\Isoipsa\\12\\modelli\\una-cartella-con-un-nome-piuttosto-lungo\\predefinito.xml
memoria = 4096
\`\`\`

Poi ci dica se cambia qualcosa: https://example.it/guida/importazione/un-indirizzo-che-non-finisce-mai-e-che-non-ha-spazi`;

const byMail = `Ho provato, ma si ferma ancora allo stesso punto.

Il giorno ven 20 nov 2026 alle ore 11:15 Assistenza <assistenza@example.it> ha scritto:
> Buongiorno, provi così:
> chiuda il programma
> apra il file di configurazione

-- 
Paola Ferri
Ferri e Landi, geometri`;
