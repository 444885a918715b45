import type { ChallengePurpose } from '../../api/challenge/contract.ts';
import { pageLanguage } from '../base/page.ts';
import { messages } from '../contact/messages.ts';
import { prepareProof } from '../contact/proof.ts';

/** After that long, it is said what is being waited for. */
const longWaitMs = 2000;

/**
 * Has the browser of somebody who comes to a form with `data-proof` work on a proof, which goes along in the field
 * `proof` when they send it. The form still posts by itself; where there is no proof, it goes without.
 */
export function proveForm(form: HTMLFormElement): void {
  const purpose = form.dataset['proof'] as ChallengePurpose;
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'proof' });
  const status = Object.assign(document.createElement('p'), { className: 'form-note', role: 'status' });
  form.append(field, status);
  let proof = prepareProof(purpose);
  let standing: 'unproven' | 'waiting' | 'proven' = 'unproven';

  form.addEventListener('submit', (event) => {
    if (standing === 'proven') return;
    event.preventDefault();
    if (standing === 'waiting') return;
    standing = 'waiting';
    const { submitter } = event;
    submitter?.setAttribute('aria-disabled', 'true');
    const timer = window.setTimeout(() => {
      status.textContent = messages[pageLanguage()].checking;
    }, longWaitMs);
    const goOn = (found: string | null) => {
      window.clearTimeout(timer);
      status.textContent = '';
      submitter?.removeAttribute('aria-disabled');
      field.value = found ?? '';
      standing = 'proven';
      form.requestSubmit(submitter);
      // Another press, of somebody who came back or was stopped by a field, is looked at anew.
      standing = 'unproven';
    };
    // Not at once: a form that is just being submitted takes no second time.
    void proof().then((found) => window.setTimeout(goOn, 0, found));
  });

  // Come back to, a page is as it was left, and a proof is good once.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) proof = prepareProof(purpose);
  });
}
