import type { NoticeKind } from '#lib/domain/notices.ts';

/** What each notice is called where staff read of it. */
export const noticeKindNames = {
	activation: 'Credenziali: collegamento di attivazione',
	'activation-reminder': 'Credenziali: promemoria',
	recovery: 'Recupero della password',
	'password-changed': 'Password cambiata',
	'address-change': 'Indirizzo e-mail: modifica chiesta',
	'address-confirm': 'Indirizzo e-mail: da confermare',
	'address-taken': 'Indirizzo e-mail già in uso',
	'address-changed': 'Indirizzo e-mail cambiato',
	'hold-placed': 'Richiesta di informazioni',
	reminder: 'Promemoria',
	lapsed: 'Decorrenza del termine',
	'lapse-moved': 'Termine spostato più avanti',
	answered: 'Risposta al cliente',
	resolved: 'Ticket risolto',
	merged: 'Ticket uniti',
	'handed-over': 'Passaggio al collega',
	'second-factor': 'Secondo fattore',
} satisfies Record<NoticeKind, string>;
