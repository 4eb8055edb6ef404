import type { NoticeKind } from '#lib/domain/notices.ts';

/** The list of what was written to people. */
export const mailOut = {
	title: 'Comunicazioni',
	lead: 'Tutto quello che Sportello scrive alle persone, con le parole esatte, dalla più recente.',
	kept: {
		title: 'Per ora restano qui',
		text: 'Non c’è ancora un server di posta: nessuna di queste comunicazioni è stata spedita. Sono conservate, e si possono leggere.',
	},
	kinds: {
		activation: 'Credenziali: collegamento di attivazione',
		'activation-reminder': 'Credenziali: promemoria',
		recovery: 'Recupero della password',
		'password-changed': 'Password cambiata',
		'hold-placed': 'Richiesta di informazioni',
		reminder: 'Promemoria',
		lapsed: 'Decorrenza del termine',
		'lapse-moved': 'Termine spostato più avanti',
		answered: 'Risposta al cliente',
		resolved: 'Ticket risolto',
		merged: 'Ticket uniti',
		'handed-over': 'Passaggio al collega',
	} satisfies Record<NoticeKind, string>,
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
