import { randomUUID } from 'node:crypto';
import { done } from '#lib/domain/outcome.ts';
import { sessionToken } from '#lib/server/auth/session-cookie.ts';
import { ownAccount, ownSessions } from '#lib/server/queries/own-account.ts';
import { changeName } from '#lib/server/use-cases/change-name.ts';
import { chooseNotices } from '#lib/server/use-cases/choose-notices.ts';
import { endSessions } from '#lib/server/use-cases/end-sessions.ts';
import { keepPreferences } from '../../keep-preferences.ts';
import { userOf } from '../reader.ts';
import type { Actions, PageServerLoad } from './$types';
import { carryOut } from './acts.ts';
import { nameForm, noticesForm, otherSessionsForm, preferencesForm, sessionForm } from './forms.ts';

export const load: PageServerLoad = async (event) => {
	const { reading } = event.locals;
	const viewer = userOf(event.locals);
	const [account, sessions] = await Promise.all([
		ownAccount(reading, viewer),
		ownSessions(reading, viewer, sessionToken(event) ?? ''),
	]);
	return {
		account: { name: viewer.name, hasSecondFactor: viewer.proved?.withCode === true, ...account },
		sessions,
		requestKey: randomUUID(),
	};
};

export const actions: Actions = {
	name: (event) => carryOut(event, 'name', nameForm, changeName),
	preferences: (event) =>
		carryOut(event, 'preferences', preferencesForm, async (_desk, _viewer, chosen) => {
			await keepPreferences(event, chosen);
			return done();
		}),
	notices: (event) => carryOut(event, 'notices', noticesForm, chooseNotices),
	session: (event) => carryOut(event, 'session', sessionForm, endSessions, ({ session }) => `&number=${session}`),
	others: (event) =>
		carryOut(event, 'others', otherSessionsForm, (desk, viewer, sent) =>
			// Asked for now: whoever has just confirmed that it is they has another token by it.
			endSessions(desk, viewer, { ...sent, allBut: sessionToken(event) ?? '' }),
		),
};
