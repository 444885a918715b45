import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { startModelFile } from '../../../../api/moderation/reviewers/start-model.ts';
import { halvesOf } from '../../../bench/spam/halves.ts';
import { makeStartModel } from '../../../bench/spam/make-start-model.ts';
import { sampleServices } from '../../../bench/spam/sample-services.ts';

it('what a new portal knows is made of the trained half of the posts, by the filter as it is', async () => {
  const { services, close } = await sampleServices();
  const made = await makeStartModel(services);
  await close();
  expect(made, 'run npm run bench:spam -- make').toBe(await readFile(startModelFile, 'utf8'));
});

it('no post is in both halves, and each half has as many', async () => {
  for (const language of ['ja', 'en'] as const) {
    for (const kind of ['spam', 'honest'] as const) {
      const { trained, held } = await halvesOf(language, kind);
      expect([trained.length, held.length]).toEqual([100, 100]);
      expect(new Set([...trained, ...held].map(({ id }) => id)).size).toBe(200);
    }
  }
});
