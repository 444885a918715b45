import { html, nothing, type TemplateResult } from 'lit';
import { messages } from './messages.ts';

/** What went wrong, with a way to each field that is wrong; nothing when nothing did. */
export function problemSummary(
  problem: string,
  errors: Readonly<Record<string, string>>,
  language: 'ja' | 'en',
  goTo: (name: string) => void,
): TemplateResult | typeof nothing {
  if (!problem) return nothing;
  const { form, colon } = messages[language];
  const labels: Record<string, string> = {
    kind: form.kind,
    severity: form.severity,
    'title-ja': `${form.inJapanese}${colon}${form.title}`,
    'text-ja': `${form.inJapanese}${colon}${form.text}`,
    'title-en': `${form.inEnglish}${colon}${form.title}`,
    'text-en': `${form.inEnglish}${colon}${form.text}`,
    startsAt: form.startTime,
    endsAt: form.end,
    categories: form.categories,
  };
  const wrong = Object.entries(errors).filter(([name]) => name in labels);
  return html`<div class="problem" role="alert" tabindex="-1">
    <p>${problem}</p>
    ${
      wrong.length > 0
        ? html`<ul>
            ${wrong.map(
              ([name, error]) =>
                html`<li>
                  <button class="desk-link" type="button" @click=${() => goTo(name)}>${labels[name]}</button
                  >${colon}${error}
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </div>`;
}
