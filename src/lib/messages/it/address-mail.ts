import { addressHours } from '#lib/domain/limits.ts';

const links = `Il collegamento vale ${addressHours} ore; se la modifica si chiede di nuovo, questo non vale più.`;

/** What is written about an e-mail address that is to change: at the present one, and at the new one (P8). Said by the server alone. */
export const addressMail = {
	subjects: {
		'address-change': 'È stato chiesto di cambiare il Suo indirizzo e-mail',
		'address-confirm': 'Confermi questo indirizzo e-mail',
		'address-taken': 'Il Suo indirizzo e-mail è già in uso',
		'address-changed': 'Il Suo indirizzo e-mail è cambiato',
	},
	toAnybody: 'Buongiorno,',
	change: {
		happened: (username: string, email: string) =>
			`è stato chiesto che le Sue credenziali per l’assistenza (nome utente «${username}») abbiano d’ora in poi questo indirizzo e-mail: ${email}.`,
		confirm: 'Se lo vuole anche Lei, lo confermi qui:',
		why: `L’indirizzo cambia soltanto quando è confermato a tutti e due gli indirizzi, questo e quello nuovo: così nessuno può portarLe via le credenziali. ${links}`,
		stop: 'Se invece non è stato Lei, fermi subito la modifica:',
	},
	confirm: {
		happened: 'è stato chiesto che credenziali per la nostra assistenza abbiano d’ora in poi questo indirizzo e-mail.',
		confirm: 'Se lo ha chiesto Lei, lo confermi qui:',
		why: `L’indirizzo cambia soltanto quando è confermato a tutti e due gli indirizzi, questo e quello di prima: a quello di prima abbiamo scritto nello stesso momento. ${links}`,
		now: 'Se non ne sa nulla non deve fare nulla: senza la Sua conferma questo indirizzo non viene usato.',
	},
	taken: {
		happened:
			'è stato chiesto di dare questo indirizzo e-mail ad altre credenziali per l’assistenza, ma è già quello delle Sue: non è cambiato nulla.',
		why: 'Un indirizzo appartiene a una persona sola, perché con esso si entra e si recupera la password.',
		now: 'Se lo ha chiesto Lei, scelga per le altre credenziali un indirizzo diverso. Altrimenti non deve fare nulla.',
	},
	changed: {
		happened: (username: string, email: string) =>
			`l’indirizzo e-mail delle Sue credenziali (nome utente «${username}») è cambiato: d’ora in poi è ${email}. Nelle altre sessioni si dovrà entrare di nuovo.`,
		why: 'È stato confermato a tutti e due gli indirizzi, e Glielo scriviamo a tutti e due perché nessuno possa farlo a Sua insaputa.',
		notYou: 'Se non è stato Lei, avverta subito chi Le ha dato le credenziali.',
	},
};
