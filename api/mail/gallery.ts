import type { Language } from '../../content/schema/languages.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { MailExample } from './contract.ts';
import { mailKindOf, mailKinds } from './kinds.ts';
import { type RenderedMail, renderMail } from './render.ts';
import { withoutKeys } from './without-keys.ts';

const readers = {
  ja: { address: 'hanako@example.jp', name: '佐藤 花子' },
  en: { address: 'tom@example.com', name: 'Tom Baker' },
};

/** Every kind of mail with its examples, in each language of the portal. */
export async function listExamples(services: Services): Promise<MailExample[]> {
  const examples = Object.keys(mailKinds).flatMap((kind) =>
    services.languages().flatMap((language) => {
      const count = mailKindOf(kind)?.examples(language).length ?? 0;
      return Array.from({ length: count }, (_, number) => ({ kind, language, number }));
    }),
  );
  return Promise.all(
    examples.map(async ({ kind, language, number }) => {
      const { subject, text } = await renderExample(services, kind, language, number);
      return { kind, language, number, subject, text };
    }),
  );
}

/** Throws `not-found` for an example that there is not. */
export async function renderExample(
  services: Services,
  kind: string,
  language: Language,
  number: number,
): Promise<RenderedMail> {
  const harmless = withoutKeys(services);
  const known = mailKindOf(kind);
  const payload = known?.examples(language)[number];
  const mail =
    payload === undefined ? null : await known?.write(payload, { services: harmless, language, to: readers[language] });
  if (!mail) throw new Problem('not-found');
  return renderMail(mail, harmless, language);
}
