import { html } from 'hono/html';
import type { Language } from '../../../content/schema/languages.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { StopScope } from './stop-link.ts';

/** What is asked before mails stop, by what would stop; and what is said afterwards. */
export type StopStep = StopScope | 'stopped';

/** The page of one step, with a button for those that ask for one. Throws `not-found` when the build has no such page. */
export async function stopPage({ pages }: Services, language: Language, step: StopStep): Promise<string> {
  const { title, text, button } = texts[language][step];
  const page = await pages.filled(`/${language}/forum/mail/shell/`, {
    title: html`${title}`,
    text: html`<p>${text}</p>`,
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
  text: string;
  button?: string;
}

const texts: Record<Language, Record<StopStep, StepTexts>> = {
  ja: {
    one: {
      title: 'このメールを停止しますか',
      text: 'このスレッド（またはカテゴリー）の新しい投稿を、メールでお知らせしなくなります。ほかの購読はそのままです。',
      button: '停止する',
    },
    all: {
      title: 'フォーラムからのメールを停止しますか',
      text: '購読をすべて解除し、新しい投稿をメールでお知らせしなくなります。',
      button: 'すべて停止する',
    },
    stopped: {
      title: 'メールを停止しました',
      text: '新しい投稿は、いつでもフォーラムでご覧いただけます。購読は、各スレッドのページで再開できます。',
    },
  },
  en: {
    one: {
      title: 'Stop these e-mails?',
      text: 'We’ll no longer e-mail you about new posts in this thread or on this board. Whatever else you follow stays.',
      button: 'Stop them',
    },
    all: {
      title: 'Stop all e-mails about new posts?',
      text: 'You’ll no longer follow anything in the forum, and we won’t e-mail you about new posts.',
      button: 'Stop them all',
    },
    stopped: {
      title: 'These e-mails have stopped',
      text: 'You can always read new posts in the forum, and follow a thread again on its page.',
    },
  },
};
