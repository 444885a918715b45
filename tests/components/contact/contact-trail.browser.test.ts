import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readTrail } from '../../../components/base/trail.ts';
import { expectAccessible } from '../accessible.ts';
import { find } from '../fixtures.ts';
import { useServer } from '../network.ts';
import { opened, openForm, send, trail, walkedFlow, write } from './writing.ts';

const shown = () =>
  [...document.querySelectorAll('.trail li > span')].map((item) => item.textContent.replaceAll(/\s+/g, ' ').trim());
const removeButton = (name: string) => page.getByRole('button', { name: `「${name}」を外す` });

describe('the trail in the contact form', () => {
  it('is not spoken of when there is none', () => {
    openForm();
    expect(document.querySelector('.trail')).toBeNull();
  });

  it('is shown as it will be sent, pages by their titles', async () => {
    openForm({ came: trail });
    await expect.poll(shown).toEqual(['検索サイズ違い', '閲覧注文と違うサイズが届きました', '閲覧サイズの交換']);
  });

  it('shows what was answered in a flow, and where it led, and sends it', async () => {
    const sent = useServer({ status: 201, json: opened });
    openForm({ came: [walkedFlow] });
    await expect
      .poll(() => [...document.querySelectorAll('.trail-answers > span')].map((line) => line.textContent))
      .toEqual(['どこが痛みますか？ 小指', 'ひもをゆるめると楽になりますか？ 楽になる', '→ ひもの通し方で直せます']);
    await expectAccessible(find('main'));
    await write();
    await send();
    await expect.poll(() => sent).toHaveLength(1);
    expect(sent[0]?.json).toMatchObject({ trail: [walkedFlow] });
  });

  it('loses what the reader removes, and the focus goes to what follows', async () => {
    openForm({ came: trail });
    await userEvent.click(removeButton('注文と違うサイズが届きました'));
    expect(shown()).toEqual(['検索サイズ違い', '閲覧サイズの交換']);
    await expect.element(removeButton('サイズの交換')).toHaveFocus();
    expect(find('mado-contact [role=status]').textContent).toBe('「注文と違うサイズが届きました」を外しました');
    expect(readTrail()).toEqual([trail[0], trail[2]]);
  });

  it('moves the focus back when the last one goes, and to the send button when none is left', async () => {
    openForm({ came: trail.slice(0, 2) });
    await userEvent.click(removeButton('注文と違うサイズが届きました'));
    await expect.element(removeButton('サイズ違い')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: '送信する' })).toHaveFocus();
    expect(document.querySelector('.trail')).toBeNull();
    expect(readTrail()).toEqual([]);
  });

  it('is sent without what was removed', async () => {
    const sent = useServer({ status: 201, json: opened });
    openForm({ came: trail });
    await userEvent.click(removeButton('サイズ違い'));
    await write();
    await send();
    await expect.poll(() => sent).toHaveLength(1);
    expect(sent[0]?.json).toMatchObject({ trail: trail.slice(1) });
  });
});
