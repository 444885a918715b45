import * as fc from 'fast-check';

/** What has broken portals before: each of them is sent in every place. */
export const hostileTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\uFEFF',
  '\u202Egnp.exe',
  '\uD800',
  '\uDFFF\uD800',
  'é'.normalize('NFD'),
  '👨‍👩‍👧‍👦',
  '𠮷野家',
  '%',
  '%00',
  '%ff%fe',
  '%2e%2e%2f',
  '../../etc/passwd',
  '..\\..\\windows',
  '/',
  '//evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' or 1=1 --",
  "'; drop table conversations; --",
  '${7*7}{{7*7}}',
  '=1+1',
  'a\r\nBcc: all@example.jp',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '-1',
  '9007199254740993',
  '1e309',
  '0x10',
  'a'.repeat(300),
  'あ'.repeat(6000),
];

const hostileNumbers = [0, -0, -1, 0.1, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 53 + 2, 8.64e15 + 1];

export const hostileText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

/** Any value that JSON can hold, the unpleasant ones more often. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(...hostileNumbers, null, true, [], {}, [[]], [null], { length: 5 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A value where something may have gone wrong somewhere in it. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return hostileValue;
  const fields = Object.entries(value);
  const keys = fields.map(([key]) => key);
  const withField = (name: string, field: unknown) =>
    Object.fromEntries([...fields.filter(([key]) => key !== name), [name, field]]);
  const extra = fc
    .tuple(fc.constantFrom('__proto__', 'constructor', 'id', 'role', 'isAdmin', 'version', ''), hostileValue)
    .map(([name, field]) => withField(name, field));
  if (keys.length === 0) return extra;
  return fc.oneof(
    fc.constantFrom(...keys).chain((name) => mutated(Reflect.get(value, name)).map((field) => withField(name, field))),
    fc.constantFrom(...keys).map((name) => Object.fromEntries(fields.filter(([key]) => key !== name))),
    extra,
    hostileValue,
  );
}
