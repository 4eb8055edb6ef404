import { draftOnTicket, keepDraft } from '../../draft-answers.ts';
import { staffOf } from '../reader.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => draftOnTicket(staffOf(event.locals), event);

export const POST: RequestHandler = (event) => keepDraft(staffOf(event.locals), event);
