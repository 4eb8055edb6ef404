import type { Language } from '#lib/domain/roles.ts';
import type { AnyProduct } from '../threads/all.ts';
import type { Manner } from './wording.ts';

/** A customer of the season. Names are invented, addresses of a reserved domain; `own`: users see their own tickets only. */
export type SeasonCustomer = {
	name: string;
	domain: string;
	licences: readonly AnyProduct[];
	sees: 'all' | 'own';
	language: Language;
	people: readonly Person[];
};
export type Person = { name: string; title: string; manner: Manner; standing: 'active' | 'not-activated' | 'silent' };

const keys: Record<string, AnyProduct> = {
	...{
		i: 'isoipsa',
		m: 'mappale',
		t: 'telaio',
		l: 'libretto',
		n: 'nuvolaio',
		c: 'cappotto',
		v: 'vedetta',
		s: 'stimario',
	},
};
const manners: Record<string, Manner> = { '': 'plain', '+': 'courteous', '-': 'terse', '~': 'hurried' };

/**
 * One customer a line: name | domain | initials of its software | people. After a person's name: `+` courteous, `-` terse, `~` hurried;
 * `?` never activated, `0` never wrote. `own` behind the software: its users see their own tickets only.
 */
const register = `
Geom. Bruno Valsecchi | geomvalsecchi | im | Geom. Bruno Valsecchi -
Studio Tecnico Associato Orlandi | studiorlandi | mls | Geom. Renato Orlandi, Geom. Sara Orlandi +
Ing. Carla Benedetti | ingbenedetti | tc | Ing. Carla Benedetti +
Tre Pini Progetti S.r.l. | trepini | tclv own | Ing. Federico Galli, Arch. Monica Testa +, Geom. Ivan Rota ~
Studio Geom. Pagani e Figli | studiopagani | im | Geom. Aldo Pagani -, Geom. Matteo Pagani
Architetti Corte Nuova | cortenuova | cms | Arch. Lucia Farina +, Arch. Stefano Gatti
Geom. Daniela Ruggeri | geomruggeri | mis | Geom. Daniela Ruggeri
Topografia del Lago S.n.c. | topolago | in | Geom. Fabio Colnaghi ~, Geom. Nadia Colnaghi
Comune di Castelvento | comune.castelvento | lmv | Geom. Roberta Fusi +, Ing. Carlo Mandelli +, Arch. Pietro Vanoni 0
Edilgronda Costruzioni S.r.l. | edilgronda | lv | Geom. Omar Bassi ~, Sig.ra Ilaria Pozzi +
Studio Ing. Marangoni | studiomarangoni | t | Ing. Vittorio Marangoni +
Ing. Elisa Prandi | ingprandi | tc | Ing. Elisa Prandi
Geom. Sergio Tosi | geomtosi | m | Geom. Sergio Tosi -
Rilievi Alta Quota S.r.l. | altaquota | in | Geom. Denis Chiesa, Ing. Anna Moser +, Geom. Luca Framba -
Studio Associato Bellini Grassi | bellinigrassi | mlcs | Arch. Ada Bellini +, Geom. Ugo Grassi -, Geom. Irene Salvi
Geom. Massimo Ferrario | geomferrario | im | Geom. Massimo Ferrario ~
Sicurcantiere Consulenze S.r.l. | sicurcantiere | v | Ing. Laura Bonfanti +, Arch. Dario Meli, Geom. Simone Crippa -
Arch. Teresa Lombardo | archlombardo | c | Arch. Teresa Lombardo +
Studio Tecnico Rinaldini | studiorinaldini | ms | Geom. Paolo Rinaldini, Geom. Marta Rinaldini ?
Perizie Riunite S.t.p. | periziariunite | s own | Ing. Guido Arrigoni, Arch. Cinzia Valli +, Geom. Enzo Bossi -, Geom. Rosa Cattaneo
Ing. Nicola Dossena | ingdossena | t | Ing. Nicola Dossena -
Fondamenta Ingegneria S.r.l. | fondamenta | tl | Ing. Silvana Crespi +, Ing. Giorgio Lonati, Ing. Yuri Bellati -
Geom. Antonella Villa | geomvilla | mc | Geom. Antonella Villa +
Studio Catastale Sant’Elmo | catastosantelmo | m | Geom. Walter Brambati -, Geom. Gaia Brambati
Impresa Fratelli Zappa S.n.c. | fratellizappa | lv | Sig. Ernesto Zappa ~, Sig.ra Claudia Zappa
Dronecampo S.r.l. | dronecampo | ni | Ing. Alessio Monti, Geom. Kevin Sala ~
Arch. Giovanni Pesenti | archpesenti | cs | Arch. Giovanni Pesenti
Studio Geom. Carminati | studiocarminati | iml | Geom. Luigi Carminati -, Geom. Elena Carminati
Unione dei Comuni del Torro | comune.unionetorro | lm | Ing. Sabrina Nava +, Geom. Franco Riva
Ing. Marco Sironi | ingsironi | t | Ing. Marco Sironi
Casa Misura Studio Tecnico | casamisura | mc | Geom. Valeria Spada, Arch. Lorenzo Fumagalli +
Geom. Piero Bonacina | geombonacina | im | Geom. Piero Bonacina ~
Energia e Involucro S.r.l. | einvolucro | c own | Ing. Matilde Serra +, Ing. Davide Corti, Per. Ind. Gino Mauri -
Geom. Alessandra Neri | geomneri | ms | Geom. Alessandra Neri
Cave e Scavi Montefosco S.p.A. | cavemontefosco | in | Geom. Tiziano Rossetti -, Ing. Paola Viganò
Studio Arch. Colombani | studiocolombani | mcs | Arch. Rita Colombani +
Ing. Stefania Guidi | ingguidi | tl | Ing. Stefania Guidi
Geom. Cristian Moroni | geommoroni | iv | Geom. Cristian Moroni ~
Ponteggi e Sicurezza Lariana | ponteggilariana | v | Ing. Roberto Tagliabue
Stime del Borgo Studio Tecnico | stimeborgo | s | Arch. Emma Cazzaniga +, Geom. Tino Galbiati -
Geom. Renata Scotti | geomscotti | m | Geom. Renata Scotti +
Strutture Prealpi S.r.l. | struttureprealpi | t own | Ing. Andrea Bolis, Ing. Francesca Magni +, Ing. Leo Carrara -
Geom. Giulio Sangalli | geomsangalli | iml | Geom. Giulio Sangalli -
Studio Tecnico Associato 45 Gradi | studio45gradi | imn | Geom. Mirko Belloni, Geom. Tea Locati ~
Edilnova Cantieri S.r.l. | edilnova | lv | Geom. Barbara Penati, Geom. Michele Ratti ~
Arch. Filippo Donati | archdonati | c | Arch. Filippo Donati -
Geom. Ornella Bianchini | geombianchini | ms | Geom. Ornella Bianchini
Rossi Terrani Ingegneri Associati | rossiterrani | tc | Ing. Camillo Terrani +, Ing. Bianca Rossi
Geom. Tommaso Invernizzi | geominvernizzi | im | Geom. Tommaso Invernizzi
Consorzio Bonifica Valdirovere | bonificavaldirovere | iln | Ing. Marta Gerosa +, Geom. Ettore Zucchi
Geom. Iolanda Perego | geomperego | m | Geom. Iolanda Perego 0
Studio Masseroni Architettura | studiomasseroni | sc | Arch. Dino Masseroni 0
Northridge Geomatics Ltd | northridge | in | en Mr Oliver Hartley, Ms Fiona Drummond +
Baumgart Structural Consulting | baumgart | tl | en Mr Stefan Baumgart -
`;

