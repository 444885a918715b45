import commonPasswords from 'fxa-common-password-list';
import type { Language } from '../../content/schema/languages.ts';
import { Problem } from '../problem.ts';

/**
 * Refuses what is guessed first: one of the passwords used most, or what is known about the person (OWASP ASVS 5.0 6.2.4,
 * 6.2.11). Otherwise, any text will do. Throws `invalid-input`.
 */
export function checkNewPassword(password: string, about: readonly string[], language: Language): void {
  const plain = password.normalize('NFKC').toLowerCase();
  const isAbout = about.some((known) => known.length >= 4 && plain === known.toLowerCase());
  const isOneLetter = new Set(plain).size < 4;
  if (!commonPasswords.test(plain) && !isAbout && !isOneLetter) return;
  const detail =
    language === 'ja'
      ? 'よく使われる、推測されやすいパスワードです。別のことばをお選びください。'
      : 'This password is easily guessed: many people use it. Please choose another.';
  throw new Problem('invalid-input', { errors: [{ pointer: '#/password', detail }] });
}
