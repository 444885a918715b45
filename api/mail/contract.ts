/** One example of the gallery: a kind of mail, in a language. */
export interface MailExample {
  kind: string;
  language: 'ja' | 'en';
  /** Which of the examples of that kind, from 0 on. */
  number: number;
  subject: string;
  text: string;
}
