import { describe, expect, it } from 'vitest';
import type { MailExample } from '../../../api/mail/contract.ts';
import { mailKinds } from '../../../api/mail/kinds.ts';
import { contrast } from '../../../site/brand/colour.ts';
import { problemOf } from '../support/ask.ts';
import { makeStaffedPortal } from '../support/portal.ts';

async function makeGallery() {
  const { staff } = await makeStaffedPortal();
  const { examples } = (await (await staff.ask('/api/mails')).json()) as { examples: MailExample[] };
  return { ask: staff.ask, examples };
}

function squeezed(text: string): string {
  return text.replaceAll(/[\s>]/g, '');
}

describe('the gallery of mails', () => {
  it('has every kind in both languages', async () => {
    const { examples } = await makeGallery();
    const shown = new Set(examples.map(({ kind, language }) => `${kind} ${language}`));
    expect([...shown].sort()).toEqual(
      Object.keys(mailKinds)
        .flatMap((kind) => [`${kind} en`, `${kind} ja`])
        .sort(),
    );
  });

  it('shows each in its language only, in text and in HTML', async () => {
    const { examples, ask } = await makeGallery();
    for (const { kind, language, number, subject, text } of examples) {
      const html = await (await ask(`/api/mails/${kind}/${language}/${number}`)).text();
      expect(html).toContain(`<html lang="${language}">`);
      const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
      for (const shown of [subject, text, html.replace(/font-family:[^;"]*/g, '')]) {
        expect(japanese.test(shown), `${kind} ${language}: ${shown}`).toBe(language === 'ja');
      }
      expect(subject.length).toBeGreaterThan(5);
      expect(text).not.toMatch(/undefined|null|\[object/);
      expect(html).not.toMatch(/undefined|\[object/);
    }
  });

  it('says the same in both, and nothing that is fetched or run', async () => {
    const { examples, ask } = await makeGallery();
    for (const { kind, language, number, text } of examples) {
      const html = await (await ask(`/api/mails/${kind}/${language}/${number}`)).text();
      const shown = squeezed(
        html
          .replace(/<head>[\s\S]*<\/head>/, '')
          .replaceAll(/<[^>]*>/g, ' ')
          .replaceAll('&#39;', "'"),
      );
      const lines = text.split('\n-- \n')[0]?.split('\n') ?? [];
      for (const line of lines.filter((line) => !line.includes('://'))) {
        const words = squeezed(line.replace(/^[・-]\s*/, '').replace(/[：:]\s*/, ''));
        expect(shown.replaceAll(/[：:]/g, ''), `${kind} ${language}`).toContain(words.replaceAll(/[：:]/g, ''));
      }
      expect(html).not.toMatch(/<(script|img|link|iframe|object|form|table)\b|url\(|@import|\son\w+=/i);
      expect(html.length).toBeLessThan(20_000);
    }
  });

  it('keeps lines of text short, and addresses whole', async () => {
    const { examples } = await makeGallery();
    for (const { text } of examples) {
      for (const line of text.split('\n')) {
        if (line.includes('://')) expect(line.trim()).toMatch(/^http\S+$/);
        else
          expect(Array.from(line).reduce((width, character) => width + (character > '\u2e80' ? 2 : 1), 0)).toBeLessThan(
            79,
          );
      }
    }
  });

  it('is readable in both themes', async () => {
    const { examples, ask } = await makeGallery();
    const [{ kind, language, number } = { kind: '', language: 'ja', number: 0 }] = examples;
    const html = await (await ask(`/api/mails/${kind}/${language}/${number}`)).text();
    const paper = /class="paper"[^>]*background:(#\w{6})/.exec(html)?.[1] ?? '';
    const colours = [...html.matchAll(/[";]color:(#\w{6})/g)].map(([, colour = '']) => colour);
    expect(colours.length).toBeGreaterThan(5);
    const [, darkPaper = '', darkInk = ''] = /\.paper \{ background: (#\w+) !important; color: (#\w+)/.exec(html) ?? [];
    expect(contrast(darkPaper, darkInk)).toBeGreaterThan(7);
    const onButton = /class="button"[^>]*background:(#\w{6});color:(#\w{6})/.exec(html) ?? [];
    expect(contrast(onButton[1] ?? '', onButton[2] ?? '')).toBeGreaterThan(4.5);
    for (const colour of colours.filter((colour) => colour !== onButton[2])) {
      expect(contrast(paper, colour)).toBeGreaterThan(4.5);
    }
  });

  it('shows them in a sandbox, in frames of the desk only', async () => {
    const { ask } = await makeGallery();
    const { headers } = await ask('/api/mails/ticket-received/ja/0');
    const policy = headers.get('Content-Security-Policy')?.split('; ');
    expect(policy).toEqual(expect.arrayContaining(['sandbox', "default-src 'none'", "frame-ancestors 'self'"]));
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it.each(['nothing/ja/0', 'ticket-received/fr/0', 'ticket-received/ja/9', 'ticket-received/ja/x', 'toString/ja/0'])(
    'has no %s',
    async (path) => {
      const { ask } = await makeGallery();
      await problemOf(ask(`/api/mails/${path}`), 'not-found', 404);
    },
  );
});
