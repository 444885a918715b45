import { describe, expect, it } from 'vitest';
import { around, atLines, code, type Edit, link } from '../../../components/forum/marks.ts';

/** A text with what is selected between pipes, as it is after an edit. */
function done(marked: string, edit: (selection: { value: string; from: number; to: number }) => Edit): string {
  const from = marked.indexOf('|');
  const to = marked.indexOf('|', from + 1) - 1;
  const value = marked.replaceAll('|', '');
  const { from: start, to: end, text, selected } = edit({ value, from, to: to < 0 ? from : to });
  const changed = value.slice(0, start) + text + value.slice(end);
  return `${changed.slice(0, selected[0])}|${changed.slice(...selected)}|${changed.slice(selected[1])}`;
}

describe('marks', () => {
  it.each([
    ['とても|軽い|です', 'とても**|軽い|**です'],
    ['とても**|軽い|**です', 'とても|軽い|です'],
    ['so| light |now', 'so **|light|** now'],
    ['|', '**|太字|**'],
  ])('make %s bold: %s', (before, after) => {
    expect(done(before, (selection) => around(selection, '**', '太字'))).toBe(after);
  });

  it.each([
    ['一\n|二\n三|\n四', '一\n|> 二\n> 三|\n四'],
    ['|> 二\n> 三|', '|二\n三|'],
  ])('quote whole lines of %j', (before, after) => {
    expect(done(before, (selection) => atLines(selection, '> '))).toBe(after);
  });

  it.each([
    ['|こちら|を', '[こちら](|https://|)を'],
    ['|https://aruku.example/|', '[|文字|](https://aruku.example/)'],
    ['|', '[|文字|](https://)'],
  ])('link %s', (before, after) => {
    expect(done(before, (selection) => link(selection, '文字'))).toBe(after);
  });

  it.each([
    ['run |npm| now', 'run `|npm|` now'],
    ['see |a\nb|', 'see \n```\n|a\nb|\n```'],
  ])('make code of %j', (before, after) => {
    expect(done(before, (selection) => code(selection, 'code'))).toBe(after);
  });
});
