import { html } from 'hono/html';
import type { Language } from '../../../content/schema/languages.ts';
import type { Fragment } from '../../http/pages.ts';
import type { OwnFlag } from '../../moderation/own-flags.ts';
import { type Surroundings, timeTag } from './parts.ts';

/** What somebody reported, and what came of it; nothing where there is none. */
export function ownFlagList(around: Surroundings, flags: readonly OwnFlag[]): Fragment | '' {
  if (flags.length === 0) return '';
  const says = texts[around.language];
  return html`<section aria-labelledby="own-flags">
    <h2 id="own-flags">${says.title}</h2>
    <ol class="threads">
      ${flags.map(
        ({ title, url, outcome, createdAt }) =>
          html`<li class="thread-item">
            <h3>${url === null ? html`<bdi>${title}</bdi>` : html`<a href="${url}"><bdi>${title}</bdi></a>`}</h3>
            <p>${says.outcomes[outcome ?? 'open']}</p>
            <p class="thread-facts">${timeTag(around, createdAt)}</p>
          </li>`,
      )}
    </ol>
  </section>`;
}

interface FlagTexts {
  title: string;
  outcomes: Record<NonNullable<OwnFlag['outcome']> | 'open', string>;
}

const texts: Record<Language, FlagTexts> = {
  ja: {
    title: '報告した投稿',
    outcomes: {
      open: '担当者が確認します。結果はこのページでお知らせします。',
      agreed: 'ご報告のとおり、対応が必要な投稿と判断しました。お知らせいただき、ありがとうございました。',
      disagreed: '確認の結果、ガイドラインに反していないと判断し、掲載しています。',
      ignored: '確認しましたが、対応は行いませんでした。',
    },
  },
  en: {
    title: 'What you reported',
    outcomes: {
      open: 'Our moderators will look at it. You will see here what they decided.',
      agreed: 'You were right: something had to be done about it. Thank you for telling us.',
      disagreed: 'We looked at it, and by our guidelines it may stay.',
      ignored: 'We looked at it, and left everything as it was.',
    },
  },
};
