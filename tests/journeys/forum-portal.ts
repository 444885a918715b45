import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { asker, boards, type Language, threadAt } from '../support/forum-states.ts';
import { expect, test as base, whileItRuns } from './portal.ts';

/** As the other journeys, on a portal whose forum has threads in every state. */
export const test = base.extend({
  portal: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-data-'));
      await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../support/fill-forum.ts'), dataDir]);
      await whileItRuns(use, { dataDir });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** Signs in whoever began the threads. */
export async function signInAsAsker(page: Page, language: Language): Promise<void> {
  const { email } = asker[language];
  const answer = await page.request.post('/api/session', { data: { email, password: asker.password } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Pages of the forum as everybody sees them, by what is looked at. */
export const readPages: Readonly<Record<string, (language: Language) => string>> = {
  'the forum': (language) => `/${language}/forum/`,
  'the forum from another language': (language) => `/${language}/forum/#elsewhere`,
  'a board': (language) => `/${language}/forum/${boards.full}/`,
  'a board without threads': (language) => `/${language}/forum/${boards.empty}/`,
  'a filter that nothing fits': (language) => `/${language}/forum/${boards.empty}/?lane=solved`,
  'a solved question': (language) => threadAt(language, 'solved'),
  'a question without answers': (language) => threadAt(language, 'unanswered'),
  'a long thread': (language) => threadAt(language, 'long'),
  'the second page of a thread': (language) => `${threadAt(language, 'long')}?page=2`,
  'an idea': (language) => threadAt(language, 'idea'),
  'a talk with markup in its title': (language) => threadAt(language, 'hostile'),
  'a locked thread': (language) => threadAt(language, 'locked'),
  'a pinned thread': (language) => threadAt(language, 'pinned'),
  'an archived thread': (language) => threadAt(language, 'archived'),
  'a thread that waits, to others': (language) => threadAt(language, 'pending'),
  'a thread that was removed': (language) => threadAt(language, 'removed'),
  'asking, signed out': (language) => `/${language}/forum/new/`,
  'one’s own posts, signed out': (language) => `/${language}/forum/own/`,
  'the guidelines': (language) => `/${language}/forum/guidelines/`,
  joining: (language) => `/${language}/members/join/`,
  'signing in': (language) => `/${language}/members/sign-in/`,
  'the second step': (language) => `/${language}/members/code/`,
  'a mail that is on its way': (language) => `/${language}/members/sent/`,
  'a link that is none': (language) => `/${language}/members/link/`,
};

/** The same to whoever began the threads. */
export const ownPages: Readonly<Record<string, (language: Language) => string>> = {
  'the forum': (language) => `/${language}/forum/`,
  'a solved question with an answer of one’s own that waits': (language) => threadAt(language, 'solved'),
  'an answer that is thanked for a report': (language) => `${threadAt(language, 'solved')}?flagged`,
  'a question without answers': (language) => threadAt(language, 'unanswered'),
  'a locked thread': (language) => threadAt(language, 'locked'),
  'an archived thread': (language) => threadAt(language, 'archived'),
  'a question that waits': (language) => threadAt(language, 'pending'),
  'a question that was returned': (language) => threadAt(language, 'returned'),
  'a question that was hidden': (language) => threadAt(language, 'hidden'),
  asking: (language) => `/${language}/forum/new/?board=${boards.full}`,
  'one’s own posts': (language) => `/${language}/forum/own/`,
};
