import type { linkKinds } from '#lib/domain/notices.ts';
import type { MailState } from '#lib/domain/sending.ts';
import { noticeKindNames } from './notice-kinds.ts';

const newLink =
	'Porta un collegamento personale, che vale una volta: non si spedisce di nuovo. Dalla pagina della persona se ne crea uno nuovo, che prende il posto di questo.';

const ownLink =
	'Porta un collegamento personale, che vale una volta e per poco: non si spedisce di nuovo. Se serve, lo richiede la persona stessa.';

/** The list of what was written to people. */
export const mailOut = {
	title: 'Comunicazioni',
	lead: 'Tutto quello che Sportello scrive alle persone, con le parole esatte, dalla più recente.',
	kept: {
		title: 'Per ora restano qui',
		text: 'Non c’è ancora un server di posta: nessuna di queste comunicazioni è stata spedita. Sono conservate, e si possono leggere.',
	},
	kinds: noticeKindNames,
	filter: {
		title: 'Quali comunicazioni',
		kind: 'Tipo',
		anyKind: 'Tutti i tipi',
		ticket: 'Numero del ticket',
		person: 'Nome o e-mail di chi la riceve',
		submit: 'Mostra',
		all: 'Mostra tutte',
		noSuchKind: (typed: string) => `Non c’è una comunicazione di tipo «${typed}». Scelga una voce dell’elenco.`,
		noTicketNumber: 'Scriva soltanto il numero del ticket, per esempio 41.',
	},
	states: {
		waiting: 'In attesa di partire',
		sent: 'Spedita',
		failed: 'Non consegnata',
		gathered: 'Insieme ad altre',
		kept: 'Conservata, non spedita',
	} satisfies Record<MailState, string>,
	state: 'Stato',
	noSuchState: (typed: string) => `Non c’è uno stato «${typed}». Scelga una voce dell’elenco.`,
	anyState: 'Tutti gli stati',
	answer: 'Risposta del server',
	attempts: 'Tentativi',
	nextAttempt: 'Prossimo tentativo, non prima di',
	sentTo: 'Spedita a',
	triedAt: 'Provata con',
	together: 'Va, o è andata, insieme a questa',
	perHour: (count: number) =>
		`A ciascuna persona partono al massimo ${count} messaggi in un’ora; l’ultimo raccoglie tutto quello che aspetta.`,
	resend: 'Spedisca di nuovo',
	linkHint: {
		activation: newLink,
		'activation-reminder': newLink,
		recovery: ownLink,
		'address-change': ownLink,
		'address-confirm': ownLink,
	} satisfies Record<(typeof linkKinds)[number], string>,
	itsPerson: (name: string) => `La pagina di ${name}`,
	resendHint:
		'Parte così com’è scritta, all’indirizzo che la persona ha adesso. L’invio resta nel registro degli accessi.',
	failing: {
		title: 'La posta non parte',
		since: 'Il server di posta non accetta messaggi dal',
		text: 'Niente va perso: le comunicazioni aspettano, nell’ordine, e si riprova ogni pochi minuti.',
		recoveredTitle: 'La posta è ripartita',
		recovered: 'Il server di posta accetta di nuovo i messaggi dal',
	},
	to: (name: string) => `a ${name}`,
	older: 'Quelle precedenti',
	newest: 'Torna alle più recenti',
	none: {
		title: 'Nessuna comunicazione, finora',
		text: 'La prima arriverà qui quando un operatore risponderà a un cliente.',
	},
	noneSuch: {
		title: 'Nessuna comunicazione corrisponde',
		text: 'Provi con meno condizioni: un solo nome, o il solo numero del ticket.',
	},
	noneOlder: { title: 'Non ce ne sono di precedenti', text: 'Ha già visto tutte quelle che corrispondono.' },
	receiver: 'A',
	written: 'Scritta',
	about: 'Ticket',
	messageId: 'Identificativo',
	shown: 'Come la mostrano i programmi di posta',
	asText: 'La stessa, in testo semplice',
};
