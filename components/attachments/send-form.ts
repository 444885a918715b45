import { ApiProblem } from '../../api/client.ts';
import type { FieldError } from '../../api/problem.ts';
import type { Language } from '../../content/schema/languages.ts';
import { formText } from '../base/form-text.ts';
import { upload } from './upload.ts';

interface Sending {
  form: HTMLFormElement;
  files: readonly File[];
  language: Language;
  onProgress: (bytes: number) => void;
}

/**
 * Sends the form of a page with its files, and leads to where the form itself would lead (`data-then`). Gives back what
 * the API found wrong; `null` when it has arrived.
 */
export async function sendForm({
  form,
  files,
  language,
  onProgress,
}: Sending): Promise<FieldError[] | 'failed' | null> {
  const fields = new FormData(form);
  const json = { message: formText(fields, 'message') };
  let { pathname } = location;
  const onAddress = (address: string) => {
    pathname = address;
  };
  try {
    await upload(form.action, { json, files, key: formText(fields, 'key'), language, onProgress, onAddress });
  } catch (error) {
    return error instanceof ApiProblem ? (error.problem.errors ?? 'failed') : 'failed';
  }
  const hash = form.dataset['then'] ?? '';
  // What answers a closed request begins another one.
  if (pathname !== location.pathname) location.assign(`${pathname}#${hash}`);
  else {
    // Left as it is, the page would stand where it stood, far from the word that it has arrived.
    history.scrollRestoration = 'manual';
    location.hash = hash;
    location.reload();
  }
  return null;
}
