import type { Brand } from '../../content/schema/brand.ts';
import { type Colour, contrast, hexOf, readColour } from './colour.ts';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What an editor may choose. */
export const roles = ['accent', 'ink', 'paper'] as const;
export type Role = (typeof roles)[number];

/** Each colour that the style sheets name, and the role that it is drawn from; without one it means the same everywhere. */
export const tokenRoles = {
  paper: 'paper',
  'paper-raised': 'paper',
  'paper-sunken': 'paper',
  ink: 'ink',
  'ink-soft': 'ink',
  rule: 'paper',
  'rule-strong': 'ink',
  accent: 'accent',
  'accent-strong': 'accent',
  'accent-wash': 'accent',
  'on-accent': 'accent',
  mark: null,
  alert: null,
  'alert-wash': null,
  done: null,
  'done-wash': null,
  caution: null,
  'caution-wash': null,
} as const satisfies Record<string, Role | null>;
export type Token = keyof typeof tokenRoles;

type Fixed = { [T in Token]: (typeof tokenRoles)[T] extends null ? T : never }[Token];

/** Colours that mean something, which no brand changes: the same words, the same colours. */
const meanings: Record<Theme, Record<Fixed, Colour>> = {
  light: {
    mark: { l: 0.92, c: 0.08, h: 95 },
    alert: { l: 0.46, c: 0.16, h: 27 },
    'alert-wash': { l: 0.96, c: 0.018, h: 27 },
    done: { l: 0.42, c: 0.09, h: 155 },
    'done-wash': { l: 0.955, c: 0.025, h: 155 },
    caution: { l: 0.47, c: 0.1, h: 65 },
    'caution-wash': { l: 0.96, c: 0.03, h: 80 },
  },
  dark: {
    mark: { l: 0.4, c: 0.07, h: 95 },
    alert: { l: 0.8, c: 0.11, h: 27 },
    'alert-wash': { l: 0.25, c: 0.035, h: 27 },
    done: { l: 0.8, c: 0.1, h: 155 },
    'done-wash': { l: 0.25, c: 0.03, h: 155 },
    caution: { l: 0.83, c: 0.1, h: 80 },
    'caution-wash': { l: 0.26, c: 0.03, h: 75 },
  },
};

/** The three colours of a theme, as the settings have them. */
export function rolesOf(colours: Brand['colours'], theme: Theme): Record<Role, Colour> {
  const read = (role: Role) => readColour(colours[role][theme]);
  return { accent: read('accent'), ink: read('ink'), paper: read('paper') };
}

/** Every colour of a theme as `#rrggbb`, drawn from the three. What is checked is what is shown: nothing is left to a screen. */
export function tokensOf({ accent, ink, paper }: Record<Role, Colour>, theme: Theme): Record<Token, string> {
  const isLight = theme === 'light';
  const tinted = (lightness: number, chroma: number) =>
    hexOf({ l: lightness, c: Math.min(chroma, accent.c), h: accent.h });

  const shown = hexOf(accent);
  const [pale, deep] = [tinted(0.99, 0.005), tinted(0.18, 0.04)];
  const isPaler = accent.l > paper.l;
  return {
    paper: hexOf(paper),
    'paper-raised': isLight ? shifted(paper, 0.016, -0.007) : shifted(paper, 0.04, 0.001),
    'paper-sunken': isLight ? shifted(paper, -0.028, 0.004) : shifted(paper, -0.027),
    ink: hexOf(ink),
    'ink-soft': isLight ? shifted(ink, 0.2, 0.002) : shifted(ink, -0.16, 0.002),
    rule: isLight ? shifted(paper, -0.099, 0.005) : shifted(paper, 0.135, 0.003),
    'rule-strong': isLight ? shifted(ink, 0.34, 0.002) : shifted(ink, -0.31, 0.003),
    accent: shown,
    'accent-strong': shifted(accent, isPaler ? 0.07 : -0.08, isPaler ? -0.02 : -0.005),
    'accent-wash': isLight ? tinted(0.95, 0.02) : tinted(0.27, 0.04),
    'on-accent': contrast(pale, shown) > contrast(deep, shown) ? pale : deep,
    ...(Object.fromEntries(Object.entries(meanings[theme]).map(([name, colour]) => [name, hexOf(colour)])) as Record<
      Fixed,
      string
    >),
  };
}

/** Every colour of both themes as `#rrggbb`. */
export function shownColours(colours: Brand['colours']): Record<Theme, Record<Token, string>> {
  return {
    light: tokensOf(rolesOf(colours, 'light'), 'light'),
    dark: tokensOf(rolesOf(colours, 'dark'), 'dark'),
  };
}

function shifted(from: Colour, lightness: number, chroma = 0): string {
  return hexOf({ ...from, l: Math.min(1, Math.max(0, from.l + lightness)), c: Math.max(0, from.c + chroma) });
}
