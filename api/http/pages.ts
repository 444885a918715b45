import { html } from 'hono/html';
import type { Language } from '../../content/schema/languages.ts';
import type { ProblemBody } from '../problem.ts';
import { filledIn, type Template, templateOf } from './page-template.ts';

/** Escaped HTML, as `hono/html` makes it. */
export type Fragment = ReturnType<typeof html>;

/** Pages that the site drew and the API fills. */
export interface Pages {
  /**
   * A shell with its named slots filled, see `page-template.ts`; `null` when the build has no such page. Always the same
   * names for a page.
   */
  filled(path: string, slots: Record<string, Fragment | string>): Promise<string | null>;
  /** A page as the site drew it; `null` when the build has no such page. */
  shell(path: string): Promise<string | null>;
  /** The page that says what went wrong. */
  problem(language: Language, problem: ProblemBody): Promise<string | null>;
}

/** `readShell` gives the HTML the site built for a site-absolute path, or `null`. */
export function createPages(readShell: (path: string) => Promise<string | null>): Pages {
  /** By the page and what is filled of it. Reading a shell takes longer than all the rest. */
  const templates = new Map<string, { shell: string; template: Template }>();

  async function filled(path: string, slots: Record<string, Fragment | string>) {
    const shell = await readShell(path);
    if (shell === null) return null;
    const names = Object.keys(slots);
    const key = `${path} ${names.join(' ')}`;
    let known = templates.get(key);
    if (known?.shell !== shell) templates.set(key, (known = { shell, template: templateOf(shell, names) }));
    const texts: Record<string, string> = {};
    for (const name of names) texts[name] = (await slots[name])?.toString() ?? '';
    return filledIn(known.template, texts);
  }

  return {
    filled,
    shell: readShell,
    async problem(language, problem) {
      const { title, status, detail } = problem;
      const path = status === 404 ? `/${language}/404/` : `/${language}/problem/`;
      // What the site drew says to look elsewhere, or to try again later: that holds for these.
      const keepsLead = detail === undefined && (status === 404 || status >= 500);
      return filled(path, {
        'problem-title': html`${title}`,
        ...(keepsLead ? {} : { 'problem-detail': html`${detail ?? ''}` }),
      });
    },
  };
}
