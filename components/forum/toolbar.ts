import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Language } from '../../content/schema/languages.ts';
import { messages } from './editor-messages.ts';
import { around, atLines, code, type Edit, link } from './marks.ts';

interface Tool {
  name: 'bold' | 'italic' | 'link' | 'list' | 'quote' | 'code';
  /** With Ctrl, or ⌘. */
  key?: string;
  icon: SVGTemplateResult;
  edit: (selection: { value: string; from: number; to: number }, says: typeof messages.ja) => Edit;
}

const line = (d: string) =>
  svg`<path d=${d} fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" />`;

export const tools: readonly Tool[] = [
  {
    name: 'bold',
    key: 'b',
    icon: line('M6.5 4h4.6a2.9 2.9 0 0 1 0 5.8H6.5zm0 5.8h5.3a3.1 3.1 0 0 1 0 6.2H6.5z'),
    edit: (selection, says) => around(selection, '**', says.boldText),
  },
  {
    name: 'italic',
    key: 'i',
    icon: line('M8.5 4h6M5.5 16h6M11.8 4 8.2 16'),
    edit: (selection, says) => around(selection, '*', says.italicText),
  },
  {
    name: 'link',
    key: 'k',
    icon: line(
      'M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.6-2.6a3.2 3.2 0 0 0-4.6-4.6L9.7 5.700M11.500 8.500a3.200 3.200 0 0 0-4.600 0l-2.600 2.600a3.200 3.200 0 0 0 4.600 4.600l1.400-1.400',
    ),
    edit: (selection, says) => link(selection, says.linkText),
  },
  {
    name: 'list',
    icon: line('M8 5.500h8M8 10h8M8 14.500h8M4 5.500h.01M4 10h.01M4 14.500h.01'),
    edit: (selection) => atLines(selection, '- '),
  },
  { name: 'quote', icon: line('M4 4v12M8 6h8M8 10h8M8 14h5'), edit: (selection) => atLines(selection, '> ') },
  { name: 'code', icon: line('M7 6 3 10l4 4M13 6l4 4-4 4'), edit: (selection, says) => code(selection, says.codeText) },
];

interface Acts {
  isPreviewing: boolean;
  mayAddPictures: boolean;
  onTool: (tool: Tool) => void;
  onPicture: () => void;
  onPreview: () => void;
}

/** Buttons above a text: one stop for Tab, and arrows between them (ARIA APG, toolbar). */
export function toolbar(
  language: Language,
  { isPreviewing, mayAddPictures, onTool, onPicture, onPreview }: Acts,
): TemplateResult {
  const says = messages[language];
  const title = ({ name, key }: Tool) => (key ? `${says[name]} (Ctrl+${key.toUpperCase()})` : says[name]);
  return html`<div class="editor-tools" role="toolbar" aria-label=${says.tools} @keydown=${moveAlong}>
    ${tools.map(
      (tool, index) =>
        html`<button
          type="button"
          tabindex=${index === 0 ? 0 : -1}
          aria-label=${says[tool.name]}
          title=${title(tool)}
          aria-disabled=${isPreviewing}
          @click=${() => onTool(tool)}
        >
          ${icon(tool.icon)}
        </button>`,
    )}
    ${
      mayAddPictures
        ? html`<button type="button" tabindex="-1" aria-label=${says.picture} title=${says.picture} @click=${onPicture}>
            ${icon(line('M3.500 4.500h13v11h-13zM3.500 13l3.800-3.600 3 2.800 2.400-2 3.800 3.300M13 8h.01'))}
          </button>`
        : nothing
    }
    <button class="editor-preview-button" type="button" tabindex="-1" aria-pressed=${isPreviewing} @click=${onPreview}>
      ${isPreviewing ? says.write : says.preview}
    </button>
  </div>`;
}

function icon(drawn: SVGTemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${drawn}</svg>`;
}

function moveAlong(event: KeyboardEvent): void {
  const bar = event.currentTarget as HTMLElement;
  const buttons = [...bar.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const button = next === undefined ? undefined : buttons.at(next % buttons.length);
  if (!button) return;
  event.preventDefault();
  for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
  button.focus();
}
