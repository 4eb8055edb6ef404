import type { AdministrationRefusal } from '#lib/domain/administration.ts';
import { activationDays, organisationLimits } from '#lib/domain/limits.ts';
import { dateParts } from '../dates.ts';
import type { Sayings } from '../say.ts';
import type { Words } from '../words.ts';
import { account } from './account.ts';
import { calendar } from './calendar.ts';
import { common } from './common.ts';
import { customerFileRefusals } from './customer-file.ts';
import { mailOut } from './mail-out.ts';
import { policyRefusals } from './policy.ts';
import { signBeyondMail } from './sign-beyond-mail.ts';

export const admin: Words['admin'] = {
	title: 'Administration',
	navigation: {
		start: 'First steps',
		products: 'Products',
		customers: 'Customers',
		staff: 'Staff',
		calendar: 'Calendar',
		policy: 'Policy',
		organisation: 'Organisation',
		audit: 'Log',
		mail: 'Notices',
		desk: 'Go to the desk',
	},
	audited: {
		account: 'The access log of this person',
		customer: 'The access log of this customer and their people',
	},
	steps: {
		title: 'First steps',
		lead: 'From an empty installation to the first ticket, in this order. Each step can be repeated and corrected at any time.',
		ready: 'Everything is ready: your customers can open tickets, and whoever is at the desk can take them.',
		toDesk: 'Go to the desk',
		done: 'Done',
		optional: 'optional',
		products: {
			title: 'The products',
			text: 'The programs you sell and support. Every ticket is about one of them.',
			todo: 'Add a product',
			count: (count) => (count === 1 ? 'one product' : `${count} products`),
		},
		customers: {
			title: 'The customers',
			text: 'The companies and professionals who hold the licences.',
			todo: 'Add a customer',
			count: (count) => (count === 1 ? 'one customer' : `${count} customers`),
		},
		licences: {
			title: 'The licences',
			text: 'For each customer, the products they can open tickets for. They are ticked on the customer’s page.',
			todo: 'Tick the licences',
			count: (count) => (count === 1 ? 'one licence' : `${count} licences`),
		},
		users: {
			title: 'The users',
			text: 'The people of each customer. When you create one you get the link to hand over: with it they choose a password.',
			todo: 'Add a user',
			count: (count) => (count === 1 ? 'one user' : `${count} users`),
		},
		staff: {
			title: 'The staff',
			text: 'Those who serve the tickets. You can do it too: an administrator is also an agent.',
			todo: 'Add an agent',
			count: (count) => (count === 1 ? 'one colleague' : `${count} colleagues`),
		},
		calendar: {
			title: 'The closure days',
			text: 'Days that are not worked and public holidays are known already. Add the days on which your office is closed besides.',
			todo: 'Open the calendar',
			count: (count) => (count === 1 ? 'one day' : `${count} days`),
		},
	},
	done: {
		'product-created': 'The product has been added.',
		'product-renamed': 'The name has been changed, also on tickets that are already open.',
		'customer-created': 'The customer has been added. Now tick their licences and add their people.',
		'customer-changed': 'The customer’s details have been saved.',
		'licences-changed': 'The licences have been saved.',
		'mail-resent': 'The notice goes out again.',
		'account-changed': 'The details have been saved.',
		'address-to-confirm':
			'What is known of the person is saved. The e-mail address changes once they confirm it at both addresses: we wrote to the former and to the new one.',
		'account-disabled': 'The account is disabled from now on. Whoever was signed in with it has been signed out.',
		'coverage-changed': 'The products covered have been saved.',
		'second-factor-taken':
			'The second factor is removed, the sessions have ended, and we have written to whom it concerns.',
		'second-factor-required': 'The second factor is mandatory for staff, from when each next signs in.',
		'second-factor-not-required':
			'The second factor is mandatory no longer: whoever has one keeps it as long as they like.',
		'account-enabled': 'The account is enabled again.',
		'closure-day-removed': 'The day has been removed. Holds already open stay as promised to the customers.',
		'closure-days-removed': 'The days have been removed. Holds already open stay as promised to the customers.',
		'organisation-changed': 'Saved: pages and mails introduce themselves so from now on.',
		'policy-saved': 'The new version of the policy is in force. Holds already open stay as promised to the customers.',
	},
	disabling: {
		putBack: (tickets) =>
			tickets.length === 1
				? `Ticket ${tickets[0]}, which was in hand, is queued again at its arrival number.`
				: `Tickets ${tickets.join(', ')}, which were in hand, are queued again at their arrival numbers.`,
	},
	products: {
		title: 'Products',
		lead: 'The programs a ticket can be opened for, by those who hold a licence.',
		add: 'Add a product',
		name: 'Name of the product',
		nameHint: 'As customers know it.',
		submit: 'Add',
		rename: 'Rename',
		renameOf: (name) => `Rename ${name}`,
		licensed: (count) =>
			count === 0 ? 'no customers' : count === 1 ? 'one licensed customer' : `${count} licensed customers`,
		empty: {
			title: 'No products yet',
			text: 'Without a product no ticket can be opened: start here, with the name your customers know.',
		},
	},
	customers: {
		title: 'Customers',
		lead: 'Those who hold licences, with the people who can open tickets.',
		add: 'Add a customer',
		name: 'Name of the customer',
		nameHint: 'The company’s name, or the professional’s first and last name.',
		sight: 'Who sees the tickets',
		colleagues: 'Colleagues see each other’s tickets',
		colleaguesHint: 'If not ticked, each user sees only the tickets they opened.',
		submit: 'Add the customer',
		empty: {
			title: 'No customers yet',
			text: 'Add the first one: then you will tick their licences and add the people who can open tickets.',
		},
	},
	customer: {
		details: 'Details of the customer',
		licences: 'Licences',
		licencesHint: 'Tickets can be opened only for the products ticked. Tickets already open stay in any case.',
		saveLicences: 'Save the licences',
		noProducts: 'There is no product to tick yet.',
		users: 'Users',
		addUser: 'Add a user',
		noUsers: {
			title: 'Nobody can open tickets for this customer yet',
			text: 'Add the first person: they will have a link to choose their password.',
		},
	},
	account,
	link: {
		title: 'Here is the activation link',
		forWhom: (name) => `Hand it to ${name}, in person or by a means you trust.`,
		once: `You see it only now: it is not kept. It works once and for ${activationDays} days; whoever opens it chooses the password.`,
		label: 'Activation link',
		copy: 'Copy',
		copied: 'Copied',
		shownTitle: 'The link has already been shown',
		shown:
			'For safety we do not keep it and cannot show it again. If you did not copy it, create a new one: the former one will not be valid any more.',
		toPerson: 'Go to their page',
		another: 'Add another person',
		backToCustomer: 'Back to the customer',
		backToStaff: 'Back to the staff',
	},
	staff: {
		title: 'Staff',
		lead: 'Those who serve tickets and those who administer. Each role includes the one before.',
		add: 'Add a colleague',
		you: 'you',
		secondFactor: {
			title: 'Second factor',
			required:
				'It is mandatory for staff: whoever has none sets it up when they next sign in, and does nothing else before.',
			notRequired:
				'Everybody decides for themselves. If you make it mandatory, whoever has none sets it up when they next sign in, and does nothing else before.',
			without: (names, required) => (required ? `Not yet: ${names}.` : `Today without one: ${names}.`),
			everybody: 'Everybody has one.',
			hint: 'Whoever makes it mandatory has to have it. Sessions that are open go on while they last.',
			own: 'Your access',
			submit: 'Make it mandatory',
			release: 'Mandatory no longer',
		},
	},
	mail: mailOut,
	calendar,
};

