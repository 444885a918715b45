import { accountChanged } from '../accounts/mails/account-changed.ts';
import { addressConfirmation } from '../accounts/mails/address-confirmation.ts';
import { invitation } from '../accounts/mails/invitation.ts';
import { passwordReset } from '../accounts/mails/password-reset.ts';
import { registration } from '../accounts/mails/registration.ts';
import { signInLink } from '../accounts/mails/sign-in-link.ts';
import { forumArticle } from '../forum/articles/article-mail.ts';
import { answerAccepted } from '../forum/subscriptions/accepted-mail.ts';
import { forumDigest } from '../forum/subscriptions/digest-mail.ts';
import { forumPostMail } from '../forum/subscriptions/post-mail.ts';
import { newTicketMail } from '../desk/news/new-ticket-mail.ts';
import { appealAnswered } from '../moderation/mails/appeal-answered.ts';
import { postMadePrivate } from '../moderation/to-ticket/mail.ts';
import { postDecided } from '../moderation/mails/post-decided.ts';
import { postDecisionUndone } from '../moderation/mails/post-decision-undone.ts';
import { sanctioned, sanctionLifted } from '../moderation/mails/sanctioned.ts';
import { noticeConfirmation } from '../notices/subscriptions/confirmation-mail.ts';
import { noticeMail } from '../notices/subscriptions/notice-mail.ts';
import { ownRequestsMail } from '../own-requests/mail.ts';
import { dataErasureMail, dataExportMail } from '../privacy/confirmation-mail.ts';
import { ratingMail } from '../ratings/mail.ts';
import { ticketReceived } from '../tickets/received-mail.ts';
import { ticketReplied } from '../tickets/replied-mail.ts';
import type { MailKind } from './mail.ts';

/**
 * Every mail that the portal sends, by name. Each stands in the folder of the feature that sends it; here it gets its
 * name in the outbox.
 */
export const mailKinds = {
  invitation,
  'sign-in-link': signInLink,
  'password-reset': passwordReset,
  registration,
  'address-confirmation': addressConfirmation,
  'account-changed': accountChanged,
  'ticket-received': ticketReceived,
  'ticket-replied': ticketReplied,
  'new-ticket': newTicketMail,
  'notice-confirmation': noticeConfirmation,
  notice: noticeMail,
  'data-export': dataExportMail,
  'data-erasure': dataErasureMail,
  'own-requests': ownRequestsMail,
  rating: ratingMail,
  'post-decided': postDecided,
  'post-made-private': postMadePrivate,
  'post-decision-undone': postDecisionUndone,
  'appeal-answered': appealAnswered,
  sanction: sanctioned,
  'sanction-lifted': sanctionLifted,
  'forum-post': forumPostMail,
  'forum-digest': forumDigest,
  'answer-accepted': answerAccepted,
  'forum-article': forumArticle,
} satisfies Record<string, MailKind<unknown>>;

export type MailKindName = keyof typeof mailKinds;
/** What a kind of mail wants to know. */
export type PayloadOf<N extends MailKindName> = (typeof mailKinds)[N] extends MailKind<infer P> ? P : never;

/** A kind by the name in its row; `undefined` for one of another release. */
export function mailKindOf(name: string): MailKind<unknown> | undefined {
  return Object.hasOwn(mailKinds, name) ? mailKinds[name as MailKindName] : undefined;
}
