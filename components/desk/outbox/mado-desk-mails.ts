import { html, type TemplateResult } from 'lit';
import type { MailExample } from '../../../api/mail/contract.ts';
import { DeskList, type DeskQuery } from '../desk-list.ts';
import type { DeskAddress, DeskPlace } from '../desk-place.ts';
import { messages } from './messages.ts';

type Language = 'ja' | 'en';

const says = {
  ja: {
    views: { ja: '日本語', en: '英語' },
    empty: { ja: '日本語のメールはありません。', en: '英語のメールはありません。' },
    choose: '一覧からメールをお選びください。お客様に届くとおりに表示します。',
    html: 'HTML',
    text: 'テキスト',
  },
  en: {
    views: { ja: 'Japanese', en: 'English' },
    empty: { ja: 'There are no mails in Japanese.', en: 'There are no mails in English.' },
    choose: 'Choose a mail from the list to see it as customers do.',
    html: 'HTML',
    text: 'Plain text',
  },
};

/** The gallery: every mail that the portal sends, as HTML and as plain text, with examples. */
export class MadoDeskMails extends DeskList<MailExample, Language> {
  protected override readonly address: DeskAddress<Language> = {
    page: 'mails',
    views: ['ja', 'en'],
    id: /^[a-z-]+\.\d{1,2}$/,
  };
  protected override readonly changeEvent = 'mado-mail-changed';

  protected override get texts() {
    return says[this.language];
  }

  protected override async load({ view }: DeskQuery<Language>, until: AbortSignal) {
    const { examples } = await (await this.api(until).mails.$get()).json();
    return { items: examples.filter(({ language }) => language === view), next: null };
  }

  protected override idOf({ kind, number }: MailExample): string {
    return `${kind}.${number}`;
  }

  protected override line({ kind, subject, language }: MailExample): TemplateResult {
    return html`<span class="desk-line-head">
        <span class="desk-customer">${messages[this.language].kinds[kind] ?? kind}</span>
      </span>
      <span class="desk-subject" lang=${language}>${subject}</span>`;
  }

  protected override opened({ id, view }: DeskPlace<Language>): TemplateResult {
    const example = this.items?.find((item) => this.idOf(item) === id && item.language === view);
    if (!example) return html``;
    const { kind, language, number, subject, text } = example;
    const words = says[this.language];
    return html`<article class="ticket">
      <h2 class="ticket-title" lang=${language} tabindex="-1">${subject}</h2>
      <h3>${words.html}</h3>
      <iframe
        class="mail-preview"
        sandbox
        lang=${language}
        title="${words.html}: ${subject}"
        src="/api/mails/${kind}/${language}/${number}"
      ></iframe>
      <h3>${words.text}</h3>
      <pre class="mail-text" lang=${language}>${text}</pre>
    </article>`;
  }
}

customElements.define('mado-desk-mails', MadoDeskMails);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-mails': MadoDeskMails;
  }
}
