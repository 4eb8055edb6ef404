import type { GapsLeft, SavedReplyRefusal } from '#lib/domain/saved-replies.ts';
import type { Sayings } from '../say.ts';
import { insertReply } from './insert-reply.ts';

export const savedReplyRefusals: Pick<Sayings, (SavedReplyRefusal | GapsLeft)['reason']> = {
	'saved-reply-gone': () =>
		'Questa risposta salvata non c’è più: è stata eliminata nel frattempo. Il testo è ancora qui, può copiarlo in una nuova.',
	'supervisors-share': () =>
		'Le risposte condivise le scrivono i responsabili e gli amministratori. Può salvarla tra le Sue: il testo è ancora qui.',
	'no-such-shortcut': () =>
		'La scorciatoia può avere lettere minuscole senza accenti, cifre e trattini tra una parola e l’altra, per esempio /chiede-versione. La corregga e salvi di nuovo.',
	'shortcut-taken': ({ by }) =>
		by
			? `La scorciatoia è già di «${by}», nella stessa lingua. Ne scelga un’altra e salvi di nuovo.`
			: 'Un collega usa già questa scorciatoia per una risposta personale nella stessa lingua, e non saprebbe più quale inserisce. Ne scelga un’altra e salvi di nuovo.',
	'unknown-variable': ({ written, nearest }) =>
		`«${written}» non è una variabile che conosciamo: forse intendeva ${nearest}? La corregga e salvi di nuovo.`,
	'too-many-replies': ({ most }) =>
		`Ce ne sono già ${most}, il massimo. Ne elimini una che non si usa più, e salvi di nuovo: il testo è ancora qui.`,
	'reply-product-gone': () => 'Questo software non è (più) nell’elenco. Ne scelga un altro, o nessuno.',
	'reply-not-valid': ({ limit }) => `Serve un testo, di al massimo ${limit} caratteri. Lo corregga e salvi di nuovo.`,
	'reply-changed': ({ by }) =>
		`Mentre era su questa pagina ${by} ha cambiato la risposta: il testo di adesso è qui sotto, accanto al Suo. Non abbiamo salvato nulla: se il Suo va bene, salvi di nuovo.`,
	'gaps-left': ({ gaps }) => insertReply.gaps(gaps),
};
