import { onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { OpenedTicket, TrailItem } from '../../../api/tickets/opening-contract.ts';
import '../../../components/contact/mado-contact.ts';
import { removeLetters } from '../../../components/letters/letter-store.ts';
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
  topics = '',
}: { language?: Language; came?: readonly TrailItem[]; indexed?: readonly IndexedPage[]; topics?: string } = {}) {
  const index = useIndex(indexed);
  onTestFinished(async () => {
    document.body.replaceChildren();
    await removeLetters();
  });
  for (const item of came) addToTrail(item);
  show(contactForm(language, topics), language);
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

/** What is said of the messages that wait on this device. */
export function letterText(): string {
  return document.querySelector('[data-place=letters]')?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
}

export function letterButton(name: string): HTMLElement {
  const button = [...document.querySelectorAll<HTMLElement>('.letter button')].find(
    (known) => known.textContent.trim() === name,
  );
  if (!button) throw new Error(`There is no button ${name}`);
  return button;
}

/** The fields with an error, by name, with what they say. */
export function fieldErrors(): Record<string, string> {
  const wrong = [...document.querySelectorAll('[aria-invalid=true]')].map((field) => [
    field.getAttribute('name') ?? '',
    find(`#${field.id}-error`).hidden ? '' : find(`#${field.id}-error`).textContent,
  ]);
  return Object.fromEntries(wrong) as Record<string, string>;
}

const orderRule = {
  kind: 'text',
  required: true,
  longest: 500,
  pattern: String.raw`A-\d{4}-\d{4}`,
  example: 'A-1048-2231',
};
const sizeRule = { kind: 'number', required: false, min: 20, max: 32, unit: 'cm' };

/** Two categories that ask for the order, one of them for a size as well, as the page has them. */
export const topics = `<input type="hidden" name="category" value="" />
  <nav class="topics" aria-labelledby="topics-title">
    <h3 id="topics-title">お問い合わせの種類</h3>
    <ul>
      <li><a href="#orders" data-topic="orders">ご注文・お支払い</a></li>
      <li><a href="#returns" data-topic="returns">返品・交換</a></li>
      <li><a href="#other" data-topic="">その他</a></li>
    </ul>
  </nav>
  <div data-place="questions" class="form-part"></div>
  <template data-topic="orders">${question('order-number', 'ご注文番号', orderRule)}</template>
  <template data-topic="returns">${question('order-number', 'ご注文番号', orderRule)}${question('size', 'ご希望のサイズ', sizeRule)}
    <div class="field" data-question="worn">
      <label for="contact-answer-worn"><span data-label>屋外でお履きになりましたか</span></label>
      <select id="contact-answer-worn" name="answer-worn" aria-describedby="contact-answer-worn-error"
        data-rule='{"kind":"choice","required":false}'>
        <option value="">選んでください</option><option value="no">いいえ</option><option value="yes">はい</option>
      </select>
      <p class="field-error" id="contact-answer-worn-error" hidden></p>
    </div>
  </template>`;

function question(id: string, label: string, rule: object): string {
  return `<div class="field" data-question="${id}">
    <label for="contact-answer-${id}"><span data-label>${label}</span></label>
    <input id="contact-answer-${id}" name="answer-${id}" aria-describedby="contact-answer-${id}-error" data-rule='${JSON.stringify(rule)}' />
    <p class="field-error" id="contact-answer-${id}-error" hidden></p>
  </div>`;
}

export function chooseTopic(name: string): void {
  const link = [...document.querySelectorAll<HTMLElement>('a[data-topic]')].find((known) => known.textContent === name);
  if (!link) throw new Error(`There is no topic ${name}`);
  link.click();
}
