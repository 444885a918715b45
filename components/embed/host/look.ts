import { portal } from './portal.ts';
import type { EmbedOptions } from './options.ts';

const colours = (theme: 'light' | 'dark') =>
  Object.entries(portal.colours[theme])
    .map(([name, value]) => `--${name}:${value};`)
    .join('');

/** A style sheet made by script: no policy of the page's against inline styles is in its way. */
export function lookOf({ side, theme }: Pick<EmbedOptions, 'side' | 'theme'>): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  const own = theme === 'auto' ? '' : `:host{${colours(theme)}color-scheme:${theme}}`;
  sheet.replaceSync(`
:host{all:initial;${colours('light')}color-scheme:light;font:500 16px/1.4 system-ui,'Hiragino Sans','Noto Sans JP',sans-serif}
@media(prefers-color-scheme:dark){:host{${colours('dark')}color-scheme:dark}}
${own}
button,a{font:inherit;cursor:pointer}
.open{position:fixed;inset-block-end:max(16px,env(safe-area-inset-bottom));inset-inline-${side === 'left' ? 'start' : 'end'}:16px;z-index:2147483000;
min-height:48px;padding:0 20px;border:1px solid transparent;border-radius:24px;background:var(--accent);color:var(--on-accent);box-shadow:0 2px 12px rgb(0 0 0/.22)}
.open:hover{filter:brightness(1.08)}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
dialog{position:fixed;inset:auto;inset-block-end:max(76px,env(safe-area-inset-bottom));inset-inline-${side === 'left' ? 'start' : 'end'}:16px;margin:0;padding:0;
z-index:2147483000;width:min(420px,calc(100vw - 32px));height:min(680px,calc(100dvh - 96px));overflow:hidden;border:1px solid var(--rule);border-radius:14px;
background:var(--paper);color:var(--ink);box-shadow:0 12px 48px rgb(0 0 0/.25)}
dialog[open]{display:flex;flex-direction:column}
header{display:flex;align-items:center;justify-content:space-between;gap:8px;padding:0 4px 0 16px;border-bottom:1px solid var(--rule)}
header p{margin:0;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;font-weight:600}
header button{min-width:44px;min-height:44px;border:0;border-radius:8px;background:none;color:inherit}
iframe{flex:1;width:100%;min-height:0;border:0;background:var(--paper)}
.instead{margin:0;padding:24px 16px}
.instead a{color:var(--accent)}
[hidden]{display:none}
@media(max-width:480px){dialog{inset:0;width:100vw;max-width:none;height:100dvh;max-height:none;border:0;border-radius:0}}
@media(prefers-reduced-motion:no-preference){dialog[open]{animation:in .18s ease-out}@keyframes in{from{opacity:0;translate:0 8px}}}
@media(forced-colors:active){.open,dialog{border-color:CanvasText}}
@media print{:host{display:none}}
`);
  return sheet;
}
