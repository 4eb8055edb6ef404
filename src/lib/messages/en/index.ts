import type { Words } from '../words.ts';
import { access } from './access.ts';
import { admin } from './admin.ts';
import { audit } from './audit.ts';
import { auth } from './auth.ts';
import { checklist } from './checklist.ts';
import { common } from './common.ts';
import { conversation } from './conversation.ts';
import { customerFile } from './customer-file.ts';
import { customers } from './customers.ts';
import { desk } from './desk.ts';
import { deskHome } from './desk-home.ts';
import { deskSearch } from './desk-search.ts';
import { deskTicket } from './desk-ticket.ts';
import { drafts } from './drafts.ts';
import { draftsWaiting } from './drafts-waiting.ts';
import { home } from './home.ts';
import { insertReply } from './insert-reply.ts';
import { issuing } from './issuing.ts';
import { keyboard } from './keyboard.ts';
import { live } from './live.ts';
import { moved } from './moved.ts';
import { open } from './open.ts';
import { order } from './order.ts';
import { organisation } from './organisation.ts';
import { ownAccount } from './own-account.ts';
import { policy } from './policy.ts';
import { portal } from './portal.ts';
import { proof } from './proof.ts';
import { receipt } from './receipt.ts';
import { refusals } from './refusals.ts';
import { satisfaction } from './satisfaction.ts';
import { savedReplies } from './saved-replies.ts';
import { search } from './search.ts';
import { ticketPage } from './ticket-page.ts';
import { turn } from './turn.ts';
import { undelivered } from './undelivered.ts';
import { whyBefore } from './why-before.ts';

export const en: Words = {
	common,
	turn,
	undelivered,
	receipt,
	conversation,
	whyBefore,
	auth,
	access,
	proof,
	portal,
	ticketPage,
	home,
	open,
	checklist,
	live,
	moved,
	drafts,
	draftsWaiting,
	search,
	satisfaction,
	savedReplies,
	insertReply,
	organisation,
	ownAccount,
	policy,
	desk,
	deskHome,
	deskSearch,
	deskTicket,
	order,
	admin,
	keyboard,
	customers,
	customerFile,
	issuing,
	audit,
	refusals,
};
