import { type Kysely, sql } from 'kysely';

/**
 * Whatever an agent writes on a ticket is begun for one act, and has a draft of its own. The version before writes and asks for `is_note`
 * alone: which act a row is for is told by it, and of acts that version has no drafts of it is null, which it never finds.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table draft alter column is_note drop not null;
		alter table draft add column act text;
		update draft set act = case when is_note then 'note' else 'reply' end where ticket is not null;

		create function draft_act() returns trigger language plpgsql as $$
		begin
			if new.ticket is not null then
				new.act := coalesce(new.act, case when new.is_note then 'note' else 'reply' end);
				new.is_note := case new.act when 'note' then true when 'reply' then false end;
			end if;
			return new;
		end $$;
		create trigger draft_act before insert on draft for each row execute function draft_act();

		alter table draft add constraint draft_act check (act in ('reply', 'note', 'await', 'evaluate', 'resolve'));
		alter table draft add constraint draft_act_on_ticket check ((ticket is null) = (act is null));
		drop index draft_on_ticket;
		create unique index draft_on_ticket on draft (account, ticket, act) where ticket is not null;
	`.execute(db);
}
