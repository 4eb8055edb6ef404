import { activationDays } from '#lib/domain/limits.ts';
import type { PolicySection, PolicyView, SettingWords, Week } from '../policy-text.ts';

const numbers = ['zero', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci'];
const count = (value: number) => numbers[value] ?? String(value);
const conjunction = new Intl.ListFormat('it', { type: 'conjunction' });
const list = (items: readonly string[]) => conjunction.format(items);
const feminine = (day: string) => day === 'domenica';
const the = (day: string) => `${feminine(day) ? 'la' : 'il'} ${day}`;

const businessDays = (days: number) => (days === 1 ? 'un giorno lavorativo' : `${count(days)} giorni lavorativi`);

function duration(minutes: number): string {
	if (minutes === 1) return 'un minuto';
	if (minutes === 60) return 'un’ora';
	return minutes % 60 === 0 ? `${count(minutes / 60)} ore` : `${count(minutes)} minuti`;
}

function weekDays(week: Week): string {
	if (week.days === 'all') return 'tutti i giorni della settimana';
	if (week.days === 'one') return `soltanto ${the(week.day)}`;
	if (week.days === 'some') return list(week.names.map(the));
	const { first, last } = week;
	return `${feminine(first) ? 'dalla' : 'dal'} ${first} ${feminine(last) ? 'alla' : 'al'} ${last}`;
}

const clock = (time: string) => `ore ${time.replace(/^0/, '')}`;

function reminderDay(offset: number, holdDays: number): string {
	if (holdDays === 1) return 'il giorno che si conta';
	if (offset === 0) return 'l’ultimo giorno che si conta';
	return offset === 1 ? 'il giorno contato prima dell’ultimo' : `${count(offset)} giorni contati prima dell’ultimo`;
}

function reminders({ reminders: offsets, reminderTime, holdDays }: PolicyView): string[] {
	if (offsets.length === 0) return ['Prima che l’attesa finisca non sono previsti promemoria.'];
	const days = offsets.map((offset) => reminderDay(offset, holdDays));
	const what = days.length === 1 ? 'viene scritto un promemoria' : `vengono scritti ${count(days.length)} promemoria`;
	return [
		`Prima che l’attesa finisca ${what}, alle ${clock(reminderTime)}: ${list(days)}.`,
		'Questa piattaforma non spedisce ancora e-mail: l’ultimo giorno utile è sempre scritto nella pagina del ticket.',
	];
}

function reservations({ reservationMinutes }: PolicyView): string[] {
	if (reservationMinutes === 0) {
		return [
			'Quando un ticket esce da un’attesa torna in coda al posto del suo numero di arrivo, e non viene riservato a nessuno.',
		];
	}
	const time = duration(reservationMinutes);
	return [
		`Quando un ticket esce da un’attesa torna in coda al posto del suo numero di arrivo; se in quel momento l’operatore che lo seguiva è in servizio, gli viene riservato per ${time}, perché conosce già il caso.`,
		`Un operatore può anche passare un ticket a un collega in servizio che segue quel software: il numero di arrivo resta lo stesso, e il ticket viene riservato al collega per ${time}.`,
	];
}

function whatAgentsServe({ reservationMinutes }: PolicyView): string {
	return reservationMinutes === 0
		? 'Quali può servire dipende dai software che segue e dalla regola sulla consulenza, al punto 6.'
		: 'Quali può servire dipende dai software che segue, dai ticket riservati ad altri e dalla regola sulla consulenza, al punto 6.';
}

function inHand({ inHandLimit }: PolicyView): string {
	return inHandLimit === 1
		? 'Un operatore prende un nuovo ticket solo quando non ne ha nessuno in lavorazione.'
		: `Un operatore prende un nuovo ticket solo quando ne ha in lavorazione meno di ${count(inHandLimit)}.`;
}

function businessDaysAre({ week, country }: PolicyView): string {
	const { days } = week;
	const are = days === 'one' ? 'È giorno lavorativo' : 'Sono giorni lavorativi';
	const which =
		days === 'run' || days === 'some' ? `quelli della settimana di lavoro, ${weekDays(week)}` : weekDays(week);
	return `${are} ${which}, tolte le feste nazionali (${country}) e i nostri giorni di chiusura.`;
}

/** Every sentence is true of the program as it runs with these settings; what it does not do yet is said so. */
export function policySections(view: PolicyView): PolicySection[] {
	return [
		{
			clause: 'P1',
			title: 'Chi riceve assistenza',
			paragraphs: [
				[
					'L’assistenza è per i nostri clienti, e si riceve entrando in questa piattaforma con le proprie credenziali.',
					`Le credenziali le rilasciamo noi, con un collegamento di attivazione che vale una sola volta e per ${activationDays} giorni: chi lo apre sceglie la propria password. Un collegamento nuovo sostituisce quello di prima.`,
				],
				[
					'Ogni utente vede i ticket del proprio cliente: tutti, oppure soltanto quelli che ha aperto, come è stabilito per quel cliente.',
					'Dei ticket degli altri clienti non vede nulla, nemmeno se esistono.',
				],
			],
		},
		{
			clause: 'P2',
			title: 'Dove si chiede',
			paragraphs: [
				[
					'L’assistenza si chiede aprendo un ticket su questa piattaforma, e le risposte stanno nella pagina del ticket.',
					'Non possiamo garantire assistenza attraverso altri canali.',
				],
				[
					'Per e-mail accettiamo soltanto chi non ha ancora ricevuto nome utente e password.',
					'Questa piattaforma non legge ancora la posta: un’e-mail non diventa da sola un ticket, e non prende un numero di arrivo.',
				],
			],
		},
		{
			clause: 'P3',
			title: 'Tempi',
			paragraphs: [
				[
					'Non promettiamo tempi: i casi sono troppo diversi per fissarli prima, e a ciascuno dedichiamo la nostra attenzione.',
					'Per questo non trova da nessuna parte una data entro cui risponderemo. Trova i fatti: il numero di arrivo, quanti ticket vengono prima del Suo, a chi tocca.',
					'L’unico termine che vede è quello per una Sua risposta, al punto 5.',
				],
			],
		},
		{
			clause: 'P4',
			title: 'Ordine di arrivo',
			paragraphs: [
				[
					'Ogni ticket prende un numero di arrivo nel momento in cui viene aperto, e lo conserva fino alla fine: non lo cambiano né un’attesa né la correzione del software.',
					'Nessun operatore sceglie che cosa prendere: riceve il numero più basso tra i ticket in coda che può servire.',
					whatAgentsServe(view),
				],
				['Due operatori non ricevono mai lo stesso ticket.', inHand(view)],
				[
					...reservations(view),
					'Anche quando un ticket viene rimesso in coda, o il suo operatore finisce il servizio, torna al posto del suo numero di arrivo.',
					'Se due ticket dello stesso cliente riguardano la stessa cosa, l’operatore può unirli: resta quello arrivato prima, con il suo numero.',
				],
				[
					'Ogni presa in lavorazione è registrata: dal registro si può verificare che nessun operatore sia passato oltre un ticket arrivato prima, che poteva servire.',
				],
			],
		},
		{
			clause: 'P5',
			title: 'Attese',
			paragraphs: [
				['Un ticket è in attesa soltanto in due casi.'],
				[
					'Nel primo è Lei ad attendere noi: il problema è in valutazione. Le scriviamo che cosa stiamo valutando; un limite di tempo non c’è.',
					'Se nel frattempo aggiunge qualcosa, il ticket resta in valutazione e chi lo valuta lo vede segnalato.',
				],
				[
					'Nel secondo siamo noi ad attendere Lei: ci servono informazioni, per esempio il sistema operativo, gli strumenti utilizzati o i file di riferimento.',
					`Questa attesa dura al massimo ${businessDays(view.holdDays)}. Il giorno in cui inizia non si conta; l’ultimo si conta per intero.`,
					businessDaysAre(view),
					`I giorni cominciano e finiscono secondo l’ora di questo fuso: ${view.zone}.`,
				],
				reminders(view),
				[
					'Una Sua risposta, anche di soli file, conclude l’attesa e rimette il ticket in coda al suo numero di arrivo. Lo stesso accade se ritiriamo la richiesta.',
					'Se il termine passa senza una risposta, riteniamo il problema risolto.',
					'Il testo di una risposta che arriva dopo non si perde: è già pronto nel modulo di un ticket collegato, con gli eventuali file.',
				],
				[
					'Nella pagina del ticket è scritto come sono contati i giorni. Ciò che vi si legge è promesso: un giorno di chiusura aggiunto dopo può solo allungare l’attesa, e una nuova versione di questo regolamento vale per le attese che iniziano dopo.',
				],
				[
					'Un ticket risolto non si riapre, comunque sia stato risolto: tornerebbe davanti a chi è arrivato dopo. Se il problema resta, si apre un ticket collegato, con un nuovo numero di arrivo.',
				],
			],
		},
		{
			clause: 'P6',
			title: 'Assistenza tecnica e consulenza',
			paragraphs: [
				[
					'Il nostro compito è risolvere i problemi tecnici dei software. Siamo lieti di dare anche consulenza, quando in coda non ci sono problemi tecnici.',
					'È Lei a dire di quale delle due si tratta. L’operatore che ha il ticket in lavorazione può spostarlo nell’altra, scrivendoLe il motivo; il numero di arrivo resta lo stesso.',
				],
				[
					'Una consulenza viene presa in lavorazione soltanto se in coda non c’è nessun ticket tecnico, nemmeno riservato. Quelli in lavorazione o in attesa non contano.',
					'Mentre una consulenza è in coda, la sua pagina dice quanti ticket tecnici la precedono e che posto ha tra le consulenze.',
				],
			],
		},
		{
			clause: 'P7',
			title: 'Tutorial operativi',
			paragraphs: [
				[
					'Il nostro impegno comprende tutorial operativi per ogni software. Su questa piattaforma non sono ancora pubblicati.',
				],
			],
		},
		{
			clause: 'P8',
			title: 'Cortesia',
			paragraphs: [
				[
					'Un’assistenza cordiale e completa è un nostro dovere.',
					'Quando la piattaforma non accoglie qualcosa che Le ha inviato, Le dice che cosa è successo, perché, e che cosa può fare ora.',
				],
			],
		},
	];
}

export const settingWords: SettingWords = {
	holdDays: { label: 'Durata dell’attesa', value: ({ holdDays }) => businessDays(holdDays) },
	workingWeek: { label: 'Settimana di lavoro', value: ({ week }) => weekDays(week) },
	country: { label: 'Feste nazionali', value: ({ country }) => country },
	timeZone: { label: 'Fuso orario', value: ({ zone }) => zone },
	reminders: {
		label: 'Promemoria',
		value: ({ reminders: offsets, holdDays }) =>
			offsets.length === 0 ? 'nessuno' : list(offsets.map((offset) => reminderDay(offset, holdDays))),
	},
	reminderTime: { label: 'Ora dei promemoria', value: ({ reminderTime }) => clock(reminderTime) },
	inHandLimit: { label: 'Ticket in lavorazione', value: ({ inHandLimit }) => `al massimo ${count(inHandLimit)}` },
	reservationMinutes: {
		label: 'Riserva',
		value: ({ reservationMinutes }) => (reservationMinutes === 0 ? 'mai' : duration(reservationMinutes)),
	},
};
