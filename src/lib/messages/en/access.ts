import { addressHours, sessionLimits, stepMinutes } from '#lib/domain/limits.ts';
import type { Words } from '../words.ts';

const { staff, user } = sessionLimits;

export const access: Words['access'] = {
	title: 'Your access',
	lead: (username) => `How whoever uses the credentials of “${username}” comes into Sportello.`,
	toPage: 'To your access',
	inShort: (hasSecondFactor) =>
		`The password and the e-mail address are changed on a page of their own. There you also find the second factor, which is ${hasSecondFactor ? 'active' : 'not active'}.`,
	password: {
		title: 'Password',
		lead: 'You can choose another one whenever you like. Wherever you are signed in with the present one, except here, you will have to sign in again; we confirm it to you by e-mail.',
		current: 'Present password',
		code: 'Code of the app, or a recovery code',
		chosen: 'New password',
		again: 'The new password again',
		submit: 'Change the password',
		done: 'The password is changed. The other sessions have ended: only this one is left.',
	},
	address: {
		title: 'E-mail address',
		now: (email) => `We write to you at ${email}. This address is used to sign in, and to recover the password.`,
		lead: `To change it we send a link to both addresses, the present one and the new one: it is valid for ${addressHours} hours, and until it is confirmed at both the present one stays.`,
		label: 'New e-mail address',
		submit: 'Send the links',
		asked: (email) => `We have sent the links for changing to ${email}. Please look at the mail of both addresses.`,
		waiting: (email) => `A change is under way: the new address will be ${email}.`,
		sides: { present: 'At the present one', new: 'At the new one' },
		confirmed: 'confirmed',
		awaited: 'to be confirmed',
		until: 'The links are valid until',
		again: 'If you ask for another one, this one no longer holds.',
	},
	secondFactor: {
		title: 'Second factor',
		what: 'Beside the password, signing in takes a code that changes every half minute and that only your phone shows. Whoever found out the password would not get in.',
		off: 'It is not active: the password is enough to sign in.',
		on: 'It is active: signing in takes the password and a code.',
		needs:
			'It takes an authenticator app, any of them: there are free ones for every phone, and they work without a network.',
		begin: 'Set up the second factor',
		required: 'It is mandatory for staff.',
		onSince: 'Active since',
		codesLeft: (left) => {
			if (left === 0) return 'No recovery code is left: please make new ones before you need one.';
			return left === 1 ? 'One recovery code is left.' : `${left} recovery codes are left.`;
		},
		renewTitle: 'New recovery codes',
		renewText: 'We make ten. The former ones will no longer be valid, even those you have not used.',
		renew: 'Make new codes',
		removeTitle: 'Removing the second factor',
		removeText:
			'The password will be enough to sign in again. To confirm we ask you for the password and a code, of the app or a recovery code.',
		remove: 'Remove the second factor',
		changePhone:
			'If you change phones: remove the second factor and set it up again with the new one. If the phone is lost, sign in with a recovery code.',
		changePhoneAsked:
			'If you change phones, or have lost yours, sign in with a recovery code and ask an administrator to remove the second factor: you will set it up again when you next sign in.',
		doneRemoved: 'The second factor is removed: the password is enough to sign in again.',
	},
	setUp: {
		title: 'Set up the second factor',
		why: 'The second factor is mandatory for staff. You set it up once, here and now; then you are in.',
		scanTitle: 'Add Sportello to the app',
		scan: 'Open the authenticator app, choose to add an account and scan this code.',
		picture: 'QR code to scan with the authenticator app',
		onPhone: 'Open it in the app of this phone',
		byHand: 'Or type this key into the app:',
		codeTitle: 'Type the code the app shows',
		code: 'Six-digit code',
		codeHint: 'So we are certain that the app works before we ask for its codes.',
		submit: 'Set up',
		over: 'There is nothing to set up here: the second factor is active already, or setting it up has to begin again.',
		back: 'Back to your access',
	},
	codes: {
		doneTitle: 'The second factor is active',
		title: 'Your recovery codes',
		why: 'If one day you do not have the phone, one of these lets you in all the same. Each is good once.',
		once: 'We show them only now. Print or download them, and keep them where you keep important things: not on the same phone.',
		download: 'Download the codes',
		fileName: 'sportello-recovery-codes.txt',
		fileTitle: (username, origin) => `Sportello (${origin}), recovery codes of ${username}`,
		fileNote: 'Each code is good once.',
		print: 'Print',
		kept: 'I have put them away safely: go on',
	},
	step: {
		title: 'The code of the phone',
		lead: 'The password is right. Now please type the code your authenticator app shows.',
		code: 'Six-digit code',
		submit: 'Sign in',
		refused: 'You are not signed in',
		lost: 'You do not have the phone?',
		lostText: 'Use one of the recovery codes you printed or downloaded. It is good once.',
		recovery: 'Recovery code',
		recoverySubmit: 'Sign in with the recovery code',
		noCodes:
			'If you do not have those either, please turn to whoever gave you the credentials: an administrator can remove the second factor.',
		time: `You have ${stepMinutes} minutes; then it begins again from the password.`,
		again: 'Begin again from the password',
	},
	sessions: {
		staffLimits: `A session ends by itself after ${staff.idleHours} hours without use, and in any case after ${staff.absoluteHours / 24} days.`,
		userLimits: `A session ends by itself after ${user.idleHours / 24} days without use, and in any case after ${user.absoluteHours / 24} days.`,
	},
};
