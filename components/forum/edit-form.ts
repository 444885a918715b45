import { apiClient } from '../../api/client.ts';
import { formText } from '../base/form-text.ts';
import { pageLanguage } from '../base/page.ts';
import type { Written } from './written.ts';
import './mado-post-editor.ts';

/** The page on which a post is edited. */
export function enhanceEdit(form: HTMLFormElement): void {
  const editor = form.querySelector('mado-post-editor');
  const [, , , , id = ''] = location.pathname.split('/');
  if (!editor) return;
  editor.send = async (written) => {
    await save(id, Number(written.fields.get('version')), written, null);
    editor.clear();
    location.assign(`/${pageLanguage()}/forum/posts/${id}/`);
  };
}

/** Saves a post as it is now; `before` are the pictures it had, where that is known. Throws `ApiProblem`. */
export async function save(
  id: string,
  version: number,
  { body, fields, pictures }: Written,
  before: readonly string[] | null,
) {
  const [title, reason] = ['title', 'reason'].map((name) => formText(fields, name));
  const posts = apiClient(pageLanguage()).api.forum.posts[':id'];
  const isSame = before === null ? pictures.length === 0 : before.join() === pictures.join();
  await posts.$put({
    param: { id },
    json: {
      version,
      body,
      ...(title ? { title } : {}),
      ...(reason ? { reason } : {}),
      ...(isSame ? {} : { pictures }),
    },
  });
}
