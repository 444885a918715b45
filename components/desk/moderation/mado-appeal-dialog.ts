import { type PropertyDeclarations, type TemplateResult } from 'lit';
import type { AppealAnswer, Reviewable } from '../../../api/moderation/contract.ts';
import { messages as dialogMessages } from './dialog-messages.ts';
import { ModerationDialog } from './moderation-dialog.ts';
import { readyAnswers } from './ready-texts.ts';

/** What an author is answered who appealed. */
export class MadoAppealDialog extends ModerationDialog {
  static override properties: PropertyDeclarations = {
    ...ModerationDialog.properties,
    verdict: { attribute: false },
    item: { attribute: false },
    answer: { attribute: false },
  };

  declare verdict: AppealAnswer['verdict'];
  declare item: Reviewable;
  /** Sends the answer; throws what the API says. */
  declare answer: (answer: AppealAnswer) => Promise<void>;

  protected override get heading(): string {
    return dialogMessages[this.language].appeal.title[this.verdict];
  }

  protected override get button(): string {
    return dialogMessages[this.language].appeal.send[this.verdict];
  }

  protected override async act(text: (name: string) => string): Promise<boolean> {
    const answer = text('answer');
    if (!answer) return this.miss('answer', dialogMessages[this.language].appeal.answerNeeded);
    await this.answer({ verdict: this.verdict, answer });
    return true;
  }

  protected override fields(): TemplateResult {
    const { answer } = dialogMessages[this.language].appeal;
    const spoken = this.item.language;
    const hint = dialogMessages[this.language].noteHint;
    return this.textField('answer', { label: answer, value: readyAnswers[this.verdict][spoken], hint, spoken });
  }
}

customElements.define('mado-appeal-dialog', MadoAppealDialog);

declare global {
  interface HTMLElementTagNameMap {
    'mado-appeal-dialog': MadoAppealDialog;
  }
}
