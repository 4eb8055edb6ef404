// `npm start`: database, web application and jobs in one process.
import { loadHandler } from '#platform/web.ts';
import { serve } from './composition/serve.ts';

await serve({ command: 'start', graceSeconds: 10, makeHandler: loadHandler });
