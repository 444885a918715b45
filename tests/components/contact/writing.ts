import { userEvent } from 'vitest/browser';
import type { OpenedTicket, TrailItem } from '../../../api/tickets/contract.ts';
import '../../../components/contact/mado-contact.ts';
import { addToTrail } from '../../../components/base/trail.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { cast } from '../../support/cast.ts';
import { contactForm, fieldNamed, find, show } from '../fixtures.ts';
import { type IndexedPage, useIndex } from '../search-index.ts';

export const opened: OpenedTicket = {
  reference: 'M-7K4P',
  requestUrl: '#request',
  promisedBy: Date.parse('2026-11-16T18:00:00+09:00'),
  isAnsweredByMail: true,
};

export const letter: Record<'subject' | 'message' | 'email', string> = {
  subject: '違うサイズが届きました',
  message: '24.5を注文しましたが、25.5が届きました。',
  email: cast.hanako.email,
};

export const trail: TrailItem[] = [
  { kind: 'search', query: 'サイズ違い', at: 1_000 },
  { kind: 'page', url: '/ja/faq/wrong-size-delivered/', title: '注文と違うサイズが届きました', at: 2_000 },
  { kind: 'page', url: '/ja/faq/exchange-size/', title: 'サイズの交換', at: 3_000 },
];

export const walkedFlow: TrailItem = {
  kind: 'flow',
  url: '/ja/troubleshooting/my-shoes-hurt/',
  title: '靴が痛いとき',
  answers: [
    { step: 'where', question: 'どこが痛みますか？', answer: '小指' },
    { step: 'loosen', question: 'ひもをゆるめると楽になりますか？', answer: '楽になる' },
  ],
  step: 'lace-with-a-gap',
  reached: 'ひもの通し方で直せます',
  at: 4_000,
};

/** A page with the contact form, for a reader who has come this way. */
export function openForm({
  language = 'ja',
  came = [],
  indexed = [],
}: { language?: Language; came?: readonly TrailItem[]; indexed?: readonly IndexedPage[] } = {}) {
  const index = useIndex(indexed);
  for (const item of came) addToTrail(item);
  show(contactForm(language), language);
  return { index };
}

export async function write(
  fields: Partial<Record<'subject' | 'message' | 'email' | 'name', string>> = letter,
): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await userEvent.fill(fieldNamed(name), text);
}

export async function send(): Promise<void> {
  await userEvent.click(find('button[type=submit]'));
}

/** What the summary of problems says, `null` while it says nothing. */
export function problem(): string | null {
  const summary = find('[data-slot=problem]');
  return summary.hidden ? null : (summary.querySelector('p')?.textContent ?? '');
}

/** The fields with an error, by name, with what they say. */
export function fieldErrors(): Record<string, string> {
  const wrong = [...document.querySelectorAll('[aria-invalid=true]')].map((field) => [
    field.getAttribute('name') ?? '',
    find(`#${field.id}-error`).hidden ? '' : find(`#${field.id}-error`).textContent,
  ]);
  return Object.fromEntries(wrong) as Record<string, string>;
}
