import { oneDraft } from '../../../draft-answers.ts';
import { userOf } from '../../reader.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => oneDraft(userOf(event.locals), event);
