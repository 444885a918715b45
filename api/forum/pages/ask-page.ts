import { html } from 'hono/html';
import { formFilled } from '../../http/form-again.ts';
import { privateHead } from './head.ts';
import { invitation, keyField, type Surroundings, whoTag } from './parts.ts';
import { pageTexts } from './texts.ts';

/** The page for asking, with what an address says already; `null` when the build has none. */
export async function askPage(
  around: Surroundings,
  filled: { board: string; title: string },
  isSentAgain = false,
): Promise<string | null> {
  const { services, language, reader } = around;
  const path = `/${language}/forum/new/`;
  const title = language === 'ja' ? '質問する' : 'Ask a question';
  const page = await services.pages.filled(path, {
    'page-title': html`${title} | ${services.portal().name[language]}`,
    'page-head': privateHead(),
    who: whoTag(around, withBoard(path, filled.board)),
    invitation: reader ? '' : invitation(language, pageTexts[language].signInToAsk, withBoard(path, filled.board)),
    form: reader || isSentAgain ? keyField(around) : '',
  });
  if (page === null || (filled.board === '' && filled.title === '')) return page;
  return formFilled(page, 'ask', filled);
}

function withBoard(path: string, board: string): string {
  return board ? `${path}?board=${encodeURIComponent(board)}` : path;
}
