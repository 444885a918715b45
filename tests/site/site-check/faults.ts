import { expect, it } from 'vitest';
import { builtPage, checkBuilt } from '../../support/built-tree.ts';
import { put } from '../../support/content-tree.ts';

/** The address of the page that most tests spoil. */
export const url = '/en/faq/return-policy/';

/** Something that may go wrong in a built site: what is written instead of what, in which file, and what is then said of which page. */
export interface Fault {
  what: string;
  file?: string;
  write: string;
  instead: string;
  page?: string;
  says: string;
}

/** A test for each fault: that the check finds it. */
export function findsEach(faults: readonly Fault[]): void {
  it.for(faults)('finds $what', async ({ file = builtPage, write, instead, page = url, says }) => {
    const { findings } = await checkBuilt({ [file]: put(write, instead) });
    expect(findings.map(({ page, reason }) => `${page} ${reason}`)).toContainEqual(
      expect.stringMatching(new RegExp(`^${escaped(page)} .*${escaped(says)}`)),
    );
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
