import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPages } from '../../../api/http/pages.ts';
import type { NoticePage, NoticeWithHistory, PublicNotices } from '../../../api/notices/contract.ts';
import { mondayMorning } from '../../support/services.ts';
import { sendJson } from '../support/ask.ts';
import { makeStaffedPortal } from '../support/portal.ts';

export const hourMs = 3_600_000;

/** A delay that begins at once and lasts until somebody ends it. */
export const lateParcels = {
  kind: 'delay',
  severity: 'minor',
  title: { ja: '雪のため、お届けに遅れが出ています', en: 'Snow is holding up deliveries' },
  text: { ja: '北陸へのお届けが1〜2日遅れます。', en: 'Deliveries to Hokuriku take one or two days longer.' },
  endsAt: null,
  categories: ['delivery'],
} as const;

/** Maintenance that nobody is to know of before it begins, in an hour. */
export const maintenance = {
  kind: 'outage',
  severity: 'major',
  title: { ja: '秘密の点検', en: 'Secret maintenance' },
  text: { ja: '点検中です。', en: 'We are at work.' },
  startsAt: mondayMorning + hourMs,
  endsAt: mondayMorning + 2 * hourMs,
  categories: [],
} as const;

/** Where the public finds notices: for programs, for readers, for feed readers. */
export const addresses = ['ja', 'en'].flatMap((language) => [
  `/notices/${language}.json`,
  `/${language}/notices/`,
  `/${language}/notices/feed.xml`,
]);

const shell = (language: string, slots: string) =>
  `<!doctype html><html lang="${language}"><body><main>${slots}</main></body></html>`;
const historySlots = `<div data-slot="current">-</div><div data-slot="past"></div>
<form id="subscribe"><div data-slot="problem" hidden></div><input id="subscribe-email" name="email" type="email">
<p class="field-error" id="subscribe-email-error" hidden></p></form>`;
const mailSlots = '<h1 data-slot="title"></h1><div data-slot="text"></div><div data-slot="button"></div>';

const at = (id: string, noun = '') => `/api/notices/${id}${noun}`;

/** The notice of an answer that has to be one. */
async function notice(answer: Response | Promise<Response>): Promise<NoticeWithHistory> {
  const response = await answer;
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as NoticeWithHistory;
}

/** A portal with the history's pages, its staff, and what they and everybody do with notices. */
export async function makeNoticingPortal() {
  const pages = createPages(async (path) => {
    const [, language, page, step] = path.split('/');
    return page === 'notices' ? shell(language ?? '', step === 'mail' ? mailSlots : historySlots) : null;
  });
  const portal = await makeStaffedPortal({ pages });
  const { ask } = portal.staff;
  return {
    ...portal,
    ask,
    at,
    publish: (input: object, headers: Record<string, string> = {}) =>
      notice(sendJson(ask, '/api/notices', input, { headers })),
    put: (id: string, noun: string, value: object) => sendJson(ask, at(id, noun), value, { method: 'PUT' }),
    update: (id: string, value: object, headers: Record<string, string> = {}) =>
      sendJson(ask, at(id, '/updates'), value, { headers }),
    notice,
    read: (id: string) => notice(ask(at(id))),
    list: async (view: string) => (await (await ask(`/api/notices?view=${view}`)).json()) as NoticePage,
    current: async (language = 'ja') =>
      (await (await portal.app.request(`/notices/${language}.json`)).json()) as PublicNotices,
    text: async (path: string) => (await portal.app.request(path)).text(),
    exported: () => exportedFiles(portal.folder),
  };
}

/** Every exported file of a data folder, by its path. */
export async function exportedFiles(dataDir: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const cwd = join(dataDir, 'exported');
  for await (const path of glob('**/*.*', { cwd })) files[path] = await readFile(join(cwd, path), 'utf8');
  return files;
}
