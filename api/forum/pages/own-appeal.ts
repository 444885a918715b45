import { html } from 'hono/html';
import type { Language } from '../../../content/schema/languages.ts';
import type { Fragment } from '../../http/pages.ts';
import type { AppealState, OwnStanding } from '../../moderation/contract.ts';
import type { Surroundings } from './parts.ts';

type OwnPost = OwnStanding['posts'][number];

/** What the author of a post may do about a decision, or did: revise it, ask for a second look, read what came of that. */
export function aboutDecision({ language }: Surroundings, post: OwnPost, isSentAgain: boolean): Fragment | '' {
  const says = appealTexts[language];
  const { id, visibility, decision } = post;
  if (visibility === 'returned') {
    return html`<p><a class="button" href="/${language}/forum/posts/${id}/edit">${says.revise}</a></p>`;
  }
  if (decision?.appeal) {
    const { state, answer } = decision.appeal;
    return html`<p class="notice">${says.states[state]}${answer ? html`<br />${says.answer}: ${answer}` : ''}</p>`;
  }
  return decision?.mayAppeal ? appealForm(language, post, decision.id, isSentAgain) : '';
}

function appealForm(language: Language, { id, title }: OwnPost, decision: string, isSentAgain: boolean): Fragment {
  const says = appealTexts[language];
  const form = appealFormOf(id);
  return html`<details class="own-appeal" ${isSentAgain ? 'open' : ''}>
    <summary>${says.appeal}<span class="visually-hidden">: ${title}</span></summary>
    <form id="${form}" class="form" action="/${language}/forum/posts/${id}/appeal" method="post">
      <div class="problem" data-slot="problem" role="alert" tabindex="-1" hidden></div>
      <input type="hidden" name="decision" value="${decision}" />
      <p>${says.lead}</p>
      <div class="field">
        <label for="${form}-body"><span data-label>${says.label}</span></label>
        <textarea
          id="${form}-body"
          name="body"
          rows="4"
          maxlength="2000"
          required
          aria-describedby="${form}-body-error"
        ></textarea>
        <p class="field-error" id="${form}-body-error" hidden></p>
      </div>
      <p class="form-send"><button class="button" data-primary type="submit">${says.send}</button></p>
    </form>
  </details>`;
}

/** The form by which a second look is asked for; a decision may be on several posts. */
export function appealFormOf(post: string): string {
  return `appeal-${post}`;
}

interface AppealTexts {
  revise: string;
  appeal: string;
  lead: string;
  label: string;
  send: string;
  states: Record<AppealState, string>;
  answer: string;
}

export const appealTexts: Record<Language, AppealTexts> = {
  ja: {
    revise: '修正して、もう一度確認を受ける',
    appeal: '再確認を求める',
    lead: '判断した人とは別の担当者が、もう一度確認します。どの点を見てほしいかをお書きください。',
    label: '再確認してほしい点',
    send: '送信する',
    states: {
      open: '再確認のご依頼を受け付けています。結果はメールとこのページでお知らせします。',
      upheld: '再確認の結果、判断は変わりませんでした。',
      reversed: '再確認の結果、判断を取り消しました。',
    },
    answer: '担当者から',
  },
  en: {
    revise: 'Revise it, and have it looked at again',
    appeal: 'Ask for a second look',
    lead: 'Somebody else looks at it again. Please say what they should consider.',
    label: 'What we should consider',
    send: 'Send',
    states: {
      open: 'You asked for a second look. We will tell you by e-mail and on this page what comes of it.',
      upheld: 'After a second look, the decision stands.',
      reversed: 'After a second look, the decision was reversed.',
    },
    answer: 'What we say to it',
  },
};
