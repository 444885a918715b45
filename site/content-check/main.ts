import { join } from 'node:path';
import { dateInZone } from '../../content/calendar.ts';
import { publish } from './addresses.ts';
import { checkContent } from './check.ts';
import { printed } from './finding.ts';
import { recordTranslated } from './translations.ts';

const root = join(import.meta.dirname, '../..');
const [option, ...pages] = process.argv.slice(2);
const { portal, findings, warnings, articles, posts, files, unlisted } = await checkContent(root);
if (!portal || findings.length > 0) {
  fail(`${printed(findings)}\n\n${findings.length} thing(s) to mend in content/`);
} else if (option === '--publish') {
  await publish(root, unlisted);
  say(`content/addresses.txt holds every page: ${unlisted.length} added`);
} else if (option === '--translated') {
  try {
    if (pages.length === 0)
      throw new Error('Which page? For example: --translated faq/return-policy, or --translated all');
    const today = dateInZone(Date.now(), portal.timeZone);
    const done = await recordTranslated(root, files, portal.languages, pages, today);
    say(`content/translations.tsv: ${done} translation(s) as their sources are now`);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
} else if (unlisted.length > 0) {
  // A build does without: a page is published when it is merged, and this is what is asked before that.
  const remedy = 'List them with: npm run check:content -- --publish';
  fail(`content/addresses.txt does not hold these pages yet:\n${unlisted.join('\n')}\n\n${remedy}`);
} else {
  if (warnings.length > 0) console.error(`${printed(warnings)}\n\n${warnings.length} thing(s) behind in translation\n`);
  if (option === '--strict' && warnings.length > 0) process.exitCode = 1;
  say(`content/ is in order: ${articles.length} articles, ${posts.length} posts`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(text: string): void {
  console.error(text);
  process.exitCode = 1;
}
