import type { IslandCatalogue } from './words.ts';

/** The parts of pages that come alive, by the name of their component, and the words that each says. */
export const spoken = {
	HomeLive: ['live', 'turn'],
	TicketLive: ['live', 'moved', 'portal'],
	PlaceInQueue: ['common', 'portal', 'live', 'moved', 'whyBefore'],
	ReplyForm: ['common', 'turn', 'portal', 'drafts', 'checklist'],
	ReplyToKept: ['common', 'turn', 'portal', 'live', 'drafts', 'checklist'],
	NewTicket: ['common', 'turn', 'portal', 'drafts', 'open', 'search'],
	// With the words of the form that may come later.
	FollowUpLater: ['common', 'turn', 'portal', 'live', 'drafts', 'checklist', 'open'],
	FollowUp: ['common', 'turn', 'portal', 'live', 'drafts', 'checklist', 'open'],
} as const satisfies Record<string, readonly IslandCatalogue[]>;

export type IslandName = keyof typeof spoken;
