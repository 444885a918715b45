import type { Account } from '../accounts/contract.ts';
import { may } from '../access/rules.ts';

/** Who looks on: `null` for whoever is not signed in. */
export type Viewer = Pick<Account, 'id' | 'role'> | null;

/** Whether somebody sees what waits and what was hidden. */
export function isModerator(viewer: Viewer): boolean {
  return viewer !== null && may(viewer.role, 'moderation:use');
}
