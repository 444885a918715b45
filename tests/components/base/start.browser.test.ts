import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { readTrail } from '../../../components/base/trail.ts';
import { fieldNamed, find, feedbackForm, searchBox, show } from '../fixtures.ts';
import { useServer } from '../network.ts';

const isLoaded = (name: string) => customElements.get(name) !== undefined;

// The script runs once a page: these tests are the stations of one visit.
describe('the script of every page', () => {
  it('remembers the article, brings elements as the reader comes near, and sends no answer past them', async () => {
    const sent = useServer({ status: 201, json: { id: 'a-vote' } });
    show(
      `${searchBox()}<article data-article="返品できる条件を教えてください"><p style="height: 3000px">本文</p></article>${feedbackForm()}`,
    );
    await import('../../../components/base/start.ts');

    expect(readTrail()).toMatchObject([
      { kind: 'page', url: location.pathname, title: '返品できる条件を教えてください' },
    ]);
    expect(isLoaded('mado-hours')).toBe(true);
    expect(isLoaded('mado-search')).toBe(false);
    expect(isLoaded('mado-feedback')).toBe(false);
    expect(isLoaded('mado-contact')).toBe(false);
    expect(isLoaded('mado-tabs')).toBe(false);
    expect(isLoaded('mado-flow')).toBe(false);

    fieldNamed('q').focus();
    await expect.poll(() => isLoaded('mado-search')).toBe(true);
    expect(isLoaded('mado-feedback')).toBe(false);

    await userEvent.click(find('button[value=yes]'));
    await expect.poll(() => sent).toHaveLength(1);
    expect(isLoaded('mado-feedback')).toBe(true);
    expect(sent[0]?.json).toMatchObject({ helpful: 'yes' });
  });
});
