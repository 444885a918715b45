import { pageLanguage } from '../base/page.ts';
import { messages } from './act-messages.ts';

/** Opens something over the page, with a way to close it; the focus goes back to what opened it. */
export function openDialog(title: string, by: HTMLElement): { dialog: HTMLDialogElement; place: HTMLElement } {
  const dialog = document.createElement('dialog');
  dialog.className = 'forum-dialog';
  const heading = Object.assign(document.createElement('h2'), { id: 'forum-dialog-title', textContent: title });
  dialog.setAttribute('aria-labelledby', heading.id);
  const place = document.createElement('div');
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button',
    textContent: messages[pageLanguage()].close,
  });
  close.addEventListener('click', () => dialog.close());
  dialog.append(heading, place, close);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (by.isConnected) by.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, place };
}
