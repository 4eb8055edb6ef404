import { oneDraft } from '../../../draft-answers.ts';
import { staffOf } from '../../reader.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => oneDraft(staffOf(event.locals), event);
