import { html } from 'hono/html';
import type { Language } from '../../../content/schema/languages.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';

export type SubscriptionStep = 'sent' | 'confirm' | 'confirmed' | 'stop' | 'stopped';

/** The page of one step, with a button for those that ask for one. Throws `not-found` when the build has no such page. */
export async function subscriptionPage(
  { pages }: Services,
  language: Language,
  step: SubscriptionStep,
): Promise<string> {
  const { title, text, button } = texts[language][step];
  const page = await pages.filled(`/${language}/notices/mail/shell/`, {
    title: html`${title}`,
    text: html`${text.map((paragraph) => html`<p>${paragraph}</p>`)}`,
    // It posts to where it stands.
    button: button
      ? html`<form method="post" class="form">
          <p class="form-send"><button class="button" data-primary type="submit">${button}</button></p>
        </form>`
      : '',
  });
  if (page === null) throw new Problem('not-found');
  return page;
}

interface StepTexts {
  title: string;
  text: string[];
  button?: string;
}

const texts: Record<Language, Record<SubscriptionStep, StepTexts>> = {
  ja: {
    sent: {
      title: '確認のメールをお送りします',
      text: [
        'ご入力のメールアドレスに、確認のメールをお送りします。メールのリンクを開くと、登録が完了します。',
        '届かないときは、迷惑メールのフォルダーと、アドレスに間違いがないかをご確認ください。',
      ],
    },
    confirm: {
      title: 'お知らせメールに登録しますか',
      text: ['障害や遅延、休業などのお知らせを、メールでお届けします。いつでも停止できます。'],
      button: '登録する',
    },
    confirmed: { title: '登録しました', text: ['これからのお知らせを、メールでお届けします。'] },
    stop: {
      title: 'お知らせメールを停止しますか',
      text: ['停止すると、メールアドレスの登録を削除します。'],
      button: '停止する',
    },
    stopped: {
      title: 'お知らせメールを停止しました',
      text: ['メールアドレスの登録を削除しました。お知らせは、いつでもお知らせのページでご覧いただけます。'],
    },
  },
  en: {
    sent: {
      title: 'Please check your e-mail',
      text: [
        'We’re sending a message to the address you gave. Open the link in it to confirm that you want notices.',
        'If it doesn’t arrive, look in your spam folder, and check the address for typing mistakes.',
      ],
    },
    confirm: {
      title: 'Get notices by e-mail?',
      text: ['We’ll e-mail you when something is out of order, late or closed. You can stop it at any time.'],
      button: 'Yes, e-mail me',
    },
    confirmed: { title: 'You’re subscribed', text: ['From now on you’ll get notices by e-mail.'] },
    stop: {
      title: 'Stop notices by e-mail?',
      text: ['We’ll delete your address from the list.'],
      button: 'Stop them',
    },
    stopped: {
      title: 'Notices by e-mail have stopped',
      text: ['Your address is off the list. You can always read notices on the notices page.'],
    },
  },
};
