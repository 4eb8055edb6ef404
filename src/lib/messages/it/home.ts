const numbers = ['zero', 'un', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci'];
const inWords = (count: number) => numbers[count] ?? String(count);
const begins = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** Where a customer begins: whose turn it is, in words and then ticket by ticket. */
export const home = {
	title: 'I Suoi ticket',
	open: 'Apri un ticket',
	/** The page's first line. */
	turn: {
		yours: (count: number) =>
			count === 1
				? 'Un ticket aspetta una Sua risposta.'
				: begins(`${inWords(count)} ticket aspettano una Sua risposta.`),
		ours: (count: number) =>
			count === 1 ? 'Tocca a noi: abbiamo un Suo ticket.' : `Tocca a noi: abbiamo ${inWords(count)} Suoi ticket.`,
		none: 'Non ha ticket aperti.',
	},
	/** What is said besides, in the line below. */
	besides: {
		oursToo: (count: number) =>
			count === 1 ? 'Per un altro tocca a noi.' : `Per altri ${inWords(count)} tocca a noi.`,
		nothingToDo: 'In questo momento non deve fare nulla.',
		ofColleagues: (count: number) =>
			count === 1
				? 'Un ticket di un collega aspetta una risposta: può darla anche Lei.'
				: begins(`${inWords(count)} ticket dei colleghi aspettano una risposta: può darla anche Lei.`),
		news: (count: number) =>
			count === 1 ? 'C’è una novità in un ticket.' : `Ci sono novità in ${inWords(count)} ticket.`,
	},
	/** On a stub: something happened that was not shown to whoever reads. */
	news: 'Novità',
	yours: 'Tocca a Lei',
	yoursHint: 'Per andare avanti ci serve una Sua risposta.',
	support: 'Tocca a noi',
	supportHint: 'Li serviamo in ordine di arrivo.',
	resolved: 'Risolti di recente',
	theirs: 'Dei colleghi',
	moreOfTheirs: (count: number) =>
		count === 1 ? 'Un altro ticket dei colleghi' : begins(`Altri ${inWords(count)} ticket dei colleghi`),
	answerBy: (date: string) => `risponda entro ${date}`,
	theirAnswerBy: (date: string) => `risposta entro ${date}`,
	all: 'Tutti i ticket, con i filtri',
	opened: 'aperto',
	openedBy: (name: string) => `aperto da ${name}`,
	ended: 'risolto',
	endedOf: (name: string) => `di ${name}, risolto`,
	/** Who has never opened a ticket is told in three sentences what this is; each begins with what to do. */
	first: {
		title: 'Qui si prende il numero',
		steps: [
			{
				begins: 'Apra un ticket',
				goesOn:
					'e ci dica per quale software, che cosa stava facendo e che cosa non va, magari con un file o una schermata.',
			},
			{
				begins: 'Riceva il Suo numero:',
				goesOn: 'ogni richiesta ne prende uno quando arriva, e le richieste si servono in quell’ordine.',
			},
			{
				begins: 'Segua il Suo turno da qui,',
				goesOn: 'dove vede sempre a chi tocca e quanti ne ha davanti, e dove Le chiediamo quello che ci serve.',
			},
		],
	},
};
