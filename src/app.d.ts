import type { Language, Role, Theme } from '#lib/domain/roles.ts';
import type { Viewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';

declare global {
	namespace App {
		interface Error {
			status: number;
			message: string;
			/** Stands in the log beside what happened; the reader can quote it. */
			reference?: string;
			/** The page that was asked for, or the one on which the form stands that was sent: path and query. */
			address?: string;
		}

		interface Locals {
			desk: Desk;
			/** The desk for what a page only reads: as of one moment. */
			reading: Desk;
			/** Where the open pages of this process stood before anything was read (`Live`). */
			mark: string;
			viewer: Viewer | undefined;
			language: Language;
			/** Nothing chosen: as the system has it. */
			theme: Theme | undefined;
			/** What this request is called in the log. */
			reference: string;
			/** What the page of an error leads back to. */
			address: string;
			/** How a request that may not go on is answered. */
			refusal: 403 | 404;
		}

		interface PageData {
			/** Whose desk this is. */
			organisation: { name: string; logo: { address: string; width: number; height: number } | null };
			language: Language;
			theme: Theme | undefined;
			viewer: { id: number; name: string; role: Role; seesColleagues: boolean } | undefined;
		}
	}
}
