import { describe } from 'vitest';
import { feedFile, origin } from '../../support/built-tree.ts';
import { type Fault, findsEach } from './faults.ts';

const faults: Fault[] = (
  [
    ['a feed with an open end', '</feed>', '', '<feed> is never closed'],
    ['a feed with a wrong end', '</entry>', '</entri>', '</entri> where </entry> is due'],
    ['a feed with a bare sign', 'Second &amp; last', 'Second & last', 'a sign that is not escaped'],
    ['a feed that leads nowhere', '/en/faq/return-policy/"/><id>', '/en/no/"/><id>', '/en/no/ leads nowhere'],
    ['a feed with the oldest first', '<published>2026-11-02', '<published>2026-10-01', 'The newest entry is not first'],
    ['a feed with half an address', `<a href="${origin}/en/">`, '<a href="/en/">', '/en/ is no whole address'],
    ['an entry without its day', '<updated>2026-11-02T00:00:00.000Z</updated>', '', 'an entry has no updated'],
    [
      'a feed that does not know itself',
      `rel="self" href="${origin}/en/posts/feed.xml"`,
      'rel="self" href="https://x.example/"',
      'its own address',
    ],
  ] as const
).map(([what, instead, write, says]) => ({ what, instead, write, says, file: feedFile, page: `/${feedFile}` }));

describe('the check of a built site: feeds', () => {
  findsEach(faults);
});
