import type { PropertyDeclarations } from 'lit';
import type { OwnAccount } from '../../../api/accounts/contract.ts';
import { AccountForm } from '../../account/account-form.ts';
import { ownAccountMessages } from './own-account-messages.ts';

/** A part of one's own account. */
export abstract class OwnForm extends AccountForm {
  static override properties: PropertyDeclarations = { account: { attribute: false } };

  declare account: OwnAccount;

  protected get ownSays() {
    return ownAccountMessages[this.language];
  }
}

/** What is sent of a password that is asked for again: nothing where there is none. */
export function again(text: (name: string) => string): { currentPassword?: string } {
  const currentPassword = text('currentPassword');
  return currentPassword ? { currentPassword } : {};
}
