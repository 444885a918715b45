/** Why a mail came to what it came to, where that does not say itself. */
export const mailReasons = [
  'too-large',
  'unreadable',
  'no-sender',
  'too-many',
  'failed',
  'file-missing',
  'own-mail',
  'auto-reply',
  'list',
  'report',
  'delayed',
  'undelivered',
  'foreign-bounce',
] as const;
export type MailReason = (typeof mailReasons)[number];
