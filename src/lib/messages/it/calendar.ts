/** The calendar of the desk, as administrators see and change it. */
export const calendar = {
	title: 'Calendario',
	lead: 'I giorni in cui lo sportello è chiuso non contano nei termini di chi deve risponderci. I giorni non lavorativi e le feste nazionali sono già noti.',
	year: {
		title: (year: number) => `L’anno ${year}`,
		others: 'Altri anni',
		previous: (year: number) => `Torna al ${year}`,
		next: (year: number) => `Vai al ${year}`,
		current: 'Quest’anno',
		businessDays: (count: number) => (count === 1 ? 'un giorno lavorativo' : `${count} giorni lavorativi`),
	},
	legend: {
		title: 'Come si legge',
		counts: 'giorno lavorativo',
		notWorked: 'non lavorativo',
		holiday: 'festa nazionale',
		closure: 'chiusura',
		today: 'oggi',
	},
	mark: {
		notWorked: 'non lavorativo',
		holiday: (name: string) => `festa: ${name}`,
		closure: (reason: string) => `chiusura: ${reason}`,
		today: 'oggi',
	},
	closures: (year: number) => `Chiusure del ${year}`,
	none: {
		title: 'Nessun giorno di chiusura in quest’anno',
		text: 'Quando l’ufficio chiude per un ponte o per ferie, lo segni qui: i clienti non perderanno quei giorni.',
	},
	past: 'già passato',
	fromTo: (from: string, to: string) => `da ${from} a ${to}`,
	days: (count: number) => (count === 1 ? 'un giorno' : `${count} giorni`),
	addedBy: (names: readonly string[]) => `da ${names.join(', ')}`,
	single: 'Togliere un giorno solo',
	remove: 'Togli',
	removeAll: 'Togli tutti',
	removeOf: (date: string) => `Togli ${date}`,
	removeHint: 'Togliere giorni vale per le attese che iniziano dopo; quelle aperte restano come promesso.',
	add: 'Nuova chiusura',
	bounds: (earliest: string, latest: string) => `Si possono chiudere i giorni da ${earliest} a ${latest}.`,
	from: 'Primo giorno',
	fromHint: 'Quello da cui lo sportello è chiuso.',
	to: 'Ultimo giorno',
	toHint: 'Lo lasci vuoto per un giorno solo.',
	reason: 'Motivo',
	reasonHint: 'Lo leggono i clienti nel riepilogo dell’attesa: per esempio «Chiusura estiva».',
	preview: 'Anteprima',
	previewHint: 'Prima di salvare vede quali giorni si chiudono e quali attese si allungano. Non cambia ancora nulla.',
	would: {
		title: 'Anteprima: nulla è ancora salvato',
		closed: (count: number, reason: string) =>
			count === 1
				? `Un giorno diventa di chiusura («${reason}»):`
				: `${count} giorni diventano di chiusura («${reason}»):`,
		skipped: 'Questi giorni non contano già ora, e restano chiusi anche se cambia la settimana lavorativa:',
		moves: (count: number) => (count === 1 ? 'Un’attesa aperta si allunga:' : `${count} attese aperte si allungano:`),
		noMoves: 'Nessuna attesa aperta contava su questi giorni: per chi sta rispondendo ora non cambia nulla.',
		told: 'I clienti e chi segue i ticket ricevono una comunicazione. Nessun termine viene mai anticipato.',
		lastDay: 'Ultimo giorno utile',
		fromDay: (date: string) => `da ${date}`,
		toDay: (date: string) => `a ${date}`,
		confirm: 'Conferma la chiusura',
		orChange: 'Oppure corregga i giorni qui sotto e guardi di nuovo l’anteprima.',
	},
	holidays: (year: number) => `Feste nazionali del ${year}`,
	holidaysHint: 'Non c’è bisogno di aggiungerle.',
	onDayOff: 'in un giorno non lavorativo',
	added: (count: number) =>
		count === 1 ? 'Il giorno di chiusura è stato aggiunto.' : `I ${count} giorni di chiusura sono stati aggiunti.`,
	moved: (count: number) =>
		count === 0
			? 'Nessuna attesa aperta contava su questi giorni.'
			: count === 1
				? 'Un’attesa aperta contava su questi giorni: il suo termine si è spostato più avanti, e il cliente lo vede.'
				: `${count} attese aperte contavano su questi giorni: il loro termine si è spostato più avanti, e i clienti lo vedono.`,
};
