// What a mail that came in says, once it is read. Nothing here has decided anything about it yet (P2).

/** `address` as written, without its angle brackets, its domain in lower case; `name` is empty where there is none. */
export type Mailbox = { address: string; name: string };

/** What a mail carries besides its text. `content` is decoded; what is an `.eml` of type message/rfc822 is a whole mail. */
export type MailAttachment = {
	name: string;
	/** As the mail has it, `type/subtype` in lower case; the content may be something else. */
	type: string;
	/** In bytes. */
	size: number;
	content: Uint8Array<ArrayBuffer>;
	/** Shown within the HTML, which names it by `cid:` and its `contentId`. */
	inline: boolean;
	/** Without its angle brackets. */
	contentId?: string;
};

/** From one character of the text to before another: a quotation, with the line that introduces it. */
export type Quotation = { from: number; to: number };

/** Headers that say whether somebody wrote it or something (RFC 3834 and friends); values as written, comments included. */
export type AutomationSigns = {
	autoSubmitted?: string;
	precedence?: string;
	autoResponseSuppress?: string;
	/** The names in lower case of those that only lists and bulk senders set: list-id, list-unsubscribe, feedback-id… */
	bulk: string[];
	/** The names in lower case of those that only answering programs set: x-autoreply, x-autorespond, x-vacation… */
	autoreply: string[];
	/** Values of X-Loop and of Delivered-To. */
	loop: string[];
	deliveredTo: string[];
	/** Of multipart/report: delivery-status, disposition-notification, feedback-report… */
	reportType?: string;
	/** `type/subtype` of the whole mail. */
	contentType: string;
};

/** One recipient that a delivery report speaks of (RFC 3464). `status` is such as 5.1.1. */
export type ReportedRecipient = {
	recipient: string;
	originalRecipient?: string;
	action: string;
	status: string;
	diagnostic?: string;
};

/** What a bounce says: of whom, and of which mail of ours, where it returns that mail or its headers. */
export type DeliveryReport = {
	recipients: ReportedRecipient[];
	original?: { messageId?: string; returnPath?: string; to: Mailbox[]; subject: string };
};

/** What was broken or cut in a mail and how it was read all the same; each once, with what it was about, cut to 120 characters. */
export type MailRepair = { what: MailRepairKind; about?: string };
export type MailRepairKind =
	| 'charset-unknown'
	| 'charset-guessed'
	| 'encoded-word-broken'
	| 'encoding-unknown'
	| 'base64-broken'
	| 'quoted-printable-broken'
	| 'boundary-missing'
	| 'boundary-unclosed'
	| 'header-broken'
	| 'header-repeated'
	| 'message-id-missing'
	| 'date-missing'
	| 'date-broken'
	| 'from-missing'
	| 'from-several'
	| 'nul-bytes'
	| 'raw-8-bit'
	| 'tnef-broken'
	| 'html-broken'
	| 'nested-too-deep'
	| 'parts-left-out'
	| 'attachments-left-out'
	| 'headers-cut'
	| 'text-cut';

/** Message-IDs are without their angle brackets. Dates are milliseconds since 1970. */
export type ReadMail = {
	/** Where the mail has none: `<SHA-256 of it>@derived.invalid`. */
	messageId: string;
	inReplyTo: string[];
	references: string[];
	/** As its sender's clock had it; nothing where it says none. */
	date?: number;
	/** The first, where there are several; a repair says so. */
	from?: Mailbox;
	sender?: Mailbox;
	replyTo: Mailbox[];
	/** Of the envelope; empty for the null sender of reports. */
	returnPath?: string;
	to: Mailbox[];
	cc: Mailbox[];
	/** On one line; empty where there is none. */
	subject: string;
	/** All that was written, quotations included; made from the HTML where there is nothing else. Lines end in `\n`. */
	text: string;
	quotations: Quotation[];
	/** As written: hostile until sanitised. */
	html?: string;
	attachments: MailAttachment[];
	signs: AutomationSigns;
	report?: DeliveryReport;
	repairs: MailRepair[];
};

/** A mail that cannot be read is kept all the same, and somebody looks at it. */
export type UnreadableReason = 'empty' | 'too-large' | 'took-too-long' | 'took-too-much-memory' | 'failed';
export type MailReading = { readable: true; mail: ReadMail } | { readable: false; reason: UnreadableReason };
