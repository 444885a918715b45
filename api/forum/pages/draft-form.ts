import { html } from 'hono/html';
import type { Language } from '../../../content/schema/languages.ts';
import { may } from '../../access/rules.ts';
import type { Fragment } from '../../http/pages.ts';
import type { Thread } from '../contract.ts';
import type { Surroundings } from './parts.ts';

/** What makes a draft of an article of the accepted answer, for whoever may; that one was made just now. */
export function draftForm(
  { language, reader }: Surroundings,
  { accepted, article }: Thread,
  wasDrafted: boolean,
): Fragment | '' {
  if (!accepted || article || !reader || !may(reader.role, 'article-drafts:make')) return '';
  const says = texts[language];
  return html`${wasDrafted ? html`<p class="notice" role="status">${says.drafted}</p>` : ''}
    <form class="me-too" action="article-draft" method="post">
      <button class="post-act" type="submit">${says.draft}</button>
    </form>`;
}

const texts: Record<Language, { draft: string; drafted: string }> = {
  ja: {
    draft: '解決した回答から記事の下書きを作る',
    drafted: '記事の下書きを作りました。npm run drafts:pull で取り込めます。',
  },
  en: {
    draft: 'Draft an article from the accepted answer',
    drafted: 'An article is drafted. Take it into the content with npm run drafts:pull.',
  },
};
