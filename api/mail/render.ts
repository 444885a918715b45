import type { Language } from '../../content/schema/languages.ts';
import type { Services } from '../services.ts';
import { frameOf } from './frame.ts';
import { mailHtml } from './html.ts';
import type { MailText } from './mail.ts';
import { plainText } from './plain-text.ts';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

const longestSubject = 150;

/** A mail as it is sent: the subject on one line, plain text, and HTML that says the same. */
export async function renderMail(mail: MailText, services: Services, language: Language): Promise<RenderedMail> {
  const frame = frameOf(services, language);
  const whole = { ...mail, subject: oneLine(mail.subject, longestSubject) };
  return { subject: whole.subject, text: plainText(whole, frame), html: await mailHtml(whole, frame) };
}

/** A text that can stand in a header: no line ends, nothing invisible, and only so long. */
export function oneLine(text: string, longest: number): string {
  const plain = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    // Would be read as an encoded word (RFC 2047) by programs that are not strict.
    .replaceAll('=?', '= ?')
    .trim();
  const characters = Array.from(plain);
  return characters.length <= longest ? plain : `${characters.slice(0, longest - 1).join('')}…`;
}
