/** A small office's tickets, as people write them: what a search is tried on. The key is how a test calls them. */
export const written = {
	poligonale: {
		subject: 'La poligonale non chiude',
		description: 'Buongiorno, dopo la compensazione la chiusura angolare è fuori tolleranza di 12 centesimi.',
		files: ['rilievo_lotto3.dxf'],
	},
	esportazione: {
		subject: 'Errore 1204 all’esportazione in DXF',
		description: 'Esportando le planimetrie compare «Errore 1204: layer mancante» e il programma si ferma.',
		files: ['Tavola 02 - piano terra.pdf'],
	},
	licenza: {
		subject: 'Chiave di licenza non riconosciuta',
		description: 'Dopo l’aggiornamento alla versione 12.1 il PC nuovo dice che la licenza è già in uso altrove.',
		files: [],
	},
	quote: {
		subject: 'Le quote del profilo longitudinale sono sbagliate',
		description: 'Nella sezione 14 le quote di progetto non tornano: mancano le altezze dei pozzetti.',
		files: ['profilo-strada_comunale.xlsx'],
	},
	nuvola: {
		subject: 'La nuvola di punti non si carica',
		description: 'Il file E57 del laser scanner pesa 8 GB; la memoria finisce e Windows 11 chiude tutto.',
		files: ['scansione_cortile.e57'],
	},
	stampa: {
		subject: 'Stampa delle particelle catastali tagliata a metà',
		description: 'Stampando il foglio 27, mappale 118, la qualità è bassa e il margine destro sparisce.',
		files: [],
	},
	drone: {
		subject: 'Ortofoto dal drone spostata di due metri',
		description: 'I punti di appoggio GPS sono in WGS84, il rilievo è in Gauss-Boaga. Perché si sposta?',
		files: ['ortofoto.tif'],
	},
	computo: {
		subject: 'Computo metrico: il prezziario regionale non si aggiorna',
		description: 'Ho provato con **Aggiorna elenco prezzi**, ma le voci restano quelle del 2024.',
		files: [],
	},
} as const;

export type Written = keyof typeof written;

/** What is typed, and what has to come first; the others in any order. */
export const asked: [typed: string, first: Written, alsoFound?: Written[]][] = [
	// As it is written
	['poligonale', 'poligonale'],
	['esportazione dxf', 'esportazione'],
	['chiave di licenza', 'licenza'],
	['nuvola di punti', 'nuvola', []],
	// Other forms of the word
	['poligonali', 'poligonale'],
	['esportare', 'esportazione'],
	['esporto planimetria', 'esportazione'],
	['licenze', 'licenza'],
	['quota', 'quote'],
	['profili longitudinali', 'quote'],
	['compensare', 'poligonale'],
	['particella catastale', 'stampa'],
	['stampare', 'stampa'],
	['altezza pozzetto', 'quote'],
	['rilievi', 'poligonale', ['drone']],
	['aggiornare i prezzi', 'computo'],
	['metro', 'drone'],
	// Without accents, with accents that are not there, in capitals
	['qualita', 'stampa'],
	['qualità bassa', 'stampa'],
	['QUALITÀ', 'stampa'],
	['a metà', 'stampa'],
	['a meta', 'stampa'],
	['stàmpa', 'stampa'],
	['perche si sposta', 'drone'],
	['perché si sposta', 'drone'],
	['già in uso', 'licenza'],
	['gia in uso', 'licenza'],
	// Misspelt
	['poligonlae', 'poligonale'],
	['esportazzione', 'esportazione'],
	['planimetira', 'esportazione'],
	['liscenza', 'licenza'],
	['compesazione', 'poligonale'],
	['ortofoo', 'drone'],
	['profilo longitudnale', 'quote'],
	['nuvla punti', 'nuvola'],
	['oligonale', 'poligonale'],
	['qutoe pozzeti', 'quote'],
	['erore 1204', 'esportazione'],
	['prezario', 'computo'],
	// Codes, figures, words of two or three letters
	['DXF', 'esportazione', ['poligonale']],
	['1204', 'esportazione'],
	['12.1', 'licenza'],
	['E57', 'nuvola'],
	['GPS', 'drone'],
	['PC', 'licenza'],
	['GB', 'nuvola'],
	['WGS84', 'drone'],
	['wgs 84', 'drone'],
	['Gauss-Boaga', 'drone'],
	['foglio 27 mappale 118', 'stampa'],
	// Names of files
	['rilievo_lotto3.dxf', 'poligonale'],
	['lotto 3', 'poligonale'],
	['lotto3', 'poligonale'],
	['tavola 02', 'esportazione'],
	['piano terra', 'esportazione'],
	['strada comunale', 'quote'],
	['xlsx', 'quote'],
	['ortofoto.tif', 'drone'],
	// Still being typed
	['poligo', 'poligonale'],
	['esportaz', 'esportazione'],
	['rilie', 'poligonale', ['drone']],
	['errore 12', 'esportazione'],
	['rilievo_lo', 'poligonale'],
	['prezz', 'computo'],
	// Phrases
	['"fuori tolleranza"', 'poligonale'],
	['"tolleranza di 12 centesimi"', 'poligonale'],
	['«layer mancante»', 'esportazione'],
	['"piano terra" planimetrie', 'esportazione'],
	// Whole sentences, with words that stand in no ticket
	['la poligonale non mi chiude più', 'poligonale'],
	['non riesco a caricare la nuvola del laser scanner', 'nuvola'],
	['come si aggiorna il prezziario?', 'computo'],
];

/** What must find nothing. */
export const nowhere = ['fattura', '"tolleranza fuori"', 'pratica 4711', '1205', 'xyz', 'zz', '12.2'];
