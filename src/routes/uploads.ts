import type { Desk } from '#lib/server/desk.ts';
import type { UploadRules } from '#lib/server/forms/read-form.ts';
import { takenIn } from '#lib/server/forms/taken-in.ts';
import { application } from '#platform/application.ts';

/** How many files a message may carry and how large each may be, as the field says it. */
export function fileLimits(): { files: number; bytes: number } {
	const { attachmentsPerMessage, attachmentMaxBytes } = application().configuration;
	return { files: attachmentsPerMessage, bytes: attachmentMaxBytes };
}

/** The same, as a form is read that somebody sends. */
export function uploadRules({ blobs }: Desk, account: number | undefined): UploadRules {
	const { files, bytes } = fileLimits();
	return { blobs, maxFiles: files, maxFileBytes: bytes, takenIn: takenIn.of(account) };
}
