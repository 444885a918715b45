import { dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import { textsFor } from '../i18n/texts.ts';
import { withNoteAt } from '../reading/headings.ts';
import type { StaleNote } from './page-notes.ts';

/** A text with a note at each section whose source has changed since it was translated. */
export function withStaleNotes(html: string, notes: readonly StaleNote[], language: Language): string {
  // From the last one on, so that notes at one place keep their order.
  return notes.toReversed().reduce((text, note) => withNoteAt(text, note.id, noteOf(note, language)), html);
}

function noteOf({ what, isAtSection, title, url, day, source }: StaleNote, language: Language): string {
  const all = textsFor(language);
  const says = all.stale;
  const name = all.languages[source.language];
  const date = new Intl.DateTimeFormat(dateLocales[language], { dateStyle: 'long', timeZone: 'UTC' });
  const told = (isAtSection ? says.here : says.elsewhere)[what]({
    language: name,
    title: title || source.entry.data.title,
    day: date.format(new Date(day)),
  });
  const link = `<a href="${escaped(url)}" hreflang="${source.language}">${escaped(says.read(name))}</a>`;
  return `<p class="stale" role="note" data-pagefind-ignore>${escaped(told)} ${link}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
