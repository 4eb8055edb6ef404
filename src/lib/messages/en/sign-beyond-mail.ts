export const signBeyondMail = (sign: string) =>
	`Before the @ there is “${sign}”, which mail does not carry everywhere: take it out, or type it anew if it was copied.`;
