import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../accessible.ts';
import { find } from '../fixtures.ts';
import { openFlow, state } from './walking.ts';

const choose = (name: string) => userEvent.click(page.getByRole('link', { name, exact: true }));

describe('a flow has no barriers', () => {
  it.for(['ja', 'en'] as const)('at its first question, in %s', async (language) => {
    openFlow({ language });
    await expectAccessible(find('main'));
  });

  it('at a further question, at an outcome, and with its chart open', async () => {
    openFlow();
    await choose('小指');
    await expect.poll(state).toMatchObject({ shown: ['loosen'] });
    await expectAccessible(find('main'));
    await choose('楽になる');
    await expect.poll(state).toMatchObject({ shown: ['lace'] });
    await userEvent.click(find('.flow-chart summary'));
    await expectAccessible(find('main'));
  });

  it('at a step opened by its address', async () => {
    openFlow({ hash: '#photo' });
    await expectAccessible(find('main'));
  });

  it('with targets that a thumb hits', async () => {
    openFlow();
    await choose('小指');
    await expect.poll(state).toMatchObject({ shown: ['loosen'] });
    for (const link of document.querySelectorAll('.flow-step[data-current] .choice a, .flow-ways a')) {
      expect(link.getBoundingClientRect().height, link.textContent).toBeGreaterThanOrEqual(44);
    }
  });
});
