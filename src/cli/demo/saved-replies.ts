import type { SavedReply } from '#lib/domain/saved-replies.ts';
import { createSavedReply } from '#lib/server/use-cases/create-saved-reply.ts';
import type { ProductKey, StaffKey } from './house.ts';
import type { Opening } from './opening.ts';
import { play, requestKey, type Stage } from './stage.ts';

type Saved = Omit<SavedReply, 'product'> & { product?: ProductKey; used: number };

const shared: readonly Saved[] = [
	{
		name: 'Ringrazia e prende in esame',
		shortcut: 'grazie',
		language: 'it',
		used: 41,
		text: 'Gentile {{nome}},\n\ngrazie della segnalazione e dei file: li stiamo esaminando. Le scriviamo qui appena sappiamo che cosa succede.\n\nCordiali saluti\n{{operatore}}',
	},
	{
		name: 'Chiede versione e sistema operativo',
		shortcut: 'versione',
		language: 'it',
		used: 36,
		text: 'Gentile {{nome}},\n\nper riprodurre il problema ci servono due dati:\n\n1. la versione di {{software}}, che si legge in **Aiuto → Informazioni**;\n2. il sistema operativo del computer su cui lavora.\n\nCon questi ripartiamo subito da dove siamo.\n\nCordiali saluti\n{{operatore}}',
	},
	{
		name: 'Chiede il file del lavoro',
		shortcut: 'file',
		language: 'it',
		used: 29,
		text: 'Gentile {{nome}},\n\nci può allegare il file del lavoro su cui compare l’errore? Basta una copia: se è grande, un archivio `.zip` va bene.\n\nLo usiamo soltanto per questa verifica.\n\nCordiali saluti\n{{operatore}}',
	},
	{
		name: 'Chiede una schermata dell’errore',
		shortcut: 'schermata',
		language: 'it',
		used: 18,
		text: 'Gentile {{nome}},\n\nci aiuterebbe una schermata con il messaggio per intero. In Windows si prende con **Stamp** e qui si incolla direttamente nella risposta.\n\nCordiali saluti\n{{operatore}}',
	},
	{
		name: 'Corretto: chiede conferma',
		shortcut: 'conferma',
		language: 'it',
		used: 22,
		text: 'Gentile {{nome}},\n\nabbiamo corretto la causa di quanto descrive in «{{oggetto}}». Aggiorni {{software}} da **Aiuto → Cerca aggiornamenti** e ripeta la stessa operazione.\n\nCi conferma che ora funziona?\n\nCordiali saluti\n{{operatore}}',
	},
	{
		name: 'Reinstallazione passo per passo',
		shortcut: 'reinstalla',
		language: 'it',
		used: 11,
		text: 'Gentile {{nome}},\n\nproviamo a reinstallare {{software}} {{versione}}; i Suoi lavori non vengono toccati:\n\n1. chiuda il programma su tutti i computer;\n2. lo disinstalli da **Impostazioni → App**;\n3. riavvii e installi di nuovo dal Suo spazio clienti;\n4. apra il lavoro e ripeta l’operazione.\n\nSe l’errore si ripresenta, ci scriva a quale passo.\n\nCordiali saluti\n{{operatore}}',
	},
	{
		name: 'La poligonale non chiude: prime verifiche',
		shortcut: 'poligonale',
		language: 'it',
		product: 'isoipsa',
		used: 9,
		text: 'Gentile {{nome}},\n\nquando la poligonale non chiude, nella nostra esperienza conviene guardare in quest’ordine:\n\n- l’altezza strumentale di ogni stazione;\n- l’orientamento della prima stazione;\n- le unità degli angoli, centesimali o sessagesimali, in **Lavoro → Unità**.\n\nCi dice che scarto legge dopo queste verifiche?\n\nCordiali saluti\n{{operatore}}',
	},
	{
		name: 'Pregeo rifiuta il libretto',
		shortcut: 'pregeo',
		language: 'it',
		product: 'mappale',
		used: 7,
		text: 'Gentile {{nome}},\n\nil codice che riporta il controllo indica di solito una riga 2 senza la stazione a cui si riferisce. In Mappale: **Verifica → Righe orfane**, corregga le righe segnate e riesporti.\n\nSe il controllo non passa ancora, alleghi il file esportato.\n\nCordiali saluti\n{{operatore}}',
	},
	{
		name: 'Asks for the version',
		shortcut: 'version',
		language: 'en',
		used: 8,
		text: 'Dear {{name}},\n\nto reproduce this we need the version of {{product}} you are using: you find it under **Help → About**. Could you let us know, together with your operating system?\n\nKind regards\n{{agent}}',
	},
	{
		name: 'Thanks, we are looking into it',
		shortcut: 'thanks',
		language: 'en',
		used: 12,
		text: 'Dear {{name}},\n\nthank you for the report and the files. We are looking into “{{subject}}” and will write here as soon as we know what happens.\n\nKind regards\n{{agent}}',
	},
];

const personal: Partial<Record<StaffKey, readonly Saved[]>> = {
	marta: [
		{
			name: 'Saluto finale',
			shortcut: 'saluti',
			language: 'it',
			used: 54,
			text: 'Resto a disposizione in questo ticket, il {{ticket}}.\n\nBuon lavoro,\nMarta',
		},
	],
	davide: [
		{
			name: 'Unità di misura in Telaio',
			shortcut: 'unita',
			language: 'it',
			product: 'telaio',
			used: 5,
			text: 'Gentile {{nome}},\n\ni carichi si leggono in kN/m², e il valore che ha inserito sembra in kg/m²: la differenza è di circa cento volte. Le unità si scelgono in **Modello → Unità**, prima di importare.\n\nDavide',
		},
	],
};

/** What the house has written down by the time of the story, and how often it was used before. */
export async function saveReplies(stage: Stage, opening: Opening, when: Temporal.Instant): Promise<void> {
	for (const reply of shared) await save(stage, opening, when, 'giulia', reply, true);
	for (const [who, replies] of Object.entries(personal) as [StaffKey, readonly Saved[]][]) {
		for (const reply of replies) await save(stage, opening, when, who, reply, false);
	}
}

async function save(
	stage: Stage,
	{ agents, cast }: Opening,
	when: Temporal.Instant,
	who: StaffKey,
	{ product, used, ...reply }: Saved,
	isShared: boolean,
): Promise<void> {
	const about = { ...reply, product: product ? cast.products[product] : null, shared: isShared };
	const { reply: id } = await play(stage, when, () =>
		createSavedReply(stage.desk, agents[who], { ...about, requestKey: requestKey() }),
	);
	await stage.desk.db.updateTable('saved_reply').set({ used }).where('id', '=', id).execute();
}
