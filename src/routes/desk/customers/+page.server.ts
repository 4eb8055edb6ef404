import { listedCustomers } from '../../listed-customers.ts';
import { staffOf } from '../reader.ts';
import type { PageServerLoad } from './$types';

/** `?q=…&product=N&only=…&page=N`. */
export const load: PageServerLoad = (event) => {
	staffOf(event.locals);
	return listedCustomers(event);
};
