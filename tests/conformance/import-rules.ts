import { importsOf } from './imports.ts';

interface Grant {
  /** A file, a folder with everything in it, or `*` for one part of a path. */
  place: string;
  /** Types cost a browser nothing; values may carry a whole library with them. */
  what: 'anything' | 'types';
}

interface Rule {
  room: string;
  may: readonly Grant[];
  /** Packages are free, except for a room that has to stay pure. */
  isWithoutPackages?: boolean;
}

const all = (place: string): Grant => ({ place, what: 'anything' });
const typesOf = (place: string): Grant => ({ place, what: 'types' });

const doorsOfApi = [
  all('api/client.ts'),
  all('api/problem.ts'),
  typesOf('api/*/contract.ts'),
  typesOf('api/forum/search/contract.ts'),
  typesOf('api/forum/subscriptions/contract.ts'),
  typesOf('api/tickets/opening-contract.ts'),
  typesOf('api/tickets/changes-contract.ts'),
  typesOf('api/app.ts'),
  // Pure, and the desk tries words on a text as the reviewer does.
  all('api/moderation/reviewers/word-pattern.ts'),
  all('api/moderation/reviewers/readings.ts'),
] as const;

/** Who may import whom. The first rule whose room a file lies in holds for it. */
const rules: readonly Rule[] = [
  { room: 'content', may: [all('content')] },
  {
    room: 'components/search/core',
    may: [all('components/search/core'), typesOf('content/schema')],
    isWithoutPackages: true,
  },
  {
    room: 'components',
    // Types only of the schema: its values bring Zod along.
    may: [
      all('components'),
      all('content/calendar.ts'),
      all('content/answers.ts'),
      typesOf('content/schema'),
      ...doorsOfApi,
    ],
  },
  {
    room: 'api',
    may: [
      all('api'),
      all('content/calendar.ts'),
      all('content/answers.ts'),
      all('content/schema'),
      all('components/search/core'),
    ],
  },
  { room: 'site', may: [all('site'), all('components'), all('content'), ...doorsOfApi] },
];

/** The rooms whose imports are held against the rules. */
export const rooms = ['content', 'components', 'api', 'site'] as const;

/** Every import of a file that no rule allows, as `file:line` and what it reaches for. */
export function violations(path: string, text: string): string[] {
  const rule = rules.find(({ room }) => isWithin(path, room));
  if (!rule) return [`${path}: lies in no room`];
  return importsOf(path, text)
    .filter(({ target, isPackage, isTypeOnly }) =>
      isPackage
        ? rule.isWithoutPackages && !isTypeOnly
        : !rule.may.some(({ place, what }) => isWithin(target, place) && (what === 'anything' || isTypeOnly)),
    )
    .map(({ line, target, isTypeOnly }) => `${path}:${line} imports ${isTypeOnly ? 'types of ' : ''}${target}`);
}

function isWithin(path: string, place: string): boolean {
  const parts = path.split('/');
  return place.split('/').every((part, index) => part === '*' || part === parts[index]);
}
