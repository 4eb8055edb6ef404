import type { NoticeKind } from '#lib/domain/notices.ts';
import type { Turn } from '#lib/domain/ticket.ts';

/** Colours of one theme, as mail programs know them: six hexadecimal figures. */
export type Paint = Record<
	'paper' | 'card' | 'sunk' | 'ink' | 'ink-soft' | 'on-ink' | 'line' | 'line-strong',
	`#${string}`
> & { turn: Record<Turn, { wash: string; mark: string; text: string }> };

/** The tokens of the interface (`styles/tokens.css`), whose OKLCH hardly any mail program can read; a test holds the two together. */
export const light: Paint = {
	paper: '#f7f3ec',
	card: '#fefdf9',
	sunk: '#efebe2',
	ink: '#231d16',
	'ink-soft': '#50473f',
	'on-ink': '#fcfaf5',
	line: '#dbd5ca',
	'line-strong': '#7b7369',
	turn: {
		support: { wash: '#d1edd4', mark: '#28864b', text: '#0e4826' },
		customer: { wash: '#fce3b3', mark: '#cb7b04', text: '#5b3408' },
		'in-hand': { wash: '#d4e5f8', mark: '#326db2', text: '#173d6e' },
		resolved: { wash: '#e3dfd8', mark: '#807b74', text: '#49433c' },
	},
};

export const dark: Paint = {
	paper: '#181512',
	card: '#24201d',
	sunk: '#1f1b16',
	ink: '#f0ece5',
	'ink-soft': '#c4bfb5',
	'on-ink': '#1b1611',
	line: '#3d3833',
	'line-strong': '#857f77',
	turn: {
		support: { wash: '#1e3827', mark: '#5cbc82', text: '#bceecc' },
		customer: { wash: '#473213', mark: '#edad44', text: '#fce1ac' },
		'in-hand': { wash: '#1f334a', mark: '#73ade7', text: '#c7e3ff' },
		resolved: { wash: '#312f2b', mark: '#848079', text: '#d4d0ca' },
	},
};

/** Whose turn it is once the notice is written. */
export const turnAfter: Record<NoticeKind, Turn> = {
	'hold-placed': 'customer',
	reminder: 'customer',
	'lapse-moved': 'customer',
	lapsed: 'resolved',
	answered: 'in-hand',
	resolved: 'resolved',
	merged: 'resolved',
	'handed-over': 'support',
	activation: 'customer',
	'activation-reminder': 'customer',
	recovery: 'customer',
	'password-changed': 'resolved',
	'address-change': 'customer',
	'address-confirm': 'customer',
	'address-taken': 'resolved',
	'address-changed': 'resolved',
	'second-factor': 'resolved',
};
