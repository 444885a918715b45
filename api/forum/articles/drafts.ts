import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The folder in which articles lie that nobody has published: `faq/en/wash-insoles.mdx`. Editors take them from there. */
export interface Drafts {
  /** Writes a file, in place of what it was. Resolves when it is on disk. */
  write(file: string, text: string): Promise<void>;
  /** Takes files away, as far as they are there. */
  remove(files: readonly string[]): Promise<void>;
}

/** Drafts in `<dataDir>/drafts`. */
export function createDrafts(dataDir: string): Drafts {
  return {
    async write(file, text) {
      const path = join(dataDir, draftsFolder, file);
      await mkdir(dirname(path), { recursive: true });
      // Whoever copies it meanwhile finds it whole.
      await writeFile(`${path}.new`, text);
      await rename(`${path}.new`, path);
    },
    async remove(files) {
      for (const file of files) await rm(join(dataDir, draftsFolder, file), { force: true });
    },
  };
}

export const draftsFolder = 'drafts';
