import { onTestFinished, vi } from 'vitest';
import type { PublicNotice, Severity } from '../../../api/notices/contract.ts';
import type { Language } from '../../../content/schema/languages.ts';
import '../../../components/notices/mado-notices.ts';
import { find, show } from '../fixtures.ts';

export const minuteMs = 60_000;

interface Sample {
  id: string;
  title: string;
  severity?: Severity;
  categories?: string[];
  endsAt?: number;
  text?: string;
}

/** A notice as the public files have it, with HTML in the shape that the API renders. */
export function sample({
  id,
  title,
  severity = 'minor',
  categories = [],
  endsAt,
  text = '本文',
}: Sample): PublicNotice {
  const ends = endsAt === undefined ? null : new Date(endsAt).toISOString();
  const head = `<span class="notice-label" data-severity="${severity}">遅延</span> <strong class="notice-title">${title}</strong>`;
  const body = `<div class="notice-body"><p>${text}</p><p class="notice-time"><a href="#notice-${id}">詳しく</a></p></div>`;
  const content =
    severity === 'major'
      ? `<p class="notice-head">${head}</p>${body}`
      : `<details open><summary class="notice-head">${head}</summary>${body}</details>`;
  return {
    id,
    kind: 'delay',
    severity,
    title,
    text,
    startsAt: new Date(0).toISOString(),
    endsAt: ends,
    categories,
    updates: [],
    url: `#notice-${id}`,
    html: `<li class="notice-item" data-id="${id}" data-severity="${severity}" data-hash="${title}${text}"${ends ? ` data-ends="${ends}"` : ''}>${content}</li>`,
  };
}

/** The place at the top of a page; the API filled it with these, or left it empty. */
export function place(
  notices: PublicNotice[],
  { category, language = 'ja', isFilled = true }: { category?: string; language?: Language; isFilled?: boolean } = {},
): HTMLElement {
  const items = notices.map(({ html }) => html).join('');
  const section = `<section class="notices-inner" aria-label="お知らせ"><ul class="notices-list">${items}</ul></section>`;
  show(
    `<mado-notices class="notices" ${category ? `data-category="${category}"` : ''} ${isFilled ? 'data-version="first"' : ''}>${isFilled ? section : ''}</mado-notices>`,
    language,
  );
  return find('mado-notices');
}

type Answer = PublicNotice[] | 'unreachable';

/** A file of notices that says what it was last told to say; `asked` counts how often it was asked for. */
export function useNotices(first: Answer) {
  const file = { says: first, asked: [] as string[] };
  vi.stubGlobal('fetch', async (url: string) => {
    file.asked.push(url);
    if (file.says === 'unreachable') throw new TypeError('Failed to fetch');
    const version = file.says.map(({ html }) => html).join();
    return Response.json({ version, notices: file.says });
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return file;
}

export function titles(): string[] {
  return [...document.querySelectorAll('.notice-title')].map((title) => title.textContent);
}

/** What was announced last. */
export function status(): string {
  return find('mado-notices [role=status]').textContent;
}
