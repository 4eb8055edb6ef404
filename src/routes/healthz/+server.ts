import { text } from '@sveltejs/kit';

/** The process is alive. Whether it can work is asked of `/readyz`. */
export const GET = () => text('ok\n');
