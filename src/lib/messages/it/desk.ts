export const desk = {
	title: 'Sportello',
	navigation: { desk: 'Sportello', queue: 'Coda' },
	takeNext: 'Prendi il prossimo',
};
