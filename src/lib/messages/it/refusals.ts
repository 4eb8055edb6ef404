import type { Sayings } from '../say.ts';

/** What a refused act says: what happened, why (the clause of the policy), what can be done now. One entry a reason. */
export const refusals: Sayings = {
	'not-found': () => 'Questo ticket non esiste, oppure non è tra quelli che può consultare.',
	resolved: ({ as }) =>
		as === 'lapsed'
			? 'Il termine per rispondere è passato e il ticket si considera risolto, come prevede il regolamento. Se il problema resta, apra un ticket collegato: il testo è già pronto.'
			: 'Il ticket è già risolto, e un ticket risolto non si riapre: tornerebbe davanti a chi è arrivato dopo. Se il problema resta, apra un ticket collegato.',
	'not-in-hand': () =>
		'Il ticket non è (più) in lavorazione da Lei: solo chi lo ha in lavorazione può farlo. Ricarichi la pagina per vedere a che punto è.',
	'not-under-evaluation': () => 'Il ticket non è (più) in valutazione. Ricarichi la pagina per vedere a che punto è.',
	'not-awaiting-customer': () =>
		'Il ticket non è (più) in attesa del cliente, forse ha appena risposto. Ricarichi la pagina per vedere a che punto è.',
	'not-your-hold': () => 'L’attesa è stata aperta da un collega: può concluderla chi l’ha aperta.',
	'request-key-reused': () =>
		'Questo modulo era già stato inviato con un altro contenuto. Il testo è ancora qui: lo controlli e, se è davvero nuovo, lo invii di nuovo.',
	'not-licensed': () =>
		'Il software scelto non è tra quelli con licenza. Ne scelga uno dell’elenco oppure ci contatti per la licenza.',
};
