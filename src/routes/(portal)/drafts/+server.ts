import { keepDraft, readersDraft } from '../../draft-answers.ts';
import { userOf } from '../reader.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => readersDraft(userOf(event.locals), event);

export const POST: RequestHandler = (event) => keepDraft(userOf(event.locals), event);
