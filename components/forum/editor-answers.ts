import { apiClient, ApiProblem } from '../../api/client.ts';
import type { Language } from '../../content/schema/languages.ts';
import { showProblem } from '../contact/form-errors.ts';
import { messages } from './editor-messages.ts';
import type { Pictures } from './pictures.ts';

/** A post as it will look, drawn by the API; or that this cannot be shown just now. */
export async function drawnPost(body: string, language: Language): Promise<{ html: string | null; problem: string }> {
  try {
    const answer = await apiClient(language).api.forum.preview.$post({ json: { body } });
    return { html: (await answer.json()).html, problem: '' };
  } catch {
    return { html: null, problem: messages[language].noPreview };
  }
}

/** Says in a form why its post was not taken, and what to do. Pictures that the API does not know any more are left out. */
export function explainFailure(error: unknown, form: HTMLFormElement, pictures: Pictures, language: Language): void {
  const says = messages[language];
  if (!(error instanceof ApiProblem)) return showProblem(form, says.unreachable, []);
  const { problem, slug } = error;
  if (slug === 'not-signed-in') return showProblem(form, says.signedOut, []);
  if (slug === 'state-changed') return showProblem(form, says.changed, []);
  const errors = problem.errors ?? [];
  const gone = errors.flatMap(({ pointer }) => /^#\/pictures\/(\d+)$/.exec(pointer)?.[1] ?? []);
  if (gone.length > 0) pictures.drop(gone.map(Number));
  showProblem(form, problem.detail ?? problem.title, errors);
}
