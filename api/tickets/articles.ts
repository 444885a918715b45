import type { By } from '../accounts/who.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Notes that staff led the customer to an article. Throws `invalid-input` for what is no article. */
export async function linkArticle(_services: Services, _id: string, _url: string, _by: By): Promise<void> {
  throw new Problem('internal');
}
