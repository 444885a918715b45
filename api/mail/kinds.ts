import type { MailKind } from './mail.ts';

/**
 * Every mail that the portal sends, by name. Each stands in the folder of the feature that sends it; here it gets its
 * name in the outbox.
 */
export const mailKinds = {} satisfies Record<string, MailKind<never>>;

export type MailKindName = keyof typeof mailKinds;
/** What a kind of mail wants to know. */
export type PayloadOf<N extends MailKindName> = (typeof mailKinds)[N] extends MailKind<infer P> ? P : never;
