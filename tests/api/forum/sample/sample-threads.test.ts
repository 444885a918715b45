import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { addSampleThreads, sampleForum } from '../../../../api/forum/sample/sample-threads.ts';
import { portalSchema } from '../../../../content/schema/portal.ts';
import { makePortal } from '../../../support/services.ts';
import { seenBy } from '../support.ts';

const content = join(import.meta.dirname, '../../../../content');

async function read(file: string): Promise<unknown> {
  return parse(await readFile(join(content, file), 'utf8'));
}

async function sample() {
  return sampleForum.parse(await read('handbook/sample-forum.yaml'));
}

it('the sample has a dozen threads in each language, some solved, on boards that the portal has', async () => {
  const { threads } = await sample();
  const { forum } = portalSchema.parse(await read('portal.yaml'));
  for (const language of ['ja', 'en']) {
    const spoken = threads.filter((thread) => thread.language === language);
    expect(spoken.length).toBeGreaterThanOrEqual(12);
    expect(spoken.filter(({ replies }) => replies.some(({ isAccepted }) => isAccepted)).length).toBeGreaterThanOrEqual(
      6,
    );
    expect(new Set(spoken.map(({ board }) => board))).toEqual(new Set(forum?.boards));
  }
});

it('puts them into an empty forum as everybody reads them, tells nobody, and goes into no other', async () => {
  const { services, app } = await makePortal();
  const given = await sample();
  expect(await addSampleThreads(services, given)).toBe(given.threads.length);
  const wide = await seenBy(app, 2);
  expect(wide).toMatchObject({ title: '幅広の3Eと4Eで迷っています', lane: 'solved', replies: 2, meToos: 1 });
  expect(wide.accepted).toMatchObject({ isOfficial: true, author: { name: '花沢（お客様窓口）', isStaff: true } });
  const { rows } = await services.db.raw.execute(
    `select (select count(*) from forum_news where told_at is null) as news, (select count(*) from accounts where state = 'active') as active`,
  );
  expect(rows[0]).toMatchObject({ news: 0, active: 0 });
  await expect(addSampleThreads(services, given)).rejects.toThrow('has threads already');
});
