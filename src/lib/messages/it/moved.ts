import type { Joined, Left } from '#lib/domain/place-changes.ts';

const before = (one: string, many: (count: number) => string) => (count: number) => (count === 1 ? one : many(count));
const cameBack = (because: string) =>
	before(
		`Un ticket arrivato prima del Suo è tornato in coda, al suo numero di arrivo: ${because}.`,
		(count) => `${count} ticket arrivati prima del Suo sono tornati in coda, al loro numero di arrivo: ${because}.`,
	);
const putBack = cameBack('è stato rimesso in coda da chi lo seguiva');

/** Why the place in the queue has changed. */
export const moved = {
	title: 'Perché il posto è cambiato',
	left: {
		taken: before(
			'È stato servito un ticket arrivato prima del Suo.',
			(count) => `Sono stati serviti ${count} ticket arrivati prima del Suo.`,
		),
		closed: before(
			'Un ticket arrivato prima del Suo è stato chiuso.',
			(count) => `${count} ticket arrivati prima del Suo sono stati chiusi.`,
		),
		merged: before(
			'Un ticket arrivato prima del Suo è stato unito a un altro.',
			(count) => `${count} ticket arrivati prima del Suo sono stati uniti ad altri.`,
		),
	} satisfies Record<Left, (count: number) => string>,
	joined: {
		opened: before(
			'È arrivata una consulenza prima della Sua.',
			(count) => `Sono arrivate ${count} consulenze prima della Sua.`,
		),
		moved: before(
			'Un ticket arrivato prima del Suo è stato spostato in consulenza, al suo numero di arrivo.',
			(count) => `${count} ticket arrivati prima del Suo sono stati spostati in consulenza, al loro numero di arrivo.`,
		),
		replied: cameBack('il cliente ha risposto'),
		resumed: cameBack('la valutazione è conclusa'),
		withdrawn: cameBack('le informazioni chieste al cliente non servono più'),
		'handed-over': cameBack('passa a un altro operatore'),
		'off-duty': cameBack('chi lo seguiva ha finito il servizio'),
		'put-back': putBack,
		disabled: putBack,
	} satisfies Record<Joined, (count: number) => string>,
	/** Of technical tickets, to whom waits for consultancy (P6). */
	technical: {
		taken: before(
			'È stata servita una richiesta tecnica.',
			(count) => `Sono state servite ${count} richieste tecniche.`,
		),
		closed: before(
			'Una richiesta tecnica è stata chiusa.',
			(count) => `${count} richieste tecniche sono state chiuse.`,
		),
		merged: before(
			'Una richiesta tecnica è stata unita a un’altra.',
			(count) => `${count} richieste tecniche sono state unite ad altre.`,
		),
		opened: before(
			'È arrivata una richiesta tecnica: si serve prima delle consulenze.',
			(count) => `Sono arrivate ${count} richieste tecniche: si servono prima delle consulenze.`,
		),
		cameBack: before(
			'Una richiesta tecnica è tornata in coda: si serve prima delle consulenze.',
			(count) => `${count} richieste tecniche sono tornate in coda: si servono prima delle consulenze.`,
		),
	},
};
