import { getTableName } from 'drizzle-orm';
import { html } from 'hono/html';
import { dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { Fragment } from '../http/pages.ts';
import type { PersonalData } from './contract.ts';
import { fieldNames, valueNames } from './field-names.ts';
import { held } from './held.ts';

/** The same data for reading: a section for each kind, a list of facts for each row. */
export function dataSections({ data }: PersonalData, language: Language, timeZone: string): Fragment {
  const present = held.filter(({ table }) => data[getTableName(table)]);
  // The person first, then what they wrote, then what follows from it.
  const sections = present.toReversed().map(({ table, name }) => {
    const rows = data[getTableName(table)] ?? [];
    return html`<section class="held">
      <h2>${name[language]} <small>${rows.length}</small></h2>
      <ol class="held-rows">
        ${rows.map((row) => html`<li>${facts(getTableName(table), row, language, timeZone)}</li>`)}
      </ol>
    </section>`;
  });
  return html`${sections}`;
}

/** A page that stands on its own, to be kept as a file. */
export async function dataDocument(data: PersonalData, language: Language, timeZone: string): Promise<string> {
  const { title, made, nothing } = texts[language];
  const hasNothing = Object.keys(data.data).length === 0;
  const page = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${made} ${timeText(data.madeAt, language, timeZone)} ${data.portal}</p>
          ${hasNothing ? html`<p>${nothing}</p>` : dataSections(data, language, timeZone)}
        </main>
      </body>
    </html>`;
  return page.toString();
}

function facts(table: string, row: Record<string, unknown>, language: Language, timeZone: string): Fragment {
  const shown = Object.entries(row).filter(([name, value]) => !isEmpty(value) && !/(^id|Id)$/.test(name));
  return html`<dl class="held-facts">
    ${shown.map(
      ([name, value]) =>
        html`<div>
          <dt>${fieldNames[language][`${table}.${name}`] ?? fieldNames[language][name] ?? name}</dt>
          <dd>${valueText(value, language, timeZone)}</dd>
        </div>`,
    )}
  </dl>`;
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

function valueText(value: unknown, language: Language, timeZone: string): Fragment | string {
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return timeText(value, language, timeZone);
    const word = valueNames[language][value];
    if (word) return word;
    return html`${value.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`))}`;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

function timeText(iso: string, language: Language, timeZone: string): Fragment {
  const format = new Intl.DateTimeFormat(dateLocales[language], { dateStyle: 'long', timeStyle: 'short', timeZone });
  return html`<time datetime="${iso}">${format.format(new Date(iso))}</time>`;
}

const texts = {
  ja: { title: '保存している個人データ', made: '作成日時：', nothing: '保存しているデータはありません。' },
  en: { title: 'Personal data held', made: 'Made on', nothing: 'Nothing is held.' },
};
