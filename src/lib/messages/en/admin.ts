import type { Words } from '../words.ts';

export const admin: Words['admin'] = {
	title: 'Administration',
	navigation: { products: 'Products', customers: 'Customers', staff: 'Staff', calendar: 'Calendar' },
};
