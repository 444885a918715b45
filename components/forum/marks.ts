/** What a key or button does to a text: this goes in place of what lies between, and that is selected then. */
export interface Edit {
  from: number;
  to: number;
  text: string;
  selected: readonly [number, number];
}

interface Selection {
  value: string;
  from: number;
  to: number;
}

/** Puts marks around what is selected, or takes them away: `**` for bold. Spaces at its ends stay outside, as Markdown wants. */
export function around({ value, from, to }: Selection, mark: string, placeholder: string): Edit {
  const wide = value.slice(from, to);
  const start = from + wide.length - wide.trimStart().length;
  const inner = wide.trim();
  const end = start + inner.length;
  const isMarked = inner !== '' && value.slice(start - mark.length, start) === mark && value.startsWith(mark, end);
  if (isMarked) {
    const at = start - mark.length;
    return { from: at, to: end + mark.length, text: inner, selected: [at, at + inner.length] };
  }
  const text = inner || placeholder;
  const [at, until] = inner ? [start, end] : [from, to];
  const first = at + mark.length;
  return { from: at, to: until, text: `${mark}${text}${mark}`, selected: [first, first + text.length] };
}

/** Begins each selected line with a mark, or takes it away where all of them have it: `> ` for a quotation. */
export function atLines({ value, from, to }: Selection, mark: string): Edit {
  const start = value.lastIndexOf('\n', from - 1) + 1;
  const found = value.indexOf('\n', to);
  const end = found === -1 ? value.length : found;
  const lines = value.slice(start, end).split('\n');
  const isMarked = lines.every((line) => line.startsWith(mark));
  const text = lines.map((line) => (isMarked ? line.slice(mark.length) : mark + line)).join('\n');
  return { from: start, to: end, text, selected: [start + (from === to ? text.length : 0), start + text.length] };
}

/** Makes a link of what is selected: where it is an address, the words are still to be typed, else the address. */
export function link({ value, from, to }: Selection, placeholder: string): Edit {
  const chosen = value.slice(from, to).trim();
  const isAddress = /^https?:\/\/\S+$/.test(chosen);
  const words = isAddress ? placeholder : chosen || placeholder;
  const address = isAddress ? chosen : 'https://';
  const first = isAddress || !chosen ? from + 1 : from + words.length + 3;
  const length = isAddress || !chosen ? words.length : address.length;
  return { from, to, text: `[${words}](${address})`, selected: [first, first + length] };
}

/** Code: within a line between backticks, over several lines in a block of its own. */
export function code(selection: Selection, placeholder: string): Edit {
  const { value, from, to } = selection;
  const chosen = value.slice(from, to);
  if (!chosen.includes('\n')) return around(selection, '`', placeholder);
  const before = from === 0 || value[from - 1] === '\n' ? '' : '\n';
  const after = to === value.length || value[to] === '\n' ? '' : '\n';
  const fence = '```';
  const text = `${before}${fence}\n${chosen}\n${fence}${after}`;
  const first = from + before.length + fence.length + 1;
  return { from, to, text, selected: [first, first + chosen.length] };
}

/** Does it to a field, so that it can be undone there with the keys for that, and tells of it as typing does. */
export function apply(field: HTMLTextAreaElement, { from, to, text, selected }: Edit): void {
  field.focus();
  field.setSelectionRange(from, to);
  // The only way to change a field that leaves what was typed before to be undone.
  const isDone = document.execCommand(text ? 'insertText' : 'delete', false, text);
  if (!isDone || field.value.slice(from, from + text.length) !== text) {
    field.setRangeText(text, from, Math.min(to, field.value.length), 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(...selected);
}
