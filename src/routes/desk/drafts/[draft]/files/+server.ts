import { keepDraftFile } from '../../../../draft-answers.ts';
import { staffOf } from '../../../reader.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => keepDraftFile(staffOf(event.locals), event);
