import type { Column } from '#lib/domain/customer-file/columns.ts';
import type { FateKind, RowProblem, RowReason } from '#lib/domain/customer-file/fate.ts';
import type { CustomerFileRefusal, Encoding, Separator } from '#lib/domain/customer-file/limits.ts';
import { importKeptDays } from '#lib/domain/customer-file/limits.ts';
import type { Sayings } from '../say.ts';
import { signBeyondMail } from './sign-beyond-mail.ts';

const columns = {
	customer: 'Cliente',
	colleagues: 'Colleghi',
	name: 'Persona',
	username: 'Nome utente',
	email: 'E-mail',
	language: 'Lingua',
	products: 'Software',
} satisfies Record<Column, string>;

type Told<Reason extends RowReason['reason']> = Extract<RowProblem, { reason: Reason }>;

/** Customers, their people and licences by file, in and out. */
export const customerFile = {
	title: 'Clienti e persone da un file',
	lead: 'Un file CSV, una riga per persona. Prima vede che cosa succederebbe a ogni riga; finché non conferma non si scrive nulla.',
	link: 'Importa da un file',
	file: 'File CSV',
	fileHint: (rows: string, size: string) => `Fino a ${rows} righe e ${size}.`,
	paste: 'Oppure incolli le righe',
	pasteHint: (characters: string) =>
		`Con la riga dei nomi delle colonne, anche copiate da un foglio di calcolo; fino a ${characters} caratteri.`,
	submit: 'Mostra l’anteprima',
	template: 'Scarica il modello',
	templateName: 'modello-clienti',
	exportTitle: 'Tutti i clienti in un file',
	exportText:
		'Le stesse colonne del modello: si può correggere e importare di nuovo. Resta nel registro degli accessi.',
	exportSubmit: 'Scarica clienti e persone (CSV)',
	exportName: 'clienti-e-persone',
	columnsTitle: 'Le colonne',
	columnsLead: (cell: string) =>
		`In qualunque ordine; solo «Cliente» è necessaria. Una cella contiene al massimo ${cell} caratteri. Virgola, punto e virgola o tabulazione; UTF-8 o Windows: si riconoscono da soli.`,
	columns,
	columnHints: {
		customer: 'Il nome. Se c’è già un cliente con questo nome, la riga riguarda lui.',
		colleagues: 'Se gli utenti vedono i ticket l’uno dell’altro: sì o no. Vuota, per un cliente nuovo: sì.',
		name: 'Nome e cognome di chi apre i ticket. Vuota, con l’e-mail vuota, se la riga è solo per il cliente.',
		username: 'Con cui entra. Vuota, per una persona nuova: si ricava dall’e-mail.',
		email: 'Da questa si riconosce chi c’è già.',
		language: 'it o en. Vuota, per una persona nuova: it.',
		products: 'Le licenze da aggiungere, separate da una barra: Isoipsa | Catasto. Non se ne toglie nessuna.',
	} satisfies Record<Column, string>,
	rules:
		'Un file aggiunge e corregge nome e lingua; non sposta mai una persona da un cliente all’altro, non toglie nulla, non cambia ruoli: le righe che lo farebbero sono respinte con il motivo.',
	yes: 'sì',
	no: 'no',
	pasted: 'Righe incollate',
	recent: 'Gli ultimi',
	recentHint: `Anteprime e risultati restano ${importKeptDays} giorni.`,
	states: {
		preview: 'anteprima: non è stato scritto nulla',
		running: 'in corso',
		finished: 'concluso',
	},
	rowsCounted: (rows: number, written: string) => (rows === 1 ? 'una riga' : `${written} righe`),
	previewTitle: 'Anteprima',
	previewLead: 'Non è stato scritto nulla. Ecco che cosa succederebbe ora, riga per riga.',
	runningTitle: 'Importazione in corso',
	runningLead:
		'Può lasciare questa pagina e tornarci quando vuole: il lavoro va avanti da solo, e se il server si ferma riprende da dov’era.',
	progress: (done: string, rows: string) => `${done} righe su ${rows}`,
	refresh: 'Aggiorna la pagina',
	finishedTitle: 'Importazione conclusa',
	finishedLead: 'Ogni riga è stata decisa di nuovo al momento di scriverla. Lo stesso file, ancora, non cambia nulla.',
	differs: (rows: number) =>
		rows === 1
			? 'Una riga è andata diversamente dall’anteprima, perché nel frattempo qualcosa è cambiato: è segnata.'
			: `${rows} righe sono andate diversamente dall’anteprima, perché nel frattempo qualcosa è cambiato: sono segnate.`,
	differsMark: 'diverso dall’anteprima',
	credentials: 'Chi è stato aggiunto non può ancora entrare: serve un collegamento per scegliere la password.',
	issue: (count: number, written: string) =>
		count === 1
			? 'Emetti le credenziali all’unica persona che non ne ha'
			: `Emetti le credenziali alle ${written} persone che non ne hanno`,
	toCustomers: 'Vai ai clienti',
	another: 'Un altro file',
	read: (encoding: Encoding, separator: Separator) =>
		`Letto come ${{ 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252' }[encoding]}, colonne separate da ${{ ';': 'punto e virgola', ',': 'virgola', '\t': 'tabulazione' }[separator]}.`,
	unknown: (names: readonly string[]) =>
		names.length === 1
			? `Una colonna non è stata riconosciuta e non conta: ${names[0]}.`
			: `Colonne non riconosciute, che non contano: ${names.join(', ')}.`,
	counts: {
		customers: 'clienti nuovi',
		people: 'persone nuove',
		licences: 'licenze aggiunte',
		changed: 'righe che correggono o aggiungono',
		unchanged: 'righe che non cambiano nulla',
		refused: 'righe respinte',
	},
	confirm: (rows: string) => `Importa ${rows}`,
	confirmNone: 'Questo file non cambierebbe nulla: non c’è niente da confermare.',
	discard: 'Elimina l’anteprima',
	refusedDownload: 'Scarica le righe respinte (CSV)',
	refusedHint: 'Con una colonna che dice perché: le corregga là e le importi di nuovo.',
	refusedName: 'righe-respinte',
	why: 'Motivo',
	filter: 'Quali righe',
	kinds: {
		new: 'Nuove',
		changed: 'Correggono',
		unchanged: 'Invariate',
		refused: 'Respinte',
	} satisfies Record<FateKind, string>,
	all: 'Tutte',
	pages: 'Pagine delle righe',
	none: 'Nessuna riga di questo tipo.',
	line: 'Riga',
	row: 'Contenuto',
	fate: 'Esito',
	newCustomer: 'cliente nuovo',
	newPerson: (username: string) => `persona nuova, nome utente ${username}`,
	changedPerson: 'nome o lingua della persona',
	licencesAdded: (names: readonly string[]) => `licenze: ${names.join(', ')}`,
	nothing: 'è già così',
	problems: {
		'cells-too-many': () =>
			'Ci sono più celle che colonne: racchiuda tra virgolette la cella che contiene il separatore.',
		required: ({ column }: Told<'required'>): string =>
			column === 'customer' ? 'Manca il nome del cliente.' : 'Manca: una persona ha un nome e un’e-mail.',
		'too-long': ({ limit }: Told<'too-long'>) => `Troppo lungo: al massimo ${limit} caratteri.`,
		'not-an-address': ({ sign }) =>
			sign ? signBeyondMail(sign) : 'Non è un indirizzo e-mail: lo scriva come nome@dominio.it.',
		'not-a-username': () => 'Almeno 3 caratteri: lettere senza accenti, cifre, punto, trattino.',
		'not-a-language': () => 'La lingua è it o en.',
		'not-yes-or-no': () => 'Scriva sì o no.',
		'no-such-product': ({ product }: Told<'no-such-product'>) =>
			`Non c’è nessun software «${product}»: lo aggiunga tra i software, o ne corregga il nome.`,
		'colleagues-otherwise': () =>
			'Per questo cliente vale il contrario, e un file non lo cambia: lasci vuoto, o lo cambi nella pagina del cliente.',
		'of-another-customer': ({ customer }: Told<'of-another-customer'>) =>
			`La persona con questa e-mail è di ${customer}, e un file non sposta nessuno.`,
		'is-staff': () => 'Questa e-mail è di qualcuno del personale, e un file non cambia ruoli.',
		'username-otherwise': ({ username }: Told<'username-otherwise'>) =>
			`La persona entra come ${username}: lasci vuoto, o lo cambi nella sua pagina.`,
		'username-taken': () => 'Il nome utente è di qualcun altro: ne scelga un altro, o lasci vuoto.',
		'no-username-free': () => 'Dall’e-mail non si ricava un nome utente libero: ne scriva uno.',
		'taken-meanwhile': () =>
			'Un nome di questa riga è stato dato ad altri in questo momento: importi di nuovo la riga.',
		stopped: () =>
			'L’importazione si è fermata prima di questa riga: chi l’aveva confermata non è più amministratore. La importi di nuovo.',
		'said-otherwise': ({ line }: Told<'said-otherwise'>) =>
			`La riga ${line} chiama la stessa persona in un altro modo: tenga quella giusta.`,
	} satisfies { [Reason in RowReason['reason']]: (problem: Told<Reason>) => string },
};

