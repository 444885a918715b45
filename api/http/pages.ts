import { html } from 'hono/html';
import { parse } from 'node-html-parser';
import type { Language } from '../../content/schema/languages.ts';
import type { ProblemBody } from '../problem.ts';

/** Escaped HTML, as `hono/html` makes it. */
export type Fragment = ReturnType<typeof html>;

/** Pages that the site drew and the API fills. */
export interface Pages {
  /** A shell with its named slots (`data-slot`) filled; `null` when the build has no such page. */
  filled(path: string, slots: Record<string, Fragment | string>): Promise<string | null>;
  /** A page as the site drew it; `null` when the build has no such page. */
  shell(path: string): Promise<string | null>;
  /** The page that says what went wrong. */
  problem(language: Language, problem: ProblemBody): Promise<string | null>;
}

/** `readShell` gives the HTML the site built for a site-absolute path, or `null`. */
export function createPages(readShell: (path: string) => Promise<string | null>): Pages {
  async function filled(path: string, slots: Record<string, Fragment | string>) {
    const shell = await readShell(path);
    if (shell === null) return null;
    const page = parse(shell, { comment: true });
    for (const [name, content] of Object.entries(slots)) {
      const text = (await content).toString();
      for (const slot of page.querySelectorAll(`[data-slot="${name}"]`)) {
        slot.innerHTML = text;
        if (text) slot.removeAttribute('hidden');
      }
    }
    return page.toString();
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
