import { html } from 'hono/html';
import { type ThreadKind, threadKinds, type ThreadLane, type ThreadPage } from '../contract.ts';
import type { Fragment } from '../../http/pages.ts';
import { headOf } from './head.ts';
import { boardName, pager, type Surroundings, whoTag } from './parts.ts';
import { threadList } from './thread-list.ts';
import { pageTexts } from './texts.ts';

/** What of a board, or of all, is shown. */
export interface Shown {
  board: string | undefined;
  kind: ThreadKind | undefined;
  lane: ThreadLane | undefined;
}

/** The questions that somebody may look for by how they stand. */
const shownLanes = ['unanswered', 'answered', 'solved'] as const satisfies ThreadLane[];

/** A page of a board's threads, or of all boards', in the site's shell; `null` when the build has none. */
export function listPage(around: Surroundings, shown: Shown, list: ThreadPage): Promise<string | null> {
  const { services, language } = around;
  const says = pageTexts[language];
  const { board, kind, lane } = shown;
  const path = `/${language}/forum/${board === undefined ? '' : `${board}/`}`;
  const name = board === undefined ? says.forum : boardName(around, board);
  const title = board === undefined ? name : `${name} | ${says.forum}`;
  const isWhole = kind === undefined && lane === undefined;
  const filter: Record<string, string> = lane ? { lane } : kind ? { kind } : {};
  const address = (page: number) => addressWith(path, { ...filter, ...(page > 1 ? { page: String(page) } : {}) });
  const category = services.categories().find(({ slug }) => slug === board);
  return services.pages.filled(path, {
    'page-title': html`${list.page > 1 ? `${title} (${list.page})` : title} | ${services.portal().name[language]}`,
    'page-head': headOf(around, {
      title,
      description: category?.description[language] ?? leads[language],
      address: isWhole ? address : () => path,
      page: list.page,
      pages: list.pages,
      type: 'website',
      feed: { address: `${path}feed.xml`, title: says.feedOf(name) },
      isIndexed: isWhole && list.threads.length > 0,
    }),
    who: whoTag(around, address(list.page)),
    filters: filters(around, path, shown),
    threads: threadList(around, list.threads, {
      withBoard: board === undefined,
      none: isWhole ? says.none : says.noneHere,
    }),
    pager: pager(language, list, address, [says.newer, says.older]),
  });
}

/** The kinds of thread, and how questions stand: each a link. */
function filters({ language }: Surroundings, path: string, { kind, lane }: Shown): Fragment {
  const says = pageTexts[language];
  const areQuestions = lane !== undefined || kind === 'question';
  return html`<ul>
      ${link(path, says.all, !kind && !lane)}
      ${threadKinds.map((one) =>
        link(addressWith(path, { kind: one }), says.kinds[one], one === 'question' ? areQuestions : kind === one),
      )}
    </ul>
    ${
      areQuestions
        ? html`<ul>
            ${link(addressWith(path, { kind: 'question' }), says.allQuestions, lane === undefined)}
            ${shownLanes.map((one) => link(addressWith(path, { lane: one }), says.lanes[one], lane === one))}
          </ul>`
        : ''
    }`;
}

function link(address: string, text: string, isCurrent: boolean): Fragment {
  return isCurrent
    ? html`<li><a href="${address}" aria-current="true">${text}</a></li>`
    : html`<li><a href="${address}">${text}</a></li>`;
}

function addressWith(path: string, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
}

const leads = {
  ja: 'ほかのお客様と尋ね合い、教え合う場所です。',
  en: 'Customers ask each other, and help each other.',
};
