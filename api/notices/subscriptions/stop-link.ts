import type { Language } from '../../../content/schema/languages.ts';
import { signedStop, stoppedBy } from '../../mail/stop-signature.ts';

const kind = 'notice-stop';

/** The site-absolute address at which a subscriber stops notices. */
export function stopPath(secret: string, subscriberId: string, language: Language): string {
  return `/${language}/notices/mail/stop/${signedStop(secret, kind, subscriberId)}/`;
}

/** The subscriber whose link it is. Throws `link-unknown`. */
export function subscriberBehind(secret: string, link: string): string {
  return stoppedBy(secret, kind, link);
}
