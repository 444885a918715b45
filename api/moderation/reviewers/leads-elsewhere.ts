import type { Services } from '../../services.ts';
import type { Submission } from '../reviewer.ts';
import { linksIn } from './found-links.ts';
import { isOwnHost } from './own-hosts.ts';

/** Whether a post leads to another site, by a link or by an address in its text. */
export function leadsElsewhere(services: Services, { title, body }: Pick<Submission, 'title' | 'body'>): boolean {
  return linksIn(`${title}\n${body}`).hosts.some((host) => !isOwnHost(services, host));
}
