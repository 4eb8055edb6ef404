import { proofMinutes } from '#lib/domain/credentials.ts';
import { activationDays, addressHours, recoveryMinutes } from '#lib/domain/limits.ts';
import { daysToChange } from '#lib/domain/satisfaction.ts';
import { wholeMegabytes } from '../file-size.ts';
import type { Sayings } from '../say.ts';
import { administrationRefusals } from './admin.ts';
import { savedReplyRefusals } from './saved-reply-refusals.ts';

/** What a refused act says: what happened, why (the clause of the policy), what can be done now. One entry a reason. */
export const refusals: Sayings = {
	'not-found': () => 'Questo ticket non esiste, oppure non è tra quelli che può consultare.',
	resolved: ({ as }) => {
		if (as === 'lapsed')
			return 'Il termine per rispondere è passato e il ticket si considera risolto, come prevede il regolamento. Se il problema resta, apra un ticket collegato: il testo è già pronto.';
		if (as === 'duplicate')
			return 'Il ticket nel frattempo è stato unito a un altro, arrivato prima: questo non cambia più.';
		return 'Il ticket è già risolto, e un ticket risolto non si riapre: tornerebbe davanti a chi è arrivato dopo. Se il problema resta, apra un ticket collegato.';
	},
	'not-in-hand': () =>
		'Il ticket non è (più) in lavorazione da Lei: solo chi lo ha in lavorazione può farlo. Ricarichi la pagina per vedere a che punto è.',
	'not-under-evaluation': () => 'Il ticket non è (più) in valutazione. Ricarichi la pagina per vedere a che punto è.',
	'not-awaiting-customer': () =>
		'Il ticket non è (più) in attesa del cliente, forse ha appena risposto. Ricarichi la pagina per vedere a che punto è.',
	'not-your-hold': () => 'L’attesa è stata aperta da un collega: può concluderla chi l’ha aperta.',
	'changed-meanwhile': () =>
		'Mentre era su questa pagina il ticket è cambiato: le novità sono segnate qui sopra. Non abbiamo fatto nulla: se va bene anche così, lo confermi di nuovo.',
	'request-key-reused': () =>
		'Questo modulo era già stato inviato con un altro contenuto. Il testo è ancora qui: lo controlli e, se è davvero nuovo, lo invii di nuovo.',
	'empty-reply': () =>
		'La risposta non aveva né un testo né un file. Scriva un messaggio o alleghi almeno un file, e la invii.',
	'not-resolved': () =>
		'Il ticket non è ancora risolto: lo chiediamo a lavoro concluso. Se vuole dirci qualcosa adesso, lo scriva nella conversazione.',
	'duplicate-not-rated': () =>
		'Questo ticket è stato unito a un altro: lo chiediamo là, quando la richiesta è conclusa. Il Suo testo è ancora qui, può copiarlo.',
	'rating-stands': () =>
		`La risposta si può cambiare per ${daysToChange} giorni da quando è stata data, e sono passati: resta com’era. Se il problema c’è ancora, apra un ticket collegato.`,
	'no-message': () =>
		'Manca il messaggio. Il cliente legge che cosa si sta valutando o che cosa gli si chiede: glielo scriva, e confermi.',
	'nothing-missing': () =>
		'Non è indicato che cosa manca, e un ticket attende il cliente solo per qualcosa di preciso. Scelga almeno una voce, e confermi.',
	'follows-nothing-resolved': () =>
		'Un ticket collegato può seguire solo un ticket già risolto. Se quello di prima è ancora aperto, risponda lì: il testo è qui, può copiarlo.',
	'in-hand-limit': () =>
		'Ha già in lavorazione quanti ticket può averne: ne concluda uno o lo rimetta in coda, poi prenda il prossimo.',
	'nothing-queued': () => 'La coda è vuota: in questo momento non c’è nessun ticket da servire.',
	'account-disabled': () => 'Il Suo accesso è stato disattivato nel frattempo: si rivolga all’amministratore.',
	'file-too-large': ({ name, maxBytes }) =>
		`Il file «${name}» supera il limite di ${wholeMegabytes(maxBytes)} MB. Lo riduca o lo divida, scelga di nuovo i file e invii.`,
	'too-many-files': ({ maxFiles }) =>
		`Un messaggio può avere al massimo ${maxFiles} file. Ne scelga meno, o ne riunisca alcuni in un archivio, e invii di nuovo.`,
	'draft-gone': () =>
		'La bozza da cui parte l’invio non c’è più: è già stata inviata o eliminata, forse in un’altra scheda. Il testo è ancora qui: controlli di non averlo già inviato, scelga di nuovo gli eventuali file e invii.',
	'draft-changed': () =>
		'In un’altra scheda o su un altro dispositivo è stato salvato un testo diverso. Il Suo è ancora qui: scelga quale dei due tenere.',
	'draft-files-changed': ({ added, gone }) =>
		`I file di questa bozza sono cambiati in un’altra scheda o su un altro dispositivo: ${changedFiles(added, gone)}. Non abbiamo inviato nulla: l’elenco qui sotto è quello di adesso, lo controlli e invii di nuovo.`,
	'too-many-drafts': ({ most }) =>
		`Ha già ${most} bozze, il massimo. Ne invii o ne elimini una, poi salvi di nuovo: il testo è ancora qui, e inviarlo è sempre possibile.`,
	'too-much-waits': ({ maxBytes }) =>
		`I file nelle Sue bozze superano insieme ${wholeMegabytes(maxBytes)} MB. Invii o elimini una bozza, poi aggiunga di nuovo i file: quelli già salvati restano dove sono.`,
	'too-much-sent': () =>
		'Oggi ha già inviato molti gigabyte di file, più di quanti possiamo ricevere in un giorno da una persona. Scriva intanto il messaggio, e aggiunga i file domani.',
	'draft-too-long': () =>
		'Il testo è più lungo di quanto una bozza possa contenere e per ora non è salvato. Lo accorci, o lo alleghi come file.',
	'no-files-here': () =>
		'Qui si scrive soltanto un testo, senza file: i file vanno in una risposta al cliente. Il testo è ancora qui, e può inviarlo da solo.',
	'empty-file': ({ name }) => `Il file «${name}» è vuoto. Controlli di averlo salvato, poi lo scelga di nuovo.`,
	'too-large-field': () => 'Il testo è più lungo di quanto possiamo ricevere. Lo accorci, o lo alleghi come file.',
	'too-large-form': () => 'L’invio è più grande di quanto questo modulo possa contenere. Lo accorci e invii di nuovo.',
	malformed: () => 'L’invio è arrivato incompleto, forse per la connessione. Controlli il modulo e invii di nuovo.',
	'not-licensed': () =>
		'Il software scelto non è tra quelli con licenza. Ne scelga uno dell’elenco oppure ci contatti per la licenza.',
	'handed-to-yourself': () =>
		'Il ticket è già in lavorazione da Lei. Scelga un collega, oppure lo rimetta in coda per chiunque.',
	'unknown-colleague': () =>
		'Questa persona non lavora (più) allo sportello. Scelga un collega dell’elenco: ricarichi la pagina per vedere chi è in servizio.',
	'colleague-off-duty': () =>
		'Il collega non è in servizio in questo momento, e un ticket si passa solo a chi è allo sportello. Ne scelga un altro, oppure rimetta il ticket in coda: lo riceverà chi è in servizio.',
	'colleague-does-not-cover': () =>
		'Il collega non segue il software di questo ticket. Ne scelga uno che lo segue, oppure rimetta il ticket in coda.',
	'reservations-off': () =>
		'Il regolamento in vigore non riserva i ticket a nessuno, quindi non si possono passare a un collega. Può rimetterlo in coda al suo numero.',
	'already-in-lane': () => 'Il ticket è già di questo tipo: non c’è nulla da spostare. Può continuare a lavorarci.',
	'no-reason-given': () =>
		'Manca il motivo. Il cliente legge perché il suo ticket cambia tipo: glielo scriva in poche parole, e confermi.',
	'same-product': () => 'Il ticket riguarda già questo software: non c’è nulla da correggere.',
	'customer-not-licensed': () =>
		'Il cliente non ha la licenza di questo software. Ne scelga uno tra i suoi; se la licenza manca per errore, la può aggiungere chi amministra.',
	'same-ticket': () => 'Questo è il numero del ticket stesso. Scriva il numero dell’altro, quello con cui va unito.',
	'other-not-found': () => 'Non c’è nessun ticket con questo numero. Lo controlli e lo scriva di nuovo.',
	'other-customer': () =>
		'L’altro ticket è di un altro cliente: si uniscono solo i ticket dello stesso cliente. Controlli il numero.',
	'not-visible-to-both': () =>
		'I due ticket sono di due persone che, presso questo cliente, non vedono i ticket l’una dell’altra: uniti, una delle due resterebbe senza. Li tenga separati e risponda a entrambe.',
	'other-resolved': () =>
		'L’altro ticket è già risolto, e un ticket risolto non cambia più. Può richiamarlo in una nota e proseguire qui.',
	'other-in-hand': () =>
		'L’altro ticket è in lavorazione da un collega: si accordi con lui, poi lo unisca chi ne ha uno dei due mentre l’altro è in coda o in attesa.',
	...administrationRefusals,
	'empty-note': () => 'La nota è vuota. Scriva che cosa conviene sapere di questo cliente, e la aggiunga.',
	'note-gone': () => 'Questa nota non c’è più: l’ha già tolta qualcuno. Non occorre fare altro.',
	'note-of-another': ({ author }) =>
		`La nota è di ${author}: la può togliere chi l’ha scritta, o un responsabile. Se non è più vera, ne scriva una Lei.`,
	'supervisors-only': () =>
		'Può farlo solo un responsabile o un amministratore. Se un collega è andato via senza uscire dal servizio, lo dica a uno di loro.',
	...savedReplyRefusals,
	'wrong-credentials': () =>
		'Nome e password non corrispondono a credenziali attive. Li controlli e riprovi; se non ha ancora scelto la password, usi prima il collegamento di attivazione che ha ricevuto.',
	'too-many-attempts': ({ minutes }) =>
		`Ci sono stati molti tentativi non riusciti e, per proteggere le credenziali, l’accesso si ferma per un po’. Potrà riprovare ${minutes === 1 ? 'tra un minuto' : `tra ${minutes} minuti`}.`,
	'proof-needed': ({ withCode }) =>
		`Questa modifica riguarda chi può entrare, e dall’ultima conferma sono passati più di ${proofMinutes} minuti. Per essere certi che sia Lei chiediamo di nuovo ${withCode ? 'la password e un codice' : 'la password'}; poi la modifica prosegue.`,
	'wrong-password': () => 'La password non è giusta: la scriva di nuovo. La modifica non è stata fatta.',
	'wrong-code': () =>
		'Il codice non è valido, oppure è già stato usato: ogni codice vale una volta sola. Attenda che l’app ne mostri uno nuovo e scriva quello, oppure usi un codice di recupero.',
	'second-factor-unreadable': () =>
		'La password è giusta, ma il codice non si può verificare: la chiave segreta di questa installazione non è più quella con cui il Suo secondo fattore è stato attivato, e nemmeno i codici di recupero valgono più. Chieda a un amministratore di togliere il secondo fattore dalla pagina della Sua persona: lo attiverà di nuovo. Chi amministra può invece rimettere la chiave di prima.',
	'sign-in-step-over': () =>
		'È passato troppo tempo da quando ha scritto la password, oppure l’accesso è ricominciato altrove. Entri di nuovo con nome e password.',
	'wrong-first-code': () =>
		'Il codice non corrisponde. Controlli che nell’app la voce sia quella appena aggiunta e che l’ora del telefono sia quella automatica, poi scriva il codice che l’app mostra adesso.',
	'second-factor-there': () =>
		'Il secondo fattore è già attivo. Se non ha visto i codici di recupero, ne crei di nuovi dalla pagina del Suo accesso.',
	'no-second-factor': () => 'Il secondo fattore non è (più) attivo: non c’è nulla da cambiare.',
	'second-factor-required': () =>
		'Il secondo fattore è obbligatorio per il personale, e per questo non si può togliere. Se ha cambiato telefono, un altro amministratore può toglierlo dalla pagina della Sua persona: lo attiverà di nuovo al prossimo ingresso.',
	'own-second-factor-first': () =>
		'Chi lo chiede agli altri deve averlo: attivi prima il Suo secondo fattore dalla pagina «Il Suo accesso», poi torni qui.',
	'link-unknown': () =>
		'Il collegamento non è (più) valido: forse è stato sostituito da uno più recente. Usi l’ultimo che ha ricevuto, oppure ne chieda uno nuovo a chi Le ha dato le credenziali.',
	'link-used': () =>
		'Con questo collegamento è già stata scelta la password: può entrare. Se non la ricorda, chieda un nuovo collegamento a chi Le ha dato le credenziali.',
	'link-expired': () =>
		`Per sicurezza il collegamento valeva ${activationDays} giorni, che sono passati. Ne chieda uno nuovo a chi Le ha dato le credenziali.`,
	'recovery-unknown': () =>
		'Il collegamento non è (più) valido: forse è stato sostituito da uno più recente. Usi l’ultimo che ha ricevuto, oppure ne chieda uno nuovo.',
	'recovery-used': () =>
		'Con questo collegamento è già stata scelta una nuova password: può entrare con quella. Se non la ricorda, chieda un nuovo collegamento.',
	'recovery-expired': () =>
		`Per sicurezza il collegamento valeva ${recoveryMinutes} minuti, che sono passati. Ne chieda uno nuovo: la password intanto resta quella di prima.`,
	'address-unknown': () =>
		'Il collegamento non è (più) valido: la modifica è stata fermata, oppure è stata chiesta di nuovo con un altro collegamento. L’indirizzo resta quello di prima finché non è confermato.',
	'address-used': () =>
		'La modifica è già fatta: l’indirizzo è stato confermato a tutti e due gli indirizzi. Se non è stato Lei, si rivolga subito a chi Le ha dato le credenziali.',
	'address-expired': () =>
		`Per sicurezza il collegamento valeva ${addressHours} ore, che sono passate. L’indirizzo resta quello di prima; se serve ancora, chieda di nuovo la modifica.`,
	'address-taken': () =>
		'Nel frattempo questo indirizzo è stato dato ad altre credenziali, e un indirizzo appartiene a una persona sola. L’indirizzo resta quello di prima: chieda la modifica con un altro.',
	'address-yours': () => 'Questo è già il Suo indirizzo: non c’è nulla da cambiare. Ne scriva un altro, se serve.',
	'password-common': () =>
		'Questa password è tra quelle che molti scelgono, e chi volesse indovinarla la proverebbe per prima. Ne scelga un’altra: alcune parole messe in fila vanno benissimo.',
	'password-personal': () =>
		'Questa password contiene poco più del Suo nome, del Suo indirizzo o del nome di questo servizio, che chiunque può conoscere. Ne scelga un’altra: alcune parole messe in fila vanno benissimo.',
	'unknown-session': () =>
		'Questa sessione non c’è più: forse è terminata nel frattempo. Qui sotto trova quelle ancora aperte.',
	'name-taken': () =>
		'Il nome utente o l’indirizzo e-mail appartiene già a qualcuno. Ne scelga un altro e invii di nuovo.',
};

function changedFiles(added: readonly string[], gone: number): string {
	const names = added.map((name) => `«${name}»`).join(', ');
	const fewer = gone === 1 ? 'un file è stato tolto' : `${gone} file sono stati tolti`;
	const more = added.length === 1 ? `si è aggiunto ${names}` : `si sono aggiunti ${names}`;
	return [...(added.length > 0 ? [more] : []), ...(gone > 0 ? [fewer] : [])].join(' e ');
}
