import type { noticeKindNames as italian } from '../it/notice-kinds.ts';

export const noticeKindNames: typeof italian = {
	activation: 'Credentials: activation link',
	'activation-reminder': 'Credentials: reminder',
	recovery: 'Password recovery',
	'password-changed': 'Password changed',
	'address-change': 'E-mail address: change asked for',
	'address-confirm': 'E-mail address: to confirm',
	'address-taken': 'E-mail address already in use',
	'address-changed': 'E-mail address changed',
	'hold-placed': 'Request for information',
	reminder: 'Reminder',
	lapsed: 'Lapse',
	'lapse-moved': 'Lapse moved later',
	answered: 'Reply to the customer',
	resolved: 'Ticket resolved',
	merged: 'Tickets merged',
	'handed-over': 'Hand-over',
	'second-factor': 'Second factor',
};
