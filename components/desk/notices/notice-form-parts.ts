import { html, nothing, type TemplateResult } from 'lit';
import type { NoticeKind, Severity } from '../../../api/notices/contract.ts';
import { endChoices } from './end-choices.ts';
import { messages } from './messages.ts';
import { type NoticeDraft, withKind } from './notice-draft.ts';
import { choicesField, textField } from './notice-fields.ts';

/** What the parts of the form are drawn from, and how they say that something was changed. */
export interface FormParts {
  draft: NoticeDraft;
  /** What is wrong with each field, by its name. */
  errors: Readonly<Record<string, string>>;
  language: 'ja' | 'en';
  timeZone: string;
  change: (change: Partial<NoticeDraft>) => void;
}

/** What kind of notice it is, and how serious. */
export function whatFields({ draft, errors, language, change }: FormParts): TemplateResult {
  const { form, kinds, severities, severityHints } = messages[language];
  const kindNames: NoticeKind[] = ['outage', 'delay', 'shortage', 'holiday'];
  const weights: Severity[] = ['information', 'minor', 'major'];
  return html`${choicesField({
    name: 'kind',
    legend: form.kind,
    type: 'radio',
    choices: kindNames.map((value) => ({ value, label: kinds[value] })),
    chosen: [draft.kind],
    error: errors['kind'],
    onChoose: (kind) => change(withKind(draft, kind as NoticeKind)),
  })}
  ${choicesField({
    name: 'severity',
    legend: form.severity,
    type: 'radio',
    choices: weights.map((value) => ({ value, label: severities[value], hint: severityHints[value] })),
    chosen: [draft.severity],
    error: errors['severity'],
    onChoose: (severity) => change({ severity: severity as Severity }),
  })}`;
}

/** Title and text in one language. */
export function textFields({ draft, errors, language, change }: FormParts, of: 'ja' | 'en'): TemplateResult {
  const { form } = messages[language];
  const { title, text } = draft;
  return html`<fieldset class="notice-texts">
    <legend>${of === 'ja' ? form.inJapanese : form.inEnglish}</legend>
    ${textField({
      name: `title-${of}`,
      label: form.title,
      value: title[of],
      lang: of,
      maxlength: 100,
      error: errors[`title-${of}`],
      onInput: (value) => change({ title: { ...draft.title, [of]: value } }),
    })}
    ${textField({
      name: `text-${of}`,
      label: form.text,
      value: text[of],
      lang: of,
      rows: 4,
      error: errors[`text-${of}`],
      onInput: (value) => change({ text: { ...draft.text, [of]: value } }),
    })}
  </fieldset>`;
}

/** From when until when; a notice that is edited keeps its start unless told otherwise. */
export function whenFields(parts: FormParts, isEdited: boolean): TemplateResult {
  const { draft, errors, language, change } = parts;
  const { form } = messages[language];
  const { start, startsAt, end, endsAt } = draft;
  const starts = isEdited ? (['chosen', 'now'] as const) : (['now', 'chosen'] as const);
  return html`${choicesField({
    name: 'start',
    legend: form.start,
    type: 'radio',
    choices: starts.map((value) => ({ value, label: form[value] })),
    chosen: [start],
    onChoose: (value) => change({ start: value as 'now' | 'chosen' }),
  })}
  ${start === 'chosen' ? timeField(parts, 'startsAt', form.startTime, startsAt) : nothing}
  ${choicesField({
    name: 'end',
    legend: form.end,
    type: 'radio',
    choices: endChoices.map((value) => ({ value, label: form.ends[value] })),
    chosen: [end],
    error: end === 'chosen' ? undefined : errors['endsAt'],
    onChoose: (value) => change({ end: value as NoticeDraft['end'] }),
  })}
  ${end === 'chosen' ? timeField(parts, 'endsAt', form.endTime, endsAt) : nothing}`;
}

function timeField(
  { errors, timeZone, change }: FormParts,
  name: 'startsAt' | 'endsAt',
  label: string,
  value: string,
): TemplateResult {
  return textField({
    name,
    label: `${label} (${timeZone})`,
    type: 'datetime-local',
    value,
    error: errors[name],
    onInput: (typed) => change({ [name]: typed }),
  });
}
