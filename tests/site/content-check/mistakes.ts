import { expect } from 'vitest';
import { checkTree, put } from '../../support/content-tree.ts';

/** One thing an editor may get wrong: `write` stands where valid content has `instead`. */
export interface Mistake {
  what: string;
  instead: string;
  write: string;
  line: number;
  /** Parts of the reason that name what was expected or where. */
  says: readonly string[];
  /** The correction that is offered; with `isCure`, it takes the place of what was written, and all is well. */
  example?: string;
  isCure?: boolean;
}

/** Makes the mistake in a file and expects one finding: there, with this reason, and with help that helps. */
export async function expectOneFinding(file: string, mistake: Mistake): Promise<void> {
  const { instead, write, line, says, example, isCure = false } = mistake;
  const { findings } = await checkTree({ [file]: put(write, instead) });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ file, line });
  for (const part of says) expect(findings[0]?.reason).toContain(part);
  expect(findings[0]?.example).toBe(example);
  if (!isCure) return;
  const cured = await checkTree({ [file]: put(example ?? '', instead) });
  expect(cured.findings).toEqual([]);
}
