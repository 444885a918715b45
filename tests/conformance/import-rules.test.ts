import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rooms, violations } from './import-rules.ts';
import { importsOf } from './imports.ts';

const root = join(import.meta.dirname, '../..');

describe('who imports whom', () => {
  it.for(rooms)('keeps to the rules in %s', async (room) => {
    const files: string[] = [];
    for await (const path of glob(`${room}/**/*.{ts,js,mjs,astro}`, { cwd: root })) {
      files.push(path.replaceAll('\\', '/'));
    }
    expect(files.length).toBeGreaterThan(2);
    const found = await Promise.all(
      files.map(async (file) => violations(file, await readFile(join(root, file), 'utf8'))),
    );
    expect(found.flat()).toEqual([]);
  });

  it.for(['content/calendar.ts', 'api/problem.ts'])(
    'keeps %s, which browsers load, free of other modules',
    async (file) => {
      const imports = importsOf(file, await readFile(join(root, file), 'utf8'));
      expect(imports.filter(({ isTypeOnly }) => !isTypeOnly)).toEqual([]);
    },
  );
});

describe('the check of imports', () => {
  it.for([
    ['content/schema/articles.ts', "import type { App } from '../../api/app.ts';", 'imports types of api/app.ts'],
    ['content/calendar.ts', "import { fire } from '../components/events.ts';", 'imports components/events.ts'],
    [
      'components/feedback/x.ts',
      "import { faqSchema } from '../../content/schema/articles.ts';",
      'imports content/schema/articles.ts',
    ],
    [
      'components/feedback/x.ts',
      "import { type Language } from '../../content/schema/languages.ts';",
      'imports content/schema/languages.ts',
    ],
    [
      'components/feedback/x.ts',
      "import { daysOffFrom } from '../../content/holidays.ts';",
      'imports content/holidays.ts',
    ],
    [
      'components/feedback/x.ts',
      "import { voteInput } from '../../api/feedback/contract.ts';",
      'imports api/feedback/contract.ts',
    ],
    ['components/feedback/x.ts', "import { createApp } from '../../api/app.ts';", 'imports api/app.ts'],
    [
      'components/feedback/x.ts',
      "import type { Database } from '../../api/db/database.ts';",
      'imports types of api/db/database.ts',
    ],
    ['components/feedback/x.ts', "import { portal } from '../../site/portal.ts';", 'imports site/portal.ts'],
    ['components/feedback/x.ts', "export * from '../../site/portal.ts';", 'imports site/portal.ts'],
    ['components/base/x.ts', "const later = () => import('../../site/portal.ts');", 'imports site/portal.ts'],
    ['components/base/x.ts', "let portal: import('../../site/portal.ts').Portal;", 'imports types of site/portal.ts'],
    ['components/search/core/x.ts', "import { html } from 'lit';", 'imports lit'],
    ['components/search/core/x.ts', "import { fire } from '../../events.ts';", 'imports components/events.ts'],
    [
      'components/search/core/x.ts',
      "import { languages } from '../../../content/schema/languages.ts';",
      'imports content/schema/languages.ts',
    ],
    ['api/tickets/x.ts', "import { portal } from '../../site/portal.ts';", 'imports site/portal.ts'],
    ['api/tickets/x.ts', "import { daysOffFrom } from '../../content/holidays.ts';", 'imports content/holidays.ts'],
    [
      'api/tickets/x.ts',
      "import { search } from '../../components/search/search.ts';",
      'imports components/search/search.ts',
    ],
    ['site/x.ts', "import { readConfig } from '../api/config.ts';", 'imports api/config.ts'],
    ['site/x.ts', "import '../tests/support/cast.ts';", 'imports tests/support/cast.ts'],
  ] as const)('sees in %s: %s', ([path, text, what]) => {
    expect(violations(path, text)).toEqual([`${path}:1 ${what}`]);
  });

  it.for([
    ['content/holidays.ts', "import holidayJp from '@holiday-jp/holiday_jp';"],
    ['components/feedback/x.ts', "import type { VoteInput } from '../../api/feedback/contract.ts';"],
    ['components/feedback/x.ts', "import type { App } from '../../api/app.ts';"],
    ['components/feedback/x.ts', "import { ApiProblem } from '../../api/client.ts';"],
    ['components/feedback/x.ts', "import { problems } from '../../api/problem.ts';"],
    ['components/feedback/x.ts', "import { openStateAt } from '../../content/calendar.ts';"],
    ['components/search/core/x.ts', "import type { Language } from '../../../content/schema/languages.ts';"],
    ['components/search/core/x.ts', "import { normalise } from './words.ts';"],
    ['api/tickets/x.ts', "import { normalise } from '../../components/search/core/words.ts';"],
    ['api/tickets/x.ts', "import { languages } from '../../content/schema/languages.ts';"],
    ['site/x.ts', "import { daysOffFrom } from '../content/holidays.ts';"],
  ] as const)('lets %s have: %s', ([path, text]) => {
    expect(violations(path, text)).toEqual([]);
  });

  it('reads the code fence and the scripts of a page, and names their lines', () => {
    const page = [
      '---',
      "import Page from './Page.astro';",
      "import { readConfig } from '../../api/config.ts';",
      '---',
      '<p>import nothing</p>',
      '<script>',
      "  import '../../api/server.ts';",
      '</script>',
    ].join('\n');
    expect(violations('site/pages/x.astro', page)).toEqual([
      'site/pages/x.astro:3 imports api/config.ts',
      'site/pages/x.astro:7 imports api/server.ts',
    ]);
  });

  it('knows every room', () => {
    expect(violations('extras/x.ts', '')).toEqual(['extras/x.ts: lies in no room']);
  });
});
