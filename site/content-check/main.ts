import { join } from 'node:path';
import { publish } from './addresses.ts';
import { checkContent } from './check.ts';
import { printed } from './finding.ts';

const root = join(import.meta.dirname, '../..');
const { findings, articles, unlisted } = await checkContent(root);
if (findings.length > 0) {
  console.error(`${printed(findings)}\n\n${findings.length} thing(s) to mend in content/`);
  process.exitCode = 1;
} else if (process.argv.includes('--publish')) {
  await publish(root, unlisted);
  process.stdout.write(`content/addresses.txt holds every page: ${unlisted.length} added\n`);
} else if (unlisted.length > 0) {
  // A build does without: a page is published when it is merged, and this is what is asked before that.
  const remedy = 'List them with: npm run check:content -- --publish';
  console.error(`content/addresses.txt does not hold these pages yet:\n${unlisted.join('\n')}\n\n${remedy}`);
  process.exitCode = 1;
} else {
  process.stdout.write(`content/ is in order: ${articles.length} articles\n`);
}
