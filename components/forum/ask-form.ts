import { html, render } from 'lit';
import { apiClient } from '../../api/client.ts';
import type { SentPost, ThreadInput } from '../../api/forum/contract.ts';
import type { Similar } from '../../api/forum/search/contract.ts';
import { formText } from '../base/form-text.ts';
import { pageLanguage } from '../base/page.ts';
import { Deflection } from '../contact/deflection.ts';
import { fire } from '../events.ts';
import { messages } from './ask-messages.ts';
import './mado-post-editor.ts';
import { nothingSimilar, similarList, similarWhileTyping } from './similar.ts';

/** Asks in place: what may have been answered already is offered meanwhile, and a post that waits says so. */
export function enhanceAsk(form: HTMLFormElement): void {
  const language = pageLanguage();
  const says = messages[language];
  const editor = form.querySelector('mado-post-editor');
  const title = form.querySelector<HTMLInputElement>('[name=title]');
  const place = form.querySelector<HTMLElement>('[data-similar]');
  if (!editor) return;
  const deflection = new Deflection(form, 'mado-question-answered');
  let similar: Similar = nothingSimilar;

  const draw = () => {
    if (!place) return;
    const onSolved = deflection.opened === null ? null : solve;
    render(similarList(similar, language, { onOpen: opened, onSolved }), place);
  };
  const opened = (url: string) => {
    deflection.open(url);
    draw();
  };
  const solve = () => {
    deflection.solve();
    editor.clear();
    const note = instead(form, html`<p>${says.solved}</p>`);
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button',
      textContent: says.askAfterAll,
    });
    button.addEventListener('click', () => {
      note.remove();
      form.hidden = false;
      title?.focus();
    });
    note.append(button);
  };
  const typing =
    title &&
    similarWhileTyping(title, language, (found) => {
      similar = found;
      draw();
    });

  editor.send = async ({ body, pictures, secondsTyping, fields, headers }) => {
    const answer = await apiClient(language).api.forum.threads.$post(
      {
        json: {
          language,
          board: formText(fields, 'board'),
          kind: (formText(fields, 'kind') || 'question') as ThreadInput['kind'],
          title: formText(fields, 'title'),
          body,
          pictures,
          ...(secondsTyping === undefined ? {} : { secondsTyping }),
        },
      },
      { headers },
    );
    const sent = await answer.json();
    deflection.settle();
    typing?.forget();
    similar = nothingSimilar;
    draw();
    fire(form, 'mado-post-sent', { thread: sent.thread, isQuestion: true, isHeld: sent.visibility !== 'visible' });
    if (sent.visibility === 'visible') location.assign(sent.url);
    else waiting(form, sent);
  };
}

/** A post that a moderator looks at first: where it is meanwhile, and why. */
function waiting(form: HTMLFormElement, { held, url }: SentPost): void {
  const language = pageLanguage();
  const says = messages[language];
  instead(
    form,
    html`<h2>${says.received}</h2>
      <p>${held ?? says.held} ${says.pending}</p>
      <p><a href=${url}>${says.see}</a></p>
      <p><a href="/${language}/forum/own/">${says.own}</a></p>`,
  );
}

/** Stands where the form was, and is read out. */
function instead(form: HTMLFormElement, content: unknown): HTMLElement {
  const note = document.createElement('div');
  note.className = 'notice forum-sent';
  note.tabIndex = -1;
  const inner = document.createElement('div');
  render(content, inner);
  note.append(inner);
  form.hidden = true;
  form.before(note);
  note.focus();
  return note;
}
