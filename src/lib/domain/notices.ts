/** What the system writes to people by mail; each is a row of `mail_out`, in the words of its receiver's language. */
export const noticeKinds = ['hold-placed', 'reminder', 'lapsed', 'lapse-moved', 'merged', 'handed-over'] as const;
export type NoticeKind = (typeof noticeKinds)[number];
