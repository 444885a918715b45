import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../../config.ts';
import { type Draft, listDrafts, PullError, pullDrafts } from './pull-drafts.ts';

/* `npm run drafts:pull`: articles that came of the forum, from the data folder into `content/`. */

const usage = `npm run drafts:pull                       lists the drafts
npm run drafts:pull -- faq/wash-insoles   copies one into content/; all copies all that are not there
                      --translations      copies the beginnings of translations, too`;

await run().catch((error: unknown) => {
  const isExpected = error instanceof PullError || error instanceof ConfigError;
  console.error(isExpected ? `\n${error.message}\n` : error);
  process.exit(1);
});

async function run(): Promise<void> {
  const { page, hasTranslations } = readArguments();
  const places = { dataDir: readConfig(process.env).dataDir, root: join(import.meta.dirname, '../../..') };
  if (page === undefined) {
    for (const draft of await listDrafts(places)) say(line(draft));
    say('\nCopy one with: npm run drafts:pull -- faq/…');
    return;
  }
  const pulled = await pullDrafts(places, page, { hasTranslations });
  for (const { file, toDos, isStub } of pulled) {
    say(`content/${file}`);
    if (toDos > 0) say(`  asked: ${toDos} more wordings are to be found; they begin with TODO.`);
    if (isStub) say('  still to be translated; until it is, leave it out of what you publish.');
  }
  say('\nRead it through, then: npm run check:content -- --publish');
}

function line({ file, title, isStub, isPulled }: Draft): string {
  const standing = isPulled ? 'in content/' : isStub ? 'to be translated' : 'new';
  return `${file}  ${standing}  ${title}`;
}

function readArguments(): { page: string | undefined; hasTranslations: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { translations: { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.help) {
      say(usage);
      process.exit(0);
    }
    if (positionals.length > 1) throw new Error('One page at a time, or all.');
    return { page: positionals[0], hasTranslations: values.translations ?? false };
  } catch (error) {
    throw new PullError(`${error instanceof Error ? error.message : ''}\n\n${usage}`);
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
