import type { Meaning } from '#lib/domain/mail-answers.ts';
import type { MailTrouble } from '#lib/domain/sending.ts';
import { noticeKindNames } from './notice-kinds.ts';

type Reason = Meaning | MailTrouble;

/** A mail that did not arrive, where its person and its ticket are: what happened, why, and what can be done now (P8). */
export const undelivered = {
	title: (name: string) => `Una comunicazione a ${name} non è arrivata`,
	kinds: noticeKindNames,
	why: {
		'no-mailbox': (email: string) => `La casella ${email} non esiste, o non è più attiva.`,
		'no-domain': (email: string) =>
			`Nessun server riceve la posta per ${email}: forse c’è un errore dopo la chiocciola.`,
		full: (email: string) => `La casella ${email} è piena.`,
		'not-wanted': (email: string) => `Il server che riceve la posta per ${email} respinge i nostri messaggi.`,
		refused: (email: string) => `Il server della posta non l’ha accettata per ${email}.`,
		'gave-up': (email: string) => `Per cinque giorni nessun server l’ha presa per ${email}; ora non si riprova più.`,
		disabled: () => 'L’accesso della persona era disattivato, e a chi non può entrare non si scrive.',
	} satisfies Record<Reason, (email: string) => string>,
	gaveUp: 'Si è provato per cinque giorni; ora non si riprova più.',
	now: {
		'no-mailbox': 'Chieda alla persona l’indirizzo giusto e lo corregga.',
		'no-domain': 'Chieda alla persona l’indirizzo giusto e lo corregga.',
		full: 'Avvisi la persona, per esempio al telefono, perché faccia spazio.',
		'not-wanted': 'Chieda a chi cura quella posta di accettare i nostri messaggi.',
		refused: 'Controlli con la persona che l’indirizzo sia giusto.',
		'gave-up': 'Chieda alla persona se la sua casella funziona.',
		disabled: 'Se deve riceverla, riattivi l’accesso.',
	} satisfies Record<Reason, string>,
	changed: (email: string) => `L’indirizzo nel frattempo è cambiato: ora è ${email}.`,
	thenResend: 'Poi spedisca di nuovo la comunicazione.',
	thenIssue: 'Poi crei un nuovo collegamento dalla sua pagina: prende il posto di questo.',
	thenAsk: 'Poi la persona può richiedere di nuovo il recupero della password.',
	tellAdministrator: 'Lo dica a un amministratore: può correggere l’indirizzo e scrivere di nuovo.',
	onPlatform: 'Quello che dice si legge comunque nel ticket.',
	serverSaid: 'Il server ha risposto:',
	whole: 'Apra la comunicazione',
};
