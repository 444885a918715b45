import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTicketInput, type TrailItem } from '../../../api/tickets/opening-contract.ts';
import { addToTrail, clearTrail, readTrail, removeFromTrail } from '../../../components/base/trail.ts';
import { cast } from '../../support/cast.ts';

const read = (url: string, at = 1): TrailItem => ({ kind: 'page', url, title: `ページ ${url}`, at });
const walked = (step: string, at = 1): TrailItem => ({
  kind: 'flow',
  url: '/ja/troubleshooting/my-shoes-hurt/',
  title: '靴が痛いとき',
  answers: [{ step: 'where', question: 'どこが痛みますか？', answer: 'つま先' }],
  step,
  reached: '次の質問',
  at,
});
const searched = (query: string, at = 1): TrailItem => ({ kind: 'search', query, at });

describe('the trail', () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  it('is empty at first', () => {
    expect(readTrail()).toEqual([]);
  });

  it('keeps what was read and searched, in order', () => {
    addToTrail(searched('返品'));
    addToTrail(read('/ja/faq/return-policy/'));
    expect(readTrail()).toEqual([searched('返品'), read('/ja/faq/return-policy/')]);
  });

  it('moves what comes again to its end', () => {
    addToTrail(read('/ja/faq/return-policy/', 1));
    addToTrail(searched('返品', 2));
    addToTrail(read('/ja/faq/return-policy/', 3));
    expect(readTrail()).toEqual([searched('返品', 2), read('/ja/faq/return-policy/', 3)]);
  });

  it('takes a page and a search for two things, even of one name', () => {
    addToTrail(searched('/ja/'));
    addToTrail(read('/ja/'));
    expect(readTrail()).toHaveLength(2);
  });

  it('keeps the way through a flow in the place of its page, and the latest way', () => {
    addToTrail(read('/ja/troubleshooting/my-shoes-hurt/'));
    addToTrail(searched('靴 痛い'));
    addToTrail(walked('toes', 3));
    expect(readTrail()).toEqual([searched('靴 痛い'), walked('toes', 3)]);
    addToTrail(walked('heel', 4));
    addToTrail(read('/ja/troubleshooting/my-shoes-hurt/', 5));
    expect(readTrail()).toEqual([searched('靴 痛い'), walked('heel', 5)]);
    const ticket = { email: cast.hanako.email, subject: '用件', message: '内容', language: 'ja', trail: readTrail() };
    expect(openTicketInput.parse(ticket).trail).toEqual(readTrail());
    removeFromTrail(walked('heel', 5));
    expect(readTrail()).toEqual([searched('靴 痛い')]);
  });

  it('keeps the last twenty, which the API takes whole', () => {
    for (let count = 1; count <= 25; count += 1) addToTrail(read(`/ja/faq/${count}/`));
    expect(readTrail().map((item) => (item.kind === 'page' ? item.url : ''))).toEqual(
      Array.from({ length: 20 }, (_, index) => `/ja/faq/${index + 6}/`),
    );
    const ticket = { email: cast.hanako.email, subject: '用件', message: '内容', language: 'ja', trail: readTrail() };
    expect(openTicketInput.parse(ticket).trail).toHaveLength(20);
  });

  it('loses what is removed, and only that', () => {
    addToTrail(searched('返品'));
    addToTrail(searched('返金'));
    removeFromTrail(searched('返品', 99));
    expect(readTrail()).toEqual([searched('返金')]);
    clearTrail();
    expect(readTrail()).toEqual([]);
  });

  it.for(['', 'not JSON', '{"kind":"page"}', 'null'])('begins anew when the tab holds %j instead', (stored) => {
    sessionStorage.setItem('mado-trail', stored);
    expect(readTrail()).toEqual([]);
    addToTrail(searched('返品'));
    expect(readTrail()).toEqual([searched('返品')]);
  });

  it('is no matter when the browser keeps nothing', () => {
    vi.stubGlobal('sessionStorage', {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    try {
      expect(() => addToTrail(searched('返品'))).not.toThrow();
      expect(readTrail()).toEqual([]);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
