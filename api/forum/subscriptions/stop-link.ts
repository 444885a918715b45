import type { Language } from '../../../content/schema/languages.ts';
import { signedStop, stoppedBy } from '../../mail/stop-signature.ts';

/** What a link ends: one subscription, or whatever an account is mailed of new posts. */
export type StopScope = 'one' | 'all';

const kinds: Record<StopScope, string> = { one: 'forum-stop', all: 'forum-stop-all' };

/** The site-absolute address at which mails stop: of a subscription by its id, or all of an account by its id. */
export function stopPath(secret: string, scope: StopScope, id: string, language: Language): string {
  return `/${language}/forum/mail/stop/${scope}/${signedStop(secret, kinds[scope], id)}/`;
}

/** The id of the subscription or account whose link it is. Throws `link-unknown`. */
export function behindStop(secret: string, scope: StopScope, link: string): string {
  return stoppedBy(secret, kinds[scope], link);
}
