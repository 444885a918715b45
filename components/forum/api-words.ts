import { ApiProblem } from '../../api/client.ts';
import { pageLanguage } from '../base/page.ts';
import { messages } from './act-messages.ts';

/** What went wrong, in words. */
export function wordsFor(error: unknown): string {
  if (!(error instanceof ApiProblem)) return messages[pageLanguage()].unreachable;
  return error.problem.detail ?? error.problem.title;
}
