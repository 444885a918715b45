import { createPages } from '../../../api/http/pages.ts';
import { article } from '../../support/services.ts';

/* Pages in the shape that the site builds them, with everything left out that the API does not touch. */

const problemPlace = '<div class="problem" data-slot="problem" role="alert" tabindex="-1" hidden></div>';

const contact = page(`<form id="contact" class="form" action="/api/tickets" method="post">
  ${problemPlace}
  <input type="hidden" name="language" value="ja">
  ${field('contact', 'subject', '件名', 'text')}
  ${field('contact', 'message', 'ご質問', 'textarea')}
  ${field('contact', 'email', 'メールアドレス', 'email')}
  ${field('contact', 'name', 'お名前', 'text')}
  ${field('contact', 'files', 'ファイルを添付', 'file')}
  <button type="submit">送信する</button>
</form>`);

/** The page of a category with its questions. */
const returns = contact.replace(
  '<input type="hidden" name="language" value="ja">',
  `<input type="hidden" name="language" value="ja"><input type="hidden" name="category" value="returns">
  ${field('contact', 'answer-order-number', 'ご注文番号', 'text')}
  ${field('contact', 'answer-size', 'ご希望のサイズ', 'text')}
  <label for="contact-answer-worn"><span data-label>屋外でお履きになりましたか</span></label>
  <select id="contact-answer-worn" name="answer-worn"><option value=""></option><option value="no">いいえ</option></select>`,
);

const request = page(`<h1 data-slot="subject"></h1>
<dl><dd class="reference" data-slot="reference"></dd><dd data-slot="state"></dd></dl>
<p class="notice" data-slot="promise" hidden></p>
<dl class="answers" data-slot="answers" hidden></dl>
<ol class="messages" data-slot="messages"></ol>
<form id="answer" class="form" action="messages" method="post">
  ${problemPlace}
  <div data-slot="key"></div>
  ${field('answer', 'message', 'お返事', 'textarea')}
  ${field('answer', 'files', 'ファイルを添付', 'file')}
  <button type="submit">送信する</button>
</form>
<span data-slot="address" data-address></span>`);

const feedback = page(`<form id="feedback" action="/api/feedback/votes" method="post">
  <input type="hidden" name="language" value="ja">
  <input type="hidden" name="kind" value="faq">
  <input type="hidden" name="slug" value="return-policy">
  ${problemPlace}
  <button type="submit" name="helpful" value="yes">はい</button>
</form>`);

const problem = page(
  '<h1 data-slot="problem-title">処理できませんでした</h1><p data-slot="problem-detail">時間をおいてお試しください。</p>',
);
const notFound = page(
  '<h1 data-slot="problem-title">見つかりません</h1><p data-slot="problem-detail">検索してみてください。</p>',
);

const shells: Record<string, string> = {
  '/ja/contact/': contact,
  '/ja/contact/returns/': returns,
  '/ja/requests/shell/': request,
  '/en/requests/shell/': request,
  '/ja/problem/': problem,
  '/ja/404/': notFound,
  [article.url]: feedback,
};

/** Pages as a small built site has them. */
export const smallPages = createPages(async (path) => shells[path] ?? null);

function page(body: string): string {
  return `<!doctype html>\n<html lang="ja"><head><title>窓口</title></head><body>${body}</body></html>`;
}

function field(form: string, name: string, label: string, type: 'text' | 'email' | 'textarea' | 'file'): string {
  const id = `${form}-${name}`;
  const shared = `id="${id}" name="${name}" aria-describedby="${id}-error"`;
  const control = type === 'textarea' ? `<textarea ${shared} rows="8"></textarea>` : `<input ${shared} type="${type}">`;
  return `<div class="field">
    <label for="${id}"><span data-label>${label}</span></label>
    ${control}
    <p class="field-error" id="${id}-error" hidden></p>
  </div>`;
}
