import { describe } from 'vitest';
import { origin } from '../../support/built-tree.ts';
import { type Fault, findsEach } from './faults.ts';

const faults: Fault[] = [
  { what: 'a link to nowhere', instead: 'href="#how"', write: 'href="/en/faq/returns/"', says: 'leads nowhere' },
  { what: 'a link without its closing slash', instead: 'href="#how"', write: 'href="/en"', says: '/en leads nowhere' },
  { what: 'an empty link', instead: 'href="#how"', write: 'href=""', says: 'it is empty' },
  { what: 'a whole link to nowhere', instead: 'href="#how"', write: `href="${origin}/x/"`, says: 'leads nowhere' },
  { what: 'a form to nowhere', instead: 'action="/en/"', write: 'action="/en/search/"', says: '/en/search/ leads' },
  { what: 'an anchor that is not there', instead: 'href="#how"', write: 'href="#why"', says: 'no place #why' },
  {
    what: 'an anchor that another page does not have',
    file: 'en/index.html',
    instead: '#how',
    write: '#why',
    page: '/en/',
    says: 'no place #why',
  },
  { what: 'a picture that is not there', instead: '/_astro/heel.svg', write: '/_astro/toe.svg', says: 'leads nowhere' },
  { what: 'a twin that is not there', instead: 'index.md', write: 'index.txt', says: 'leads nowhere' },
  {
    what: 'a dead link in a twin',
    file: 'en/faq/return-policy/index.md',
    instead: `](${origin}/en/)`,
    write: `](${origin}/en/faq/)`,
    page: '/en/faq/return-policy/index.md',
    says: 'leads nowhere',
  },
  {
    what: 'a space in a link within a text',
    instead: '<a href="#how">How</a>',
    write: '<div class="prose"><p>Read <a href="#how"> how </a> first.</p></div>',
    says: 'A space stands inside <a href="#how"> how </a>',
  },
];

describe('the check of a built site: links', () => {
  findsEach(faults);
});
