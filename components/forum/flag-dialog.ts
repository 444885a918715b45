import { html, nothing, render } from 'lit';
import { apiClient } from '../../api/client.ts';
import type { FlagReason } from '../../api/moderation/contract.ts';
import { formText } from '../base/form-text.ts';
import { pageLanguage } from '../base/page.ts';
import { messages } from './act-messages.ts';
import { wordsFor } from './api-words.ts';
import { openDialog } from './dialog.ts';

interface State {
  problem: string;
  isSending: boolean;
  done: 'flagged' | 'unflagged' | null;
}

/** Asks why somebody reports a post, and tells the moderators. It can be taken back. */
export function openFlag(post: string, by: HTMLElement): void {
  const says = messages[pageLanguage()];
  const { place } = openDialog(says.flag, by);
  const flags = apiClient(pageLanguage()).api.moderation.posts[':id'].flags;
  const param = { id: post };
  let state: State = { problem: '', isSending: false, done: null };

  const attempt = async (call: () => Promise<unknown>, done: NonNullable<State['done']>) => {
    if (state.isSending) return;
    set({ isSending: true, problem: '' });
    try {
      await call();
      set({ done });
    } catch (error) {
      set({ problem: wordsFor(error) });
    } finally {
      set({ isSending: false });
    }
    place.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const reason = formText(fields, 'reason') as FlagReason | '';
    const detail = formText(fields, 'detail');
    if (!reason) return set({ problem: says.choose });
    void attempt(() => flags.$post({ param, json: { reason, ...(detail ? { detail } : {}) } }), 'flagged');
  };
  const takeBack = () => void attempt(() => flags.$delete({ param }), 'unflagged');

  function set(changes: Partial<State>): void {
    state = { ...state, ...changes };
    render(state.done ? done(state.done) : form(), place);
  }
  const done = (what: NonNullable<State['done']>) =>
    html`<p tabindex="-1" role="status">${says[what]}</p>
      ${what === 'flagged' ? html`<p><button class="form-remove" type="button" @click=${takeBack}>${says.unflag}</button></p>` : nothing}
      ${state.problem ? html`<p class="problem" role="alert">${state.problem}</p>` : nothing}`;
  const form = () =>
    html`<form class="form" novalidate @submit=${send}>
      <p>${says.flagLead}</p>
      ${state.problem ? html`<p class="problem" role="alert" tabindex="-1">${state.problem}</p>` : nothing}
      <fieldset class="choices">
        <legend>${says.flagReason}</legend>
        ${Object.entries(says.reasons).map(
          ([reason, text]) =>
            html`<label><input type="radio" name="reason" value=${reason} required /> ${text}</label>`,
        )}
      </fieldset>
      <div class="field">
        <label for="flag-dialog-detail">${says.detail} <span class="field-optional">${says.optional}</span></label>
        <textarea id="flag-dialog-detail" name="detail" rows="3" maxlength="500"></textarea>
      </div>
      <p class="form-send">
        <button class="button" data-primary type="submit" aria-disabled=${state.isSending}>${says.send}</button>
      </p>
    </form>`;
  set({});
  place.querySelector<HTMLElement>('input')?.focus();
}
