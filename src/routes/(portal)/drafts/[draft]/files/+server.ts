import { keepDraftFile } from '../../../../draft-answers.ts';
import { userOf } from '../../../reader.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => keepDraftFile(userOf(event.locals), event);