export const seasonCustomers: readonly SeasonCustomer[] = register.trim().split('\n').map(read);

function read(entry: string): SeasonCustomer {
	const [name = '', domain = '', software = '', listed = ''] = entry.split(' | ');
	const [initials = '', own] = software.split(' ');
	const english = listed.startsWith('en ');
	return {
		name,
		domain: `${domain}.example`,
		licences: [...initials].map((initial) => keys[initial] as AnyProduct),
		sees: own ? 'own' : 'all',
		language: english ? 'en' : 'it',
		people: listed.replace(/^en /, '').split(', ').map(person),
	};
}

function person(entry: string): Person {
	const [, title = '', name = '', mark = ''] = /^(\S+(?: Ind\.)?) (.+?)(?: ([-+~?0]))?$/.exec(entry) ?? [];
	const standing = mark === '?' ? 'not-activated' : mark === '0' ? 'silent' : 'active';
	return { name, title, manner: manners[mark] ?? 'plain', standing };
}

/** How those of the story write when they write of other things. */
export const storyPeople = {
	paola: { title: 'Arch.', manner: 'courteous', domain: 'ferrilandi' },
	andrea: { title: 'Geom.', manner: 'plain', domain: 'ferrilandi' },
	luca: { title: 'Geom.', manner: 'terse', domain: 'geommarchetti' },
	chiara: { title: 'Ing.', manner: 'plain', domain: 'arcadia' },
	tommaso: { title: 'Ing.', manner: 'courteous', domain: 'arcadia' },
	silvia: { title: 'Geom.', manner: 'plain', domain: 'studiomoretti' },
	giorgio: { title: 'Sig.', manner: 'hurried', domain: 'sartori' },
	helen: { title: 'Ms', manner: 'courteous', domain: 'alpinesurvey' },
} as const satisfies Record<string, { title: string; manner: Manner; domain: string }>;
