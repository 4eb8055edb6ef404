import { draftOnTicket, keepDraft } from '../../draft-answers.ts';
import { userOf } from '../reader.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => draftOnTicket(userOf(event.locals), event);

export const POST: RequestHandler = (event) => keepDraft(userOf(event.locals), event);
