import { type FieldError, Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { wrongColleagues } from './colleagues.ts';

/** What somebody wishes a conversation to be, as far as it names what the portal has. */
export interface Named {
  team?: string | null | undefined;
  assignee?: string | null | undefined;
  category?: string | null | undefined;
}

/** Throws `invalid-input` for somebody who answers no tickets, a team that is not there, and an unknown category. */
export async function assertProperties(services: Services, wish: Named): Promise<void> {
  const errors = [...(await wrongColleagues(services, wish)), ...wrongCategory(services, wish)];
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
}

function wrongCategory({ categories }: Services, { category }: Named): FieldError[] {
  const slugs = categories().map(({ slug }) => slug);
  if (category == null || slugs.includes(category)) return [];
  return [{ pointer: '#/category', detail: `a category of this portal: ${slugs.join(', ')}` }];
}
