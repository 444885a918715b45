import type { Services } from '../../services.ts';
import type { Objection, Reviewer } from '../reviewer.ts';
import { digitsOf, mailAddress, messengerName, postalAddress, telephonesIn } from './contact-patterns.ts';
import { folded } from './folded-text.ts';
import { isOwnHost } from './own-hosts.ts';

/**
 * What nobody should say in public, of themselves or of others: mail addresses, telephone numbers, postal addresses, and
 * what the contact form asks for with a pattern and calls personal, such as order numbers. Urgent, whoever wrote it; where
 * the organisation itself is reached may be said.
 */
export const contactData: Reviewer = {
  name: 'contact-data',
  look: (services, { title, body }) => {
    const text = folded(`${title}\n${body}`);
    const personal = mailsIn(services, text) ?? telephoneIn(services, text) ?? matched(postalAddress, text);
    const detail = personal ?? formAnswerIn(services, `${title}\n${body}`) ?? matched(messengerName, text);
    return detail === undefined ? null : objection(detail);
  },
};

function objection(detail: string): Objection {
  return { verdict: 'queue', reason: 'contact-data', detail: detail.trim().slice(0, 120), weight: 0.8, isUrgent: true };
}

function mailsIn(services: Services, text: string): string | undefined {
  return [...text.matchAll(mailAddress)]
    .map(([found]) => found)
    .find((found) => !isOwnHost(services, hostOfMail(found)));
}

function hostOfMail(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function telephoneIn({ portal }: Services, text: string): string | undefined {
  const own = new Set(
    portal().channels.flatMap((channel) => (channel.kind === 'phone' ? [digitsOf(channel.number)] : [])),
  );
  return telephonesIn(text)
    .map(({ found }) => found)
    .find((found) => !own.has(digitsOf(found)));
}

function matched(pattern: RegExp, text: string): string | undefined {
  return text.match(pattern)?.[0];
}

/** Patterns are for whole answers; here they stand in the middle of a text. The example of the form is nobody's. */
function formAnswerIn({ categories }: Services, text: string): string | undefined {
  const questions = categories().flatMap((category) => category.questions);
  const plain = text.normalize('NFKC');
  for (const question of questions) {
    if (question.kind !== 'text' || !question.personal || question.pattern === undefined) continue;
    const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${question.pattern})(?![\p{L}\p{N}-])`, 'gu');
    const found = plain.match(pattern)?.find((each) => each !== '' && each !== question.example);
    if (found !== undefined) return found;
  }
  return undefined;
}