/** Why a file cannot be read. */
export const customerFileRefusals: Pick<Sayings, CustomerFileRefusal['reason']> = {
	'file-says-nothing': () => 'Non è arrivato niente da leggere. Scelga un file CSV, o incolli le righe.',
	'file-not-text': () =>
		'Il file non è un CSV: forse è una cartella di lavoro. Nel foglio di calcolo scelga «Salva con nome», poi CSV, e porti quello.',
	'no-customer-column': ({ found }) =>
		`Nella prima riga manca la colonna «Cliente»${found.length > 0 ? ` (ci sono: ${found.slice(0, 12).join(', ')})` : ''}. Scriva là i nomi delle colonne, come nel modello.`,
	'column-twice': ({ column }) => `La colonna «${column}» c’è due volte. Ne tenga una.`,
	'no-rows': () => 'C’è la riga dei nomi delle colonne, ma sotto non c’è nessuna riga.',
	'too-many-rows': ({ most }) => `Il file ha più di ${most} righe, il massimo. Lo divida in più file.`,
	'quote-not-closed': () =>
		'Da qualche parte si apre una virgoletta che non si chiude, e il resto del file sarebbe una cella sola. La chiuda, o salvi di nuovo il CSV dal foglio di calcolo.',
	'cell-too-long': ({ line, limit }) =>
		`Nella riga ${line} una cella supera i ${limit} caratteri. Forse manca una virgoletta: la controlli.`,
};
