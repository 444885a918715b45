import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { noticeLabel } from '../../../api/notices/render.ts';
import type { Notice } from '../../../api/notices/contract.ts';
import { noticeLabelText } from '../../../components/desk/notices/notice-line.ts';

const kinds = ['outage', 'delay', 'shortage', 'holiday'] as const satisfies readonly Notice['kind'][];
const severities = ['information', 'minor', 'major'] as const satisfies readonly Notice['severity'][];
const cases = kinds.flatMap((kind) => severities.map((severity) => ({ kind, severity })));

describe('the desk and the pages', () => {
  it.for(cases)('call a notice the same: $kind, $severity', async (notice) => {
    for (const language of ['ja', 'en'] as const) {
      const onPages = parse(String(await noticeLabel(notice as Notice, language))).textContent.trim();
      expect(noticeLabelText(notice, language)).toBe(onPages);
    }
  });
});
