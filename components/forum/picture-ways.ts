import type { Language } from '../../content/schema/languages.ts';
import { pastedFiles } from '../attachments/pasted-files.ts';
import type { Pictures } from './pictures.ts';

interface Place {
  /** Where pictures may be dropped. */
  around: HTMLElement;
  /** Where they may be pasted. */
  field: HTMLElement;
  language: Language;
  signal: AbortSignal;
}

/** Takes up pictures that are pasted or dropped; gives what opens the choice of files. */
export function takePictures(pictures: Pictures, { around, field, language, signal }: Place): () => void {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*', multiple: true });
  const add = (event: Event, files: readonly File[]) => {
    if (files.length === 0) return;
    event.preventDefault();
    void pictures.add(files);
  };
  field.addEventListener('paste', (event) => add(event, pastedFiles(event, language, pictures.all.length)), { signal });
  around.addEventListener(
    'dragover',
    (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault(),
    { signal },
  );
  around.addEventListener('drop', (event) => add(event, [...(event.dataTransfer?.files ?? [])]), { signal });
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    input.value = '';
    void pictures.add(files);
  });
  return () => input.click();
}
