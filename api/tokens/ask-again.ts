import type { Context } from 'hono';
import type { Env } from '../http/env.ts';
import { Problem, type ProblemSlug } from '../problem.ts';

const deadLinks: ReadonlySet<ProblemSlug> = new Set(['link-unknown', 'link-expired']);

/**
 * What is behind the link of a mail. Where it does not work, somebody who reads in a browser is shown the form that sends
 * another one: `id` is the form's, and the name of its page.
 */
export async function orAskAgain<T>(c: Context<Env>, id: 'my-requests' | 'my-data', found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    const isDead = error instanceof Problem && deadLinks.has(error.slug);
    if (!isDead || !c.req.header('Accept')?.includes('text/html')) throw error;
    const language = c.get('language');
    c.set('form', { id, page: () => c.get('services').pages.shell(`/${language}/${id}/`) });
    throw new Problem(error.slug, { detail: texts[language] });
  }
}

const texts = {
  ja: 'メールアドレスをご入力いただくと、新しいリンクをお送りします。',
  en: 'Enter your e-mail address, and we’ll send you a new link.',
};
