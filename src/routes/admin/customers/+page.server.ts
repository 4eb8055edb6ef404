import { listedCustomers } from '../../listed-customers.ts';
import { administratorOf } from '../reader.ts';
import type { PageServerLoad } from './$types';

/** As the desk's: `?q=…&product=N&only=…&page=N`. */
export const load: PageServerLoad = (event) => {
	administratorOf(event.locals);
	return listedCustomers(event);
};
