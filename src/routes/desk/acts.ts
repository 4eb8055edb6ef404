/** What an agent does to a ticket; each is a named form action of the ticket's page. */
export const acts = ['reply', 'note', 'evaluate', 'await', 'resolve', 'put-back', 'resume', 'withdraw'] as const;
export type Act = (typeof acts)[number];

/** The acts after which the agent is back at the desk, ready to take the next. */
export const doneActs = ['evaluate', 'await', 'resolve', 'put-back', 'resume', 'withdraw'] as const satisfies Act[];
