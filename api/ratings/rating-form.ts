import { html } from 'hono/html';
import type { Language } from '../../content/schema/languages.ts';
import type { Fragment } from '../http/pages.ts';
import { type Rating, type Score, scores } from './contract.ts';

/** The question on a request page that is done; `wished` is what a button of the mail said, and is sent by itself. */
export function ratingForm(language: Language, rating: Rating | null, wished: Score | null): Fragment {
  const says = texts[language];
  const chosen = wished ?? rating?.score;
  return html`<mado-rating ${wished && wished !== rating?.score ? html`data-send=""` : ''}>
    <form id="rating-form" class="form rating-form" action="rating" method="post">
      <div class="problem" data-slot="problem" role="alert" tabindex="-1" hidden></div>
      <fieldset class="choices">
        <legend>${says.question}</legend>
        ${scores.map(
          (score) =>
            html`<label>
              <input type="radio" name="score" value="${score}" required ${chosen === score ? 'checked' : ''} />
              ${says[score]}
            </label>`,
        )}
      </fieldset>
      <div class="field">
        <label for="rating-comment">${says.comment} <span class="field-optional">${says.optional}</span></label>
        <textarea id="rating-comment" name="comment" rows="3" maxlength="1000">${rating?.comment ?? ''}</textarea>
      </div>
      <p class="form-send">
        <button class="button" type="submit">${rating ? says.change : says.send}</button>
      </p>
    </form>
    <p class="rating-thanks" role="status">${rating ? says.thanks : ''}</p>
  </mado-rating>`;
}

const texts = {
  ja: {
    question: '対応にご満足いただけましたか',
    good: '満足した',
    bad: '不満がある',
    comment: 'よろしければ、理由をお聞かせください',
    optional: '任意',
    send: '評価を送る',
    change: '評価を変更する',
    thanks: 'ご評価ありがとうございました。',
  },
  en: {
    question: 'Were you happy with the help you got?',
    good: 'Yes, I was',
    bad: 'No, I wasn’t',
    comment: 'If you like, tell us why',
    optional: 'optional',
    send: 'Send',
    change: 'Change it',
    thanks: 'Thank you for telling us.',
  },
};
