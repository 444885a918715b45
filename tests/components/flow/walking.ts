import '../../../components/flow/mado-flow.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { textsFor } from '../../../site/i18n/texts.ts';
import { find, show } from '../fixtures.ts';

const says = textsFor('ja').flow;

const question = (id: string, ask: string, choices: Record<string, string>) =>
  `<section class="flow-step" data-step="question" id="${id}" data-number="1" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${ask}</h2>
    <p class="flow-hint">${says.choose}</p>
    <ul class="choices">${Object.entries(choices)
      .map(([text, to]) => `<li class="choice"><a href="#${to}" data-leads-to="1"> ${text} </a></li>`)
      .join('')}</ul>
  </section>`;

const outcome = (id: string, title: string) =>
  `<section class="flow-step" data-step="outcome" id="${id}" data-number="1" aria-labelledby="${id}-title">
    <p class="flow-kind">${says.outcome}</p>
    <h2 id="${id}-title">${title}</h2>
    <p><a href="/ja/faq/exchange-size/">サイズの交換</a></p>
    <p class="flow-back"><a href="#where">${says.back}</a></p>
  </section>`;

/** A page with a flow of two questions and three outcomes, opened at an address. */
export function openFlow({ hash = '', language = 'ja' }: { hash?: string; language?: Language } = {}): void {
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  show(
    `<article data-article="靴が痛いとき"><h1>靴が痛いとき</h1><div class="prose">
      <mado-flow class="flow">
        ${question('where', 'どこが痛みますか？', { 小指: 'loosen', 縫い目: 'photo' })}
        ${question('loosen', 'ひもをゆるめると、楽になりますか？', { 楽になる: 'lace', それでも痛い: 'exchange' })}
        ${outcome('lace', 'ひもの通し方で直せます')}
        ${outcome('exchange', '無料で交換できます')}
        ${outcome('photo', '写真をお送りください')}
        <details class="flow-chart"><summary>${says.chart}</summary>
          <a class="chart-step" href="#loosen"><span class="chart-number">2</span> ひもをゆるめると、楽になりますか？</a>
        </details>
      </mado-flow></div></article>`,
    language,
  );
  find('mado-flow[data-ready]');
}

/** The step on the screen, the answers above it, and the ways back below it. */
export function state() {
  return {
    shown: [...document.querySelectorAll<HTMLElement>('.flow-step')]
      .filter((step) => getComputedStyle(step).display !== 'none')
      .map(({ id }) => id),
    answers: texts('.flow-path strong'),
    ways: texts('.flow-ways a'),
  };
}

function texts(selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) => element.textContent);
}
