/*
 * What the forum's pages load at once: small. It follows a thread, and fetches the editor when somebody comes near a
 * form, or has something there that they did not finish. Until then, and without it, links and forms work by themselves.
 */
import './mado-thread.ts';

const forms = {
  reply: () => import('./reply-form.ts').then(({ enhanceReply }) => enhanceReply),
  ask: () => import('./ask-form.ts').then(({ enhanceAsk }) => enhanceAsk),
  edit: () => import('./edit-form.ts').then(({ enhanceEdit }) => enhanceEdit),
};

for (const [id, load] of Object.entries(forms)) {
  const form = document.querySelector<HTMLFormElement>(`form#${id}`);
  if (form) enhance(form, load);
}
// Empty for whoever is not signed in.
if (document.querySelector('mado-own-posts:not(:empty)')) void import('./mado-own-posts.ts');

function enhance(form: HTMLFormElement, load: () => Promise<(form: HTMLFormElement) => void>): void {
  const field = form.querySelector('.field:has(textarea[name=body])');
  if (!field) return;
  // Now, while nobody is in it: a field that is moved loses what is being typed.
  form.querySelector('.without-script')?.remove();
  const editor = document.createElement('mado-post-editor');
  editor.dataset['draft'] = draftName(form);
  field.replaceWith(editor);
  editor.append(field);
  const events = ['focusin', 'pointerdown', 'dragenter'] as const;
  const loadOnce = () => {
    for (const event of events) form.removeEventListener(event, loadOnce);
    // Should it not arrive, the form goes its own way.
    load().then(
      (begin) => begin(form),
      () => {
        listen();
        form.addEventListener('input', keep);
      },
    );
  };
  // As the editor would, which finds it once it is there.
  const keep = () => {
    const fields = Object.fromEntries(new FormData(form));
    try {
      localStorage.setItem(`mado-forum-draft-${draftName(form)}`, JSON.stringify({ at: Date.now(), fields }));
    } catch {
      // Storage is full or switched off.
    }
  };
  const listen = () => {
    for (const event of events) form.addEventListener(event, loadOnce);
  };
  listen();
  if (hasDraft(draftName(form))) loadOnce();
}

function draftName(form: HTMLFormElement): string {
  const [, , , first = '', second = ''] = location.pathname.split('/');
  return form.id === 'reply' ? `reply-${first}` : form.id === 'edit' ? `post-${second}` : form.id;
}

function hasDraft(name: string): boolean {
  try {
    return localStorage.getItem(`mado-forum-draft-${name}`) !== null;
  } catch {
    return false;
  }
}
