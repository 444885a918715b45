import type { Language } from '../../../content/schema/languages.ts';
import type { MailBlock } from '../../mail/mail.ts';

/** How a mail to somebody we know by name begins. */
export function greeting(language: Language, name: string): MailBlock {
  return { text: language === 'ja' ? `${name} 様` : `Dear ${name},` };
}
