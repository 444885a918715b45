import { describe, expect, it } from 'vitest';
import { problemOf } from '../support/ask.ts';
import { serveSmallSite } from '../support/small-site.ts';

const page = '/ja/search/';
const queryOf = (parameters: number) => Array.from({ length: parameters }, (_, index) => `a${index}=1`).join('&');

describe('an address', () => {
  it('may be as long as a search that somebody pasted a letter into', async () => {
    const { app } = await serveSmallSite();
    expect((await app.request(`${page}?q=${'a'.repeat(12_000)}`)).status).toBe(200);
  });

  it('may have fifty parameters', async () => {
    const { app } = await serveSmallSite();
    expect((await app.request(`${page}?${queryOf(50)}`)).status).toBe(200);
  });

  it.each([
    ['of more than 12 KiB', `${page}?q=${'a'.repeat(12_300)}`],
    ['with a long path', `/${'a/'.repeat(6200)}`],
    ['with more than fifty parameters', `${page}?${queryOf(51)}`],
    ['with a thousand empty ones', `/api/tickets?${'&'.repeat(1000)}`],
  ])('is refused %s', async (_, address) => {
    const { app } = await serveSmallSite();
    const { title } = await problemOf(app.request(address), 'address-too-long', 414);
    expect(title).toBe('アドレスが長すぎます');
  });
});
