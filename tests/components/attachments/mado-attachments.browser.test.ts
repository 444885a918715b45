import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { attachmentLimits as limitsOfApi } from '../../../api/attachments/contract.ts';
import { attachmentLimits } from '../../../components/attachments/limits.ts';
import '../../../components/attachments/attachments.css';
import type { MadoAttachments } from '../../../components/attachments/mado-attachments.ts';
import '../../../components/attachments/mado-attachments.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { textsFor } from '../../../site/i18n/texts.ts';
import '../../../site/styles/site.css';
import { expectAccessible } from '../accessible.ts';
import { find, show } from '../fixtures.ts';

function openField(language: Language = 'ja'): MadoAttachments {
  const says = textsFor(language).files;
  show(
    `<form class="form"><textarea aria-label="message"></textarea>
      <mado-attachments class="field">
        <label for="files">${says.label}</label><p class="field-hint">${says.hint}</p>
        <input id="files" name="files" type="file" multiple>
      </mado-attachments></form>`,
    language,
  );
  return find('mado-attachments') as MadoAttachments;
}

const input = () => find('input[type=file]') as HTMLInputElement;
const fileOf = (name: string, size = 3, lastModified = 1) =>
  new File([new Uint8Array(size)], name, { type: 'text/plain', lastModified });
const lines = () => [...document.querySelectorAll('.attachment-name')].map(({ textContent }) => textContent);
const held = () => [...(input().files ?? [])].map(({ name }) => name);

async function choose(...files: File[]): Promise<void> {
  await userEvent.upload(input(), files);
}

function transfer(type: 'paste' | 'drop' | 'dragover', target: Element, files: File[], text = ''): Event {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  if (text) data.setData('text/plain', text);
  const init = { bubbles: true, cancelable: true };
  const event =
    type === 'paste'
      ? new ClipboardEvent(type, { ...init, clipboardData: data })
      : new DragEvent(type, { ...init, dataTransfer: data });
  target.dispatchEvent(event);
  return event;
}

describe('a file field', () => {
  it('knows the limits of the API', () => {
    expect(attachmentLimits).toEqual(limitsOfApi);
  });

  it('adds to what was chosen before, and holds all of it, so that the form sends it by itself', async () => {
    openField();
    await choose(fileOf('a.txt'), fileOf('b.txt'));
    await choose(fileOf('c.txt'));
    await expect.poll(lines).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(held()).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(new FormData(find('form') as HTMLFormElement).getAll('files')).toHaveLength(3);
    expect(find('[role=status]').textContent).toBe('1個のファイルを追加しました');
  });

  it('takes files out again, says so, and keeps the keyboard where it was', async () => {
    openField('en');
    await choose(fileOf('a.txt'), fileOf('b.txt'));
    await expect.poll(lines).toHaveLength(2);
    await userEvent.click(find('[aria-label="Remove “a.txt”"]'));
    await expect.poll(lines).toEqual(['b.txt']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove “b.txt”');
    expect(find('[role=status]').textContent).toBe('“a.txt” removed');
    await userEvent.click(find('.form-remove'));
    await expect.poll(() => document.activeElement).toBe(input());
    expect(held()).toEqual([]);
  });

  it('takes no more than five, and says that the others were left out', async () => {
    openField();
    await choose(...Array.from({ length: 7 }, (_, index) => fileOf(`${index}.txt`)));
    await expect.poll(lines).toHaveLength(5);
    expect(find('mado-attachments > [role=alert]').textContent).toContain('5個まで');
  });

  it('says what is too large or empty at the file, before anything is sent', async () => {
    const field = openField();
    await choose(fileOf('film.mov', attachmentLimits.fileBytes + 1), fileOf('empty.txt', 0), fileOf('a.txt'));
    await expect.poll(lines).toHaveLength(3);
    expect(field.isFine).toBe(false);
    const wrong = [...document.querySelectorAll('.attachment-list li')].map(
      (line) => line.querySelector('.field-error')?.textContent ?? '',
    );
    expect(wrong).toEqual([expect.stringContaining('1ファイル10MBまで'), expect.stringContaining('空のファイル'), '']);
    await expectAccessible(find('main'));
  });

  it('shows what the API found wrong at the file it means', async () => {
    const field = openField();
    await choose(fileOf('a.txt'), fileOf('b.exe'));
    await expect.poll(lines).toHaveLength(2);
    field.fail([
      { pointer: '#/files/1', detail: '添付できません。' },
      { pointer: '#/email', detail: 'x' },
    ]);
    await expect
      .poll(() => document.querySelector('li:nth-child(2) .field-error')?.textContent)
      .toBe('添付できません。');
    expect(document.querySelector('li:first-child .field-error')).toBeNull();
  });

  it('takes a screenshot that is pasted into the text, and leaves text that comes with a picture alone', async () => {
    openField();
    const screenshot = new File([new Uint8Array(9)], 'image.png', { type: 'image/png' });
    expect(transfer('paste', find('textarea'), [screenshot]).defaultPrevented).toBe(true);
    expect(transfer('paste', find('textarea'), [screenshot], 'A1').defaultPrevented).toBe(false);
    expect(transfer('paste', find('textarea'), [], 'text').defaultPrevented).toBe(false);
    await expect.poll(lines).toEqual(['貼り付けた画像 1.png']);
  });

  it('takes files that are dropped on the form, and shows that it will', async () => {
    const field = openField();
    expect(transfer('dragover', find('textarea'), [fileOf('a.txt')]).defaultPrevented).toBe(true);
    expect(field.classList.contains('takes-drop')).toBe(true);
    transfer('drop', find('form'), [fileOf('a.txt')]);
    expect(field.classList.contains('takes-drop')).toBe(false);
    await expect.poll(lines).toEqual(['a.txt']);
  });

  it('says file by file how much has left', async () => {
    const field = openField('en');
    await choose(fileOf('a.txt', 100), fileOf('b.txt', 100));
    await expect.poll(lines).toHaveLength(2);
    field.sentBytes = 150;
    await field.updateComplete;
    const bars = [...document.querySelectorAll('progress')];
    expect(bars.map(({ value }) => value)).toEqual([1, 0.5]);
    expect(bars[1]?.getAttribute('aria-label')).toBe('How much of “b.txt” is sent');
    await expectAccessible(find('main'));
  });

  it.for(['ja', 'en'] as const)('has no barriers, in %s', async (language) => {
    openField(language);
    await expectAccessible(find('main'));
    await choose(fileOf('a.txt'));
    await expect.poll(lines).toHaveLength(1);
    await expectAccessible(find('main'));
  });
});
