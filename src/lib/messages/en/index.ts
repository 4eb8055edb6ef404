import type { Words } from '../words.ts';
import { admin } from './admin.ts';
import { auth } from './auth.ts';
import { common } from './common.ts';
import { desk } from './desk.ts';
import { order } from './order.ts';
import { policy } from './policy.ts';
import { portal } from './portal.ts';
import { refusals } from './refusals.ts';
import { turn } from './turn.ts';

export const en: Words = { common, turn, auth, portal, policy, desk, order, admin, refusals };
