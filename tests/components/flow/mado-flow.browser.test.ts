import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readTrail } from '../../../components/base/trail.ts';
import { find, listen } from '../fixtures.ts';
import { openFlow, state } from './walking.ts';

const choose = (name: string) => userEvent.click(page.getByRole('link', { name, exact: true }));
const heading = (name: string) => page.getByRole('heading', { name });
const back = '前の質問に戻る';
const restart = 'はじめからやり直す';

describe('a flow', () => {
  it('begins with its first question alone', () => {
    openFlow();
    expect(state()).toEqual({ shown: ['where'], answers: [], ways: [] });
    expect(readTrail()).toEqual([]);
  });

  it('goes on with each choice: its address, its heading with the focus, the answers so far', async () => {
    openFlow();
    await choose('小指');
    await expect.poll(state).toEqual({ shown: ['loosen'], answers: ['小指'], ways: [back, restart] });
    expect(location.hash).toBe('#loosen');
    await expect.element(heading('ひもをゆるめると、楽になりますか？')).toHaveFocus();
    await choose('それでも痛い');
    await expect.poll(state).toMatchObject({ shown: ['exchange'], answers: ['小指', 'それでも痛い'] });
    await expect.element(heading('無料で交換できます')).toHaveFocus();
  });

  it('is walked with the keyboard alone', async () => {
    openFlow();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.poll(state).toMatchObject({ shown: ['loosen'] });
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.poll(state).toMatchObject({ shown: ['exchange'] });
  });

  it('goes back by its own link as by the browser, and forward again', async () => {
    openFlow();
    await choose('小指');
    await choose('楽になる');
    await expect.poll(state).toMatchObject({ shown: ['lace'] });
    await choose(back);
    await expect.poll(state).toMatchObject({ shown: ['loosen'], answers: ['小指'] });
    history.back();
    await expect.poll(state).toEqual({ shown: ['where'], answers: [], ways: [] });
    await expect.element(heading('どこが痛みますか？')).toHaveFocus();
    history.forward();
    await expect.poll(state).toMatchObject({ shown: ['loosen'], answers: ['小指'] });
  });

  it('starts again, and returns to a question that was answered', async () => {
    openFlow();
    await choose('小指');
    await choose('楽になる');
    await choose('ひもをゆるめると、楽になりますか？');
    await expect.poll(state).toMatchObject({ shown: ['loosen'], answers: ['小指'] });
    await choose(back);
    await expect.poll(state).toMatchObject({ shown: ['where'] });
    await choose('縫い目');
    await choose(restart);
    await expect.poll(state).toEqual({ shown: ['where'], answers: [], ways: [] });
  });

  it('opens at the step of a shared address, with a way to the start and no answers', async () => {
    const heard = listen('mado-flow-step');
    openFlow({ hash: '#loosen' });
    expect(state()).toEqual({ shown: ['loosen'], answers: [], ways: [restart] });
    expect(heard).toEqual([{ version: 1, url: location.pathname, step: 'loosen', isOutcome: false }]);
    expect(readTrail()).toEqual([]);
    await choose('楽になる');
    await expect.poll(state).toMatchObject({ shown: ['lace'], answers: ['楽になる'] });
  });

  it('finds its answers again after the page was reloaded', async () => {
    openFlow();
    await choose('小指');
    await expect.poll(state).toMatchObject({ shown: ['loosen'] });
    const element = find('mado-flow');
    const again = element.cloneNode(true) as HTMLElement;
    again.removeAttribute('data-ready');
    for (const added of again.querySelectorAll('.flow-path, .flow-ways')) added.remove();
    element.replaceWith(again);
    expect(state()).toEqual({ shown: ['loosen'], answers: ['小指'], ways: [back, restart] });
  });

  it('stays where it is when the address names another place of the page', async () => {
    openFlow();
    await choose('小指');
    await expect.poll(state).toMatchObject({ shown: ['loosen'] });
    location.hash = '#main';
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(state()).toMatchObject({ shown: ['loosen'], answers: ['小指'] });
    await choose(back);
    await expect.poll(state).toMatchObject({ shown: ['where'] });
  });

  it('puts the answers and where they led on the trail, as they were read', async () => {
    openFlow();
    await choose('小指');
    await choose('楽になる');
    await expect.poll(readTrail).toMatchObject([
      {
        kind: 'flow',
        url: location.pathname,
        title: '靴が痛いとき',
        answers: [
          { step: 'where', question: 'どこが痛みますか？', answer: '小指' },
          { step: 'loosen', question: 'ひもをゆるめると、楽になりますか？', answer: '楽になる' },
        ],
        step: 'lace',
        reached: 'ひもの通し方で直せます',
      },
    ]);
  });

  it('tells of each step that was reached, and not of going back', async () => {
    const heard = listen('mado-flow-step');
    openFlow();
    await choose('小指');
    await choose('楽になる');
    await choose(back);
    await expect.poll(state).toMatchObject({ shown: ['loosen'] });
    expect(heard.map(({ step, isOutcome }) => `${step} ${isOutcome}`)).toEqual(['loosen false', 'lace true']);
  });

  it('opens a step from the whole chart', async () => {
    openFlow();
    await choose('小指');
    await userEvent.click(find('.flow-chart summary'));
    await userEvent.click(find('.chart-step'));
    expect(state()).toMatchObject({ shown: ['loosen'] });
  });
});
