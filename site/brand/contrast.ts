import { type Brand, defaultBrand } from '../../content/schema/brand.ts';
import { contrast, hexOf, readColour } from './colour.ts';
import { type Role, roles, rolesOf, type Theme, themes, type Token, tokenRoles, tokensOf } from './tokens.ts';

/** What is written on what. Text needs 4.5 : 1 (WCAG 2.2 1.4.3); edges and signs, focus among them, 3 : 1 (1.4.11). */
export const pairs: readonly { front: Token; behind: readonly Token[]; needed: number }[] = [
  {
    front: 'ink',
    behind: ['paper', 'paper-raised', 'paper-sunken', 'accent-wash', 'mark', 'alert-wash', 'done-wash', 'caution-wash'],
    needed: 4.5,
  },
  { front: 'ink-soft', behind: ['paper', 'paper-raised', 'paper-sunken', 'accent-wash', 'done-wash'], needed: 4.5 },
  {
    front: 'accent',
    behind: ['paper', 'paper-raised', 'paper-sunken', 'accent-wash', 'alert-wash', 'done-wash', 'caution-wash'],
    needed: 4.5,
  },
  {
    front: 'accent-strong',
    behind: ['paper', 'paper-raised', 'paper-sunken', 'accent-wash', 'alert-wash', 'done-wash', 'caution-wash'],
    needed: 4.5,
  },
  { front: 'on-accent', behind: ['accent', 'accent-strong'], needed: 4.5 },
  { front: 'alert', behind: ['paper', 'paper-raised', 'paper-sunken', 'alert-wash'], needed: 4.5 },
  { front: 'done', behind: ['paper', 'paper-raised', 'paper-sunken', 'done-wash'], needed: 4.5 },
  { front: 'caution', behind: ['paper', 'paper-raised', 'paper-sunken', 'caution-wash'], needed: 4.5 },
  { front: 'rule-strong', behind: ['paper', 'paper-raised', 'paper-sunken'], needed: 3 },
];

/** Two colours that are too near to each other. */
interface Weak {
  front: Token;
  behind: Token;
  ratio: number;
  needed: number;
}

/** A colour of the brand that cannot be read where it is used. */
export interface WeakColour extends Weak {
  role: Role;
  theme: Theme;
  /** The nearest lightness of the same hue that can, as `#rrggbb`; `null` if the other colours allow none. */
  nearest: string | null;
}

/** Each colour of a brand that fails somewhere, with the worst of its pairs. */
export function weakColours(colours: Brand['colours']): WeakColour[] {
  return themes.flatMap((theme) => {
    const weak = weakPairs(rolesOf(colours, theme), theme).sort((one, other) => shareOf(one) - shareOf(other));
    const found = new Map<Role, WeakColour>();
    for (const pair of weak) {
      const chosen = roles.filter((role) => involves(pair, role) && isChosen(colours, role, theme));
      const tried = chosen.map((role) => ({ ...pair, role, theme, nearest: nearestTo(colours, role, theme) }));
      const worst = tried.find(({ nearest }) => nearest) ?? tried[0];
      if (worst && !found.has(worst.role)) found.set(worst.role, worst);
    }
    return [...found.values()];
  });
}

function weakPairs(from: ReturnType<typeof rolesOf>, theme: Theme): Weak[] {
  const tokens = tokensOf(from, theme);
  return pairs
    .flatMap(({ front, behind, needed }) => behind.map((other) => ({ front, behind: other, needed })))
    .map((pair) => ({ ...pair, ratio: contrast(tokens[pair.front], tokens[pair.behind]) }))
    .filter(({ ratio, needed }) => ratio < needed);
}

function shareOf({ ratio, needed }: Weak): number {
  return ratio / needed;
}

function involves({ front, behind }: Weak, role: Role): boolean {
  return tokenRoles[front] === role || tokenRoles[behind] === role;
}

function isChosen(colours: Brand['colours'], role: Role, theme: Theme): boolean {
  return colours[role][theme] !== defaultBrand.colours[role][theme];
}

function nearestTo(colours: Brand['colours'], role: Role, theme: Theme): string | null {
  const from = rolesOf(colours, theme);
  const step = 0.004;
  for (let away = step; away <= 1; away += step) {
    for (const l of [from[role].l - away, from[role].l + away]) {
      if (l < 0 || l > 1) continue;
      // As it would stand in the file: rounding may cost the last bit.
      const written = hexOf({ ...from[role], l });
      const changed = { ...from, [role]: readColour(written) };
      if (!weakPairs(changed, theme).some((pair) => involves(pair, role))) return written;
    }
  }
  return null;
}
