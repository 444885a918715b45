import type { SavedView, SavedViewInput } from '../../../api/desk/contract.ts';
import { messages } from './list-messages.ts';
import type { Done } from './list-news.ts';
import type { ListSurroundings } from './list-surroundings.ts';

/** Keeps a list under a name, or gives the one that is shown that name; what was done. */
export async function keepView(
  around: ListSurroundings,
  view: SavedViewInput,
  shown: SavedView | null,
  language: 'ja' | 'en',
): Promise<Done> {
  if (shown) await around.change(shown.id, view);
  else await around.save(view);
  return { text: messages[language].viewSaved(view.name), undo: null };
}

/** Deletes a saved list; what was done, with the way to have it again. */
export async function removeView(around: ListSurroundings, view: SavedView, language: 'ja' | 'en'): Promise<Done> {
  const { name, isShared, filter } = view;
  await around.remove(view);
  return { text: messages[language].viewDeleted(name), undo: () => around.save({ name, isShared, filter }) };
}
