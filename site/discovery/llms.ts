import { kinds } from '../../components/search/kinds.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { Portal } from '../../content/schema/portal.ts';

interface Listed {
  language: Language;
  title: string;
  answer: string;
  category: string;
  url: string;
}

interface ListedPost {
  language: Language;
  title: string;
  summary: string;
  url: string;
}

/** What the site is and where its articles are as Markdown, by language and category (llmstxt.org). */
export function llmsText(
  portal: Portal,
  articles: readonly Listed[],
  absolute: (address: string) => string,
  posts: readonly ListedPost[] = [],
): string {
  const names = portal.languages.map((language) => portal.name[language]);
  const about = portal.languages.map((language) => `> ${portal.mission[language]}`);
  const sections = portal.languages.flatMap((language) =>
    portal.categories.map(({ slug, name, description }) => {
      const links = articles
        .filter((article) => article.language === language && article.category === slug)
        .map(({ title, answer, url }) => `- [${escaped(title)}](${absolute(`${url}index.md`)}): ${answer}`);
      return links.length > 0
        ? `## ${name[language]} (${language})\n\n${description[language]}\n\n${links.join('\n')}`
        : '';
    }),
  );
  const journals = portal.languages.flatMap((language) => {
    const links = posts
      .filter((post) => post.language === language)
      .map(({ title, summary, url }) => `- [${escaped(title)}](${absolute(`${url}index.md`)}): ${summary}`);
    return links.length > 0 ? [`## ${kinds[language].posts} (${language})\n\n${links.join('\n')}`] : [];
  });
  const contact = portal.languages.map((language) => {
    const form = portal.channels.find(({ kind }) => kind === 'form');
    return `- [${escaped((form ?? portal).name[language])}](${absolute(`/${language}/contact/`)})`;
  });
  const parts = [
    `# ${names.join(' / ')}`,
    about.join('\n>\n'),
    ...sections,
    ...journals,
    `## Contact\n\n${contact.join('\n')}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('[', '\\[').replaceAll(']', '\\]');
}
