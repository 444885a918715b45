import type { Prefill, SignedIdentity } from '../between.ts';
import { localeFor, optionsOf, themeFor } from './options.ts';
import { type EmbedEvent, Widget } from './widget.ts';

/*
 * `/embed.js`: the portal on another site's page, as a button and a frame. It sets no cookie and keeps nothing there.
 *
 *   <script async src="https://help.example.com/embed.js" data-locale="ja"></script>
 *
 * Calls may be made before it has loaded, where the page makes their queue:
 *
 *   window.Madoguchi ??= (...call) => (Madoguchi.q ??= []).push(call);
 *   Madoguchi('search', 'return a pair');
 */

type Call = [name: string, ...values: unknown[]];

interface Caller {
  (...call: Call): void;
  /** Calls that were made before. */
  q?: Call[];
}

declare global {
  interface Window {
    Madoguchi?: Caller;
  }
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const options = optionsOf(script);
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start, { once: true });

  function start() {
    const listeners = new Map<string, Set<() => void>>();
    const widget = new Widget(options, (event: EmbedEvent) => {
      for (const listener of listeners.get(event) ?? []) listener();
    });
    const commands: Record<string, (...values: never[]) => void> = {
      open: () => widget.open(),
      close: () => widget.close(),
      toggle: () => widget.toggle(),
      /** `faq/return-policy`, or a whole path of the portal. */
      article: (article: unknown) => widget.open(pathOf(String(article))),
      search: (query: unknown) => widget.open(`/${widget.locale}/search/?q=${encodeURIComponent(String(query))}`),
      contact: (fields?: Prefill) => {
        if (fields) widget.prefill(fields);
        widget.open(`/${widget.locale}/contact/#contact-title`);
      },
      prefill: (fields: Prefill) => widget.prefill(fields),
      identify: (identity: SignedIdentity | null) => widget.identify(identity),
      locale: (tag: string) => widget.change({ locale: localeFor(tag) }),
      theme: (theme: string) => widget.change({ theme: themeFor(theme) }),
      on: (event: string, listener: () => void) => {
        listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
      },
      off: (event: string, listener: () => void) => listeners.get(event)?.delete(listener),
      destroy: () => {
        widget.destroy();
        delete window.Madoguchi;
      },
    };
    const call: Caller = (name, ...values) => {
      const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
      if (command) command(...(values as never[]));
      else console.error(`Madoguchi knows no “${name}”. It knows: ${Object.keys(commands).join(', ')}.`);
    };
    const earlier = window.Madoguchi?.q ?? [];
    window.Madoguchi = call;
    for (const made of earlier) call(...made);

    function pathOf(article: string): string {
      const path = article.replace(/^\/+|\/+$/g, '');
      return /^[a-z]{2}\//.test(path) ? `/${path}/` : `/${widget.locale}/${path}/`;
    }
  }
}
