import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isConverting } from '../search/composition.ts';

/** A key of the desk. `g m` is one key after the other, `mod+z` goes with Ctrl or ⌘, capitals and signs as typed. */
export interface Shortcut {
  /** Any of them does it; the first is shown. */
  keys: readonly [string, ...string[]];
  text: { ja: string; en: string };
}

/** Where a key is of use: the headings of the overview, in its order. */
export const shortcutGroups = ['moving', 'list', 'selection', 'ticket', 'moderation', 'everywhere'] as const;
export type ShortcutGroup = (typeof shortcutGroups)[number];

/** What a key does. `false` says that there is nothing to do: another part of the page with the same key is asked. */
type Run = (event: KeyboardEvent) => unknown;

const known = new Map<ShortcutGroup, Record<string, Shortcut>>();

/** Keys as the overview shows them, whether the part of the page that they are for is there or not. */
export function defineShortcuts<Name extends string>(
  group: ShortcutGroup,
  shortcuts: Record<Name, Shortcut>,
): Record<Name, Shortcut> {
  known.set(group, { ...known.get(group), ...shortcuts });
  return shortcuts;
}

/** Everything that was defined, by group: first those that are of use on this page, then the others. */
export function knownShortcuts(): readonly { group: ShortcutGroup; isHere: boolean; shortcuts: readonly Shortcut[] }[] {
  const here = new Set(bound.map(({ keys }) => keys));
  const groups = shortcutGroups.flatMap((group) => {
    const shortcuts = Object.values(known.get(group) ?? {});
    const isHere = shortcuts.some(({ keys }) => here.has(keys));
    return shortcuts.length > 0 ? [{ group, isHere, shortcuts }] : [];
  });
  return groups.toSorted((one, other) => Number(other.isHere) - Number(one.isHere));
}

const bound: { keys: readonly string[]; run: Run; host: Element }[] = [];

/**
 * Binds keys while an element is on the page. What came last is asked first. No key does anything while somebody types,
 * composes, or has a dialog before them, except within that dialog.
 */
export class ShortcutKeys<Name extends string> implements ReactiveController {
  readonly #bindings: typeof bound;

  constructor(
    host: ReactiveControllerHost & Element,
    shortcuts: Record<Name, Shortcut>,
    runs: { [name in NoInfer<Name>]: Run },
  ) {
    this.#bindings = (Object.keys(runs) as Name[]).map((name) => ({
      keys: shortcuts[name].keys,
      run: runs[name],
      host,
    }));
    host.addController(this);
  }

  hostConnected(): void {
    if (bound.length === 0) window.addEventListener('keydown', onKeydown);
    bound.push(...this.#bindings);
  }

  hostDisconnected(): void {
    for (const binding of this.#bindings) bound.splice(bound.indexOf(binding), 1);
    if (bound.length === 0) window.removeEventListener('keydown', onKeydown);
  }
}

/** Binds keys for as long as an element is on the page: see `ShortcutKeys`. */
export function bindShortcuts<Name extends string>(
  ...of: ConstructorParameters<typeof ShortcutKeys<Name>>
): ShortcutKeys<Name> {
  return new ShortcutKeys(...of);
}

const memory = 'mado-desk-shortcuts';

/** Whether single keys do anything: who speaks to their computer, or brushes keys, switches them off (WCAG 2.1.4). */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(memory) !== 'off';
  } catch {
    return true;
  }
}

export function switchShortcuts(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(memory);
    else localStorage.setItem(memory, 'off');
  } catch {
    // Storage is switched off: the keys stay as they are.
  }
}

/** Between the two keys of one shortcut. */
const patienceMs = 3000;
let begun = { key: '', at: 0 };

function onKeydown(event: KeyboardEvent): void {
  const key = keyOf(event);
  if (event.defaultPrevented || !key || isTyping(event)) return;
  // Keys that go with Ctrl or ⌘ cannot be brushed: they work even where the others are switched off.
  if (!key.startsWith('mod+') && !areShortcutsOn()) return;
  const isSecond = begun.key !== '' && event.timeStamp - begun.at < patienceMs;
  const asked = isSecond ? `${begun.key} ${key}` : key;
  begun = { key: '', at: 0 };
  const dialog = document.querySelector('dialog:modal');
  const fitting = bound.toReversed().filter(({ host }) => !dialog || dialog.contains(host));
  const isRun = fitting.some(({ keys, run }) => keys.includes(asked) && run(event) !== false);
  if (isRun) event.preventDefault();
  else if (fitting.some(({ keys }) => keys.some((known) => known.startsWith(`${key} `))))
    begun = { key, at: event.timeStamp };
}

/** The key as shortcuts name it; none for what only goes with another key. */
function keyOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string {
  if (altKey || ['Shift', 'Control', 'Alt', 'Meta'].includes(key)) return '';
  return ctrlKey || metaKey ? `mod+${key.toLowerCase()}` : key;
}

/** Fields that take no text: letters mean nothing to them. */
const textless = new Set(['button', 'checkbox', 'file', 'image', 'radio', 'range', 'reset', 'submit', 'color']);

/** Whether the key belongs to what has the focus: text, an input method's window, a list of choices, a link. */
function isTyping(event: KeyboardEvent): boolean {
  if (isConverting(event)) return true;
  const { target, key } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  if (target instanceof HTMLInputElement && !textless.has(target.type)) return true;
  if (key === 'Enter' || key === ' ') return target.closest('a, button, input, summary') !== null;
  return key.startsWith('Arrow') && target.matches('input, [role=tab], [role=option], [role=menuitem]');
}
