import { describe, expect, it } from 'vitest';
import { checkBuilt, origin } from '../../support/built-tree.ts';
import { put } from '../../support/content-tree.ts';
import { type Fault, findsEach, url } from './faults.ts';

const faults: Fault[] = [
  { what: 'data that is not JSON', instead: '{"@context"', write: '{@context', says: 'is not JSON' },
  { what: 'data of another vocabulary', instead: 'https://schema.org"', write: 'https://x.example"', says: 'not of' },
  { what: 'an article without its day', instead: '"dateModified"', write: '"day"', says: 'dateModified is missing' },
  {
    what: 'a question without an answer',
    instead: '"acceptedAnswer"',
    write: '"x"',
    says: 'acceptedAnswer is missing',
  },
  { what: 'an unknown type', instead: '"Article"', write: '"Artikel"', says: 'Artikel: no rule' },
  { what: 'breadcrumbs that count from 0', instead: '"position":1', write: '"position":0', says: 'count from 1' },
  { what: 'a crumb to nowhere', instead: `"item":"${origin}/en/"`, write: `"item":"${origin}/x/"`, says: 'item leads' },
  { what: 'hours on no day', instead: '["Monday"]', write: '[]', says: 'holds on no day' },
  { what: 'hours without minutes', instead: '"10:00"', write: '"10"', says: 'times are such as' },
  { what: 'a post without its day', instead: '"datePublished"', write: '"day"', says: 'datePublished is missing' },
];

describe('the check of a built site: structured data', () => {
  findsEach(faults);

  it('finds a question that two pages of a language answer', async () => {
    const script = `<script type="application/ld+json">{"@context":"https://schema.org","@type":"Question","name":"How long?","acceptedAnswer":{"@type":"Answer","text":"A month."}}</script>`;
    const { findings } = await checkBuilt({ 'en/index.html': put(`${script}</head>`, '</head>') });
    expect(findings).toEqual([{ page: '/en/', reason: `Question: ${url} asks it, too: How long?` }]);
  });
});
