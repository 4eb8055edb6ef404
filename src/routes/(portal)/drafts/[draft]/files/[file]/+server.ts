import { draftFile, takeDraftFileOut } from '../../../../../draft-answers.ts';
import { userOf } from '../../../../reader.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => draftFile(userOf(event.locals), event);

export const DELETE: RequestHandler = (event) => takeDraftFileOut(userOf(event.locals), event);
