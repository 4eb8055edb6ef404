import { draftFile, takeDraftFileOut } from '../../../../../draft-answers.ts';
import { staffOf } from '../../../../reader.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => draftFile(staffOf(event.locals), event);

export const DELETE: RequestHandler = (event) => takeDraftFileOut(staffOf(event.locals), event);
