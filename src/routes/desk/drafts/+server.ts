import { keepDraft, readersDraft } from '../../draft-answers.ts';
import { staffOf } from '../reader.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => readersDraft(staffOf(event.locals), event);

export const POST: RequestHandler = (event) => keepDraft(staffOf(event.locals), event);
