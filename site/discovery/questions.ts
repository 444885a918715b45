import type { Thing } from './structured-data.ts';

/** Questions with the short answers that stand beneath them on the page. Only one page may have each of them. */
export function questionsPage(
  url: string,
  questions: readonly { title: string; answer: string; url: string }[],
): Thing {
  return {
    '@type': 'FAQPage',
    '@id': `${url}#questions`,
    mainEntity: questions.map(({ title, answer, url }) => ({
      '@type': 'Question',
      name: title,
      url,
      acceptedAnswer: { '@type': 'Answer', text: answer, url },
    })),
  };
}
