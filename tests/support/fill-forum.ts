import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { hashPassword } from '../../api/accounts/passwords.ts';
import { openDatabase } from '../../api/db/database.ts';
import { migrate } from '../../api/db/migrate.ts';
import { recounted } from '../../api/forum/counters.ts';
import { addSampleThreads, type SampleForum } from '../../api/forum/sample/sample-threads.ts';
import { createRandom } from '../../api/random.ts';
import { asker, boards, type Language, languages, numberOf, states, type ThreadState } from './forum-states.ts';

/*
 * Fills the database of a data folder with the threads of `forum-states.ts`, before a portal is started on it. A process of
 * its own: as long as it lives, it holds the database.
 */

type ThreadText = SampleForum['threads'][number];

async function fillForum(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const db = await openDatabase(join(dataDir, 'portal.db'));
  await migrate(db.raw);
  await addSampleThreads({ db, clock: Date.now, random: createRandom() }, sample());
  const passwordHash = await hashPassword(asker.password);
  for (const language of languages) {
    const thread = (state: ThreadState) =>
      sql`(select id from forum_threads where number = ${numberOf(language, state)})`;
    const opening = (state: ThreadState) =>
      sql`(select opening_post_id from forum_threads where number = ${numberOf(language, state)})`;
    const seen = (['pending', 'returned', 'hidden', 'removed'] as const).map(
      (visibility) => sql`update forum_posts set visibility = ${visibility} where id = ${opening(visibility)}`,
    );
    await db.write([
      sql`update accounts set state = 'active', password_hash = ${passwordHash} where email = ${asker[language].email}`,
      sql`update forum_threads set is_locked = 1 where id = ${thread('locked')}`,
      sql`update forum_threads set is_pinned = 1 where id = ${thread('pinned')}`,
      sql`update forum_threads set archived_at = ${Date.now()} where id = ${thread('archived')}`,
      sql`update forum_threads set merged_into_id = ${thread('solved')} where id = ${thread('merged')}`,
      sql`update forum_threads set article_url = ${`/${language}/faq/exchange-size/`} where id = ${thread('solved')}`,
      sql`update forum_posts set edited_at = created_at + 60000 where id = ${opening('solved')}`,
      // Their own answer, which waits.
      sql`update forum_posts set visibility = 'pending' where thread_id = ${thread('solved')} and body = ${texts[language].waits}`,
      ...seen,
      recounted(sql`select id from forum_threads`),
    ]);
  }
  await db.close();
}

function sample(): SampleForum {
  return {
    people: languages.flatMap((language) => [
      { id: `asker${language}`, name: asker[language].name, language, level: 2, team: false },
      { id: `friend${language}`, name: texts[language].friend, language, level: 1, team: false },
      { id: `staff${language}`, name: texts[language].staff, language, level: 0, team: true },
    ]),
    threads: languages.flatMap((language) => states.map((state) => threadIn(language, state))),
  };
}

function threadIn(language: Language, state: ThreadState): ThreadText {
  const says = texts[language];
  const kind = state === 'idea' || state === 'talk' ? state : 'question';
  const title = state === 'hostile' ? `</script><b>${says.title}` : `${says.title} (${state})`;
  const thread: Omit<ThreadText, 'body' | 'replies'> = {
    language,
    board: boards.full,
    kind,
    title,
    by: `asker${language}`,
    daysAgo: 3,
    meToo: [],
  };
  const reply = (by: string, body: string, hoursLater: number, isAccepted = false) => ({
    by: `${by}${language}`,
    body,
    hoursLater,
    isAccepted,
  });
  if (state === 'solved') {
    const replies = [reply('friend', says.short, 1), reply('staff', says.rich, 2, true), reply('asker', says.waits, 3)];
    return { ...thread, meToo: [says.wording], body: says.body, replies };
  }
  if (state === 'long') {
    const replies = Array.from({ length: 45 }, (_, count) => reply('friend', `${count + 1}. ${says.body}`, count / 10));
    return { ...thread, body: says.rich, replies };
  }
  const isQuiet = state === 'unanswered' || state === 'pending' || state === 'returned';
  return { ...thread, body: says.body, replies: isQuiet ? [] : [reply('friend', says.short, 1)] };
}

const rich = (heading: string, text: string, item: string) => `## ${heading}

${text}

- **${item}**
- \`npm-like-code --with-a-very-long-option-that-does-not-break=yes\`

> ${text}

| ${item} | cm | EU | UK | US | ${heading} |
| --- | --- | --- | --- | --- | --- |
| ${item} | 24.5 | 39 | 5.5 | 7.5 | ${text} |

\`\`\`
const width = 'EEEE'; // ${item}, and a line that is much longer than any telephone is wide, on purpose
\`\`\`

https://example.com/${'a-very-long-address-'.repeat(8)}
`;

const texts = {
  ja: {
    friend: '里山あるき',
    staff: '花沢（お客様窓口）',
    title: '中敷きだけを買い足せますか',
    body: '半年履いて、中敷きがへたってきました。靴はまだしっかりしています。同じものを買い足せるか教えてください。',
    short: '私は夏と冬で替えています。商品ページの下のほうにあります。',
    wording: 'インソールだけほしい',
    waits: 'ありがとうございます。見つけました。',
    rich: rich(
      '中敷きの選び方',
      'はい、**中敷き**だけでもお求めいただけます。[返品について](https://help.aruku.example/ja/faq/return-policy/)もご覧ください。',
      'サイズ',
    ),
  },
  en: {
    friend: 'Fellwalker',
    staff: 'Emma (customer care)',
    title: 'Can I buy just the insoles?',
    body: 'After half a year the insoles are worn out, but the shoes are fine. Can I order the same ones again, please?',
    short: 'I change mine with the seasons. They are near the end of the page of each shoe.',
    wording: 'insoles only',
    waits: 'Thank you, I have found them.',
    rich: rich(
      'How to choose',
      'Yes, you can order the **insoles** alone. See [returns](https://help.aruku.example/en/faq/return-policy/), too.',
      'Size',
    ),
  },
} as const;

await fillForum(process.argv[2] ?? '');