const day = (iso: string) => common.time.dateWithYear(dateParts(iso, 'en'));

export const administrationRefusals: Pick<Sayings, AdministrationRefusal['reason']> = {
	'administrators-only': () =>
		'Only an administrator can do this. If your role has changed meanwhile, please ask whoever administers.',
	...policyRefusals,
	...customerFileRefusals,
	'unknown-record': () => 'What you wanted to change is not there any more. Reload the page to see how things stand.',
	'not-valid': ({ field, sign }) => (sign ? signBeyondMail(sign) : notValid[field]),
	'organisation-changed-meanwhile': () =>
		'Somebody else has changed these details meanwhile. What you wrote is still here, beside it how they are now: decide what to keep, then save again.',
	'logo-gone': () => 'The file of the logo is not there any more: too much time has passed. Please choose it again.',
	'logo-not-a-picture': () =>
		'The file is not a PNG, JPEG or WebP picture. An SVG can hold instructions and is therefore not accepted: please export it as PNG.',
	'logo-moves': () =>
		'The picture moves, which would disturb readers. Please choose a PNG, JPEG or WebP that stands still.',
	'logo-too-large': ({ bytes, side }) =>
		`The picture is too large: at most ${Math.floor(bytes / 1024)} kB and ${side} pixels a side. Please reduce it, then choose it again.`,
	'product-name-taken': () => 'There is a product of this name already. Choose another name, or use that one.',
	'customer-name-taken': () =>
		'There is a customer of this name already. Open their page, or tell the two names apart.',
	'username-taken': () => 'Somebody else has this username. Please choose a different one.',
	'email-taken': () => 'This address belongs to somebody else. Everybody needs one of their own.',
	'last-administrator': () =>
		'This is the only enabled administrator: without them nobody could administer any more. Appoint another one first.',
	yourself: () => 'You cannot disable your own account: ask another administrator.',
	'nobody-without-credentials': () =>
		'Meanwhile nobody of those you chose is without credentials any more: nothing was sent, and there is nothing left to do.',
	'others-without-credentials': ({ people }) =>
		`Something has changed since you opened this page: the people without credentials are ${people} now. Nothing was sent; please look again who they are, and confirm.`,
	'enable-first': () => 'The account is disabled. Enable it first, then create the link.',
	'link-not-sent-again': () =>
		'A notice with a personal link is not sent again: each works once, and a new one replaces it. For activation create a new link on the person’s page; recovery is asked for by the person.',
	'not-staff': () => 'Which products somebody covers is for those at the desk: this is the account of a customer.',
	'no-product': () =>
		'With none they would cover no product and be given no ticket any more. Choose at least one, or “all”; to take the access away, disable it.',
	'day-already-closed': ({ closedFor }) => `That day is entered as closed already: “${closedFor}”.`,
	'day-not-worked': () => 'That day is not worked anyway, so it does not count already: there is no need to enter it.',
	'day-is-holiday': ({ holiday }) =>
		`That day is a public holiday already (${holiday.en}), so it does not count: there is no need to enter it.`,
	'day-out-of-range': ({ earliest, latest }) => `Choose a day from ${day(earliest)} to ${day(latest)}.`,
	'range-backwards': () => 'The last day comes before the first: please check the two dates.',
	'range-too-long': ({ maxDays }) =>
		`A closure may last ${maxDays} days at most. If it is longer, enter it in two parts.`,
	'nothing-to-close': () =>
		'The desk is closed on these days already, for they are not worked, public holidays or entered as closed: they do not count, and there is no need to enter them.',
	'too-few-business-days': ({ holdDays }) =>
		`With this closure fewer than ${holdDays} business days in 366 would be left: customers would not have the time the policy gives them. Remove another closure day first.`,
};

const notValid = {
	name: 'Write a name that is not too long.',
	username: 'Use 3 to 64 characters: letters, digits, dot, hyphen and underscore, without spaces.',
	email: 'The address is not complete: it should look like “marta@studio.it”.',
	from: 'Choose a day of the calendar.',
	to: 'Choose a day of the calendar.',
	reason: 'Write the reason in one line.',
	note: 'Write in a line why it changes.',
	postalAddress: `Write at most ${organisationLimits.postalAddressLines} lines that are not too long.`,
	supportAddress: 'The address is not complete: it should look like “support@studio.it”.',
};
