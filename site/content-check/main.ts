import { join } from 'node:path';
import { checkContent } from './check.ts';
import { printed } from './finding.ts';

const { findings, articles } = await checkContent(join(import.meta.dirname, '../..'));
if (findings.length > 0) {
  console.error(`${printed(findings)}\n\n${findings.length} thing(s) to mend in content/`);
  process.exitCode = 1;
} else {
  process.stdout.write(`content/ is in order: ${articles.length} articles\n`);
}
