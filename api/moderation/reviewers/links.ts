import { limitsOf } from '../../forum/members/levels.ts';
import type { Objection, Reviewer } from '../reviewer.ts';
import { linksIn } from './found-links.ts';
import { isOwnHost } from './own-hosts.ts';
import { isEstablished } from './standing.ts';

/** For whoever nobody knows yet: what a post leads to is what most spam is for. */
const mostOfNewcomers = 0;

/** They hide where they lead. */
const shorteners = new Set(
  (
    'bit.ly t.co goo.gl tinyurl.com is.gd v.gd ow.ly buff.ly lnkd.in cutt.ly rb.gy t.ly shorturl.at rebrand.ly tiny.cc ' +
    'bl.ink adf.ly ux.nu x.gd onl.sc urx.nu s.id qr.ae bitly.com lin.ee t.me wa.me'
  ).split(' '),
);
const levelThatMayShorten = 2;

/** Links to other sites: too many for their author, shortened, or showing another address than the one they lead to. */
export const links: Reviewer = {
  name: 'links',
  look: (services, { title, body, author }) => {
    const { hosts, deceptive } = linksIn(`${title}\n${body}`);
    const foreign = hosts.filter((host) => !isOwnHost(services, host));
    const deceiving = deceptive.filter((host) => !isOwnHost(services, host));
    if (deceiving.length > 0) return found(deceiving, 0.8);
    const short = foreign.filter((host) => shorteners.has(host));
    if (short.length > 0 && author.level < levelThatMayShorten) return found(short, 0.7);
    const most = isEstablished(author) ? limitsOf(author.level).linksPerPost : mostOfNewcomers;
    return foreign.length > most ? found(foreign, Math.min(0.9, 0.4 + 0.1 * foreign.length)) : null;
  },
};

function found(hosts: readonly string[], weight: number): Objection {
  const detail = [...new Set(hosts)].slice(0, 5).join(', ').slice(0, 300);
  return { verdict: 'queue', reason: 'links', detail, weight };
}
