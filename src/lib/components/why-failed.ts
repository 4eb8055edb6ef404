import type { Words } from '#lib/messages/words.ts';
import type { Uploading } from './uploading.svelte.ts';

/** Why a file is not there, in words; nothing while it may still arrive. */
export function whyFailed({ failed }: Uploading, { drafts }: Words): string | undefined {
	if (!failed) return undefined;
	if (failed.as === 'refused') return failed.says;
	if (failed.as === 'signed-out') return drafts.state['signed-out'];
	return failed.as === 'lost' ? drafts.files.lost : drafts.files.broken;
}
