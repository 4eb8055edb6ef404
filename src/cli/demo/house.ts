import type { Language, StaffRole } from '#lib/domain/roles.ts';

// A software house of four programs and six customers, of whom the story tells; season/ brings the others. All names are invented; the addresses are of a reserved domain.

export const products = {
	isoipsa: 'Isoipsa · calcolo topografico',
	mappale: 'Mappale · atti catastali',
	telaio: 'Telaio · calcolo strutturale',
	libretto: 'Libretto · contabilità dei lavori',
} as const;
export type ProductKey = keyof typeof products;

export type DemoPerson = { name: string; username: string; email: string; language: Language };

export function person(name: string, username: string, domain: string, language: Language = 'it'): DemoPerson {
	return { name, username, email: `${username}@${domain}`, language };
}

export const administrator = person('Elena Rinaldi', 'elena.rinaldi', 'meridiana.example');

export const staff = {
	giulia: { ...person('Giulia Santoro', 'giulia.santoro', 'meridiana.example'), role: 'supervisor' },
	marta: { ...person('Marta Colombo', 'marta.colombo', 'meridiana.example'), role: 'agent' },
	davide: { ...person('Davide Esposito', 'davide.esposito', 'meridiana.example'), role: 'agent' },
} as const satisfies Record<string, DemoPerson & { role: StaffRole }>;
export type StaffKey = keyof typeof staff;

type House = {
	name: string;
	/** False where users see their own tickets only. */
	colleaguesSeeTickets: boolean;
	licences: readonly ProductKey[];
	users: Readonly<Record<string, DemoPerson>>;
};

export const customers = [
	{
		name: 'Studio Tecnico Associato Ferri e Landi',
		colleaguesSeeTickets: true,
		licences: ['isoipsa', 'mappale'],
		users: {
			paola: person('Paola Ferri', 'paola.ferri', 'ferrilandi.example'),
			andrea: person('Andrea Landi', 'andrea.landi', 'ferrilandi.example'),
		},
	},
	{
		name: 'Geom. Luca Marchetti',
		colleaguesSeeTickets: true,
		licences: ['isoipsa', 'mappale'],
		users: { luca: person('Luca Marchetti', 'luca.marchetti', 'geommarchetti.example') },
	},
	{
		name: 'Arcadia Ingegneria S.r.l.',
		colleaguesSeeTickets: false,
		licences: ['isoipsa', 'telaio', 'libretto'],
		users: {
			chiara: person('Chiara Bianchi', 'chiara.bianchi', 'arcadia.example'),
			tommaso: person('Tommaso Greco', 'tommaso.greco', 'arcadia.example'),
		},
	},
	{
		name: 'Studio Tecnico Moretti',
		colleaguesSeeTickets: true,
		licences: ['mappale', 'libretto'],
		users: {
			silvia: person('Silvia Moretti', 'silvia.moretti', 'studiomoretti.example'),
			marco: person('Marco Conti', 'marco.conti', 'studiomoretti.example'),
		},
	},
	{
		name: 'Impresa Edile Sartori S.n.c.',
		colleaguesSeeTickets: true,
		licences: ['libretto'],
		users: { giorgio: person('Giorgio Sartori', 'giorgio.sartori', 'sartori.example') },
	},
	{
		name: 'Alpine Survey Partners Ltd',
		colleaguesSeeTickets: true,
		licences: ['isoipsa', 'telaio'],
		users: { helen: person('Helen Whitfield', 'helen.whitfield', 'alpinesurvey.example', 'en') },
	},
] as const satisfies readonly House[];

type KeysOf<Union> = Union extends unknown ? keyof Union : never;
export type UserKey = KeysOf<(typeof customers)[number]['users']>;

/** Has an activation link and has not used it yet. */
export const notActivated = 'marco' satisfies UserKey;
