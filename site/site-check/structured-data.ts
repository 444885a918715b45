import type { BuiltPage, BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';

type Thing = Record<string, unknown>;

/** What each type cannot be without: as Google asks, and for the others as schema.org's own examples have it. */
const needed: Readonly<Record<string, readonly string[]>> = {
  Answer: ['text'],
  Article: ['headline', 'dateModified', 'author'],
  BlogPosting: ['headline', 'datePublished', 'dateModified', 'author', 'publisher'],
  BreadcrumbList: ['itemListElement'],
  Clip: ['name', 'url'],
  Comment: ['text', 'author', 'datePublished'],
  ContactPoint: ['contactType', 'url'],
  DiscussionForumPosting: ['headline', 'url', 'author', 'datePublished'],
  FAQPage: ['mainEntity'],
  HowTo: ['name', 'step', 'dateModified'],
  HowToStep: ['text'],
  HowToTool: ['name'],
  ListItem: ['position', 'name', 'item'],
  OpeningHoursSpecification: ['opens', 'closes'],
  Organization: ['name'],
  Person: ['name', 'url'],
  QAPage: ['mainEntity'],
  Question: ['name'],
  VideoObject: ['name', 'description', 'thumbnailUrl', 'uploadDate', 'duration', 'contentUrl', 'transcript'],
  WebSite: ['name', 'url'],
};

/** Structured data that cannot be read, lacks what its type needs, or says what is not so. */
export function checkStructuredData(site: BuiltSite): Finding[] {
  return [
    ...site.pages.flatMap((page) =>
      thingsOf(page).flatMap((thing) =>
        (typeof thing === 'string' ? [thing] : complaints(thing, site)).map((reason) => ({ page: page.url, reason })),
      ),
    ),
    ...askedTwice(site),
  ];
}

/** Everything with a type on a page, however deep it lies; a text is what is wrong with the whole. */
function thingsOf({ root }: BuiltPage): (Thing | string)[] {
  return root.querySelectorAll('script[type="application/ld+json"]').flatMap((script): (Thing | string)[] => {
    try {
      const data = JSON.parse(script.textContent) as Thing;
      if (data['@context'] !== 'https://schema.org') return ['Its structured data is not of https://schema.org.'];
      return typedWithin(data);
    } catch {
      return ['Its structured data is not JSON.'];
    }
  });
}

function typedWithin(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(typedWithin);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(typedWithin);
  return '@type' in value ? [value, ...inner] : inner;
}

function complaints(thing: Thing, { addresses, origin }: BuiltSite): string[] {
  const type = String(thing['@type']);
  const fields = needed[type];
  if (!fields) return [`${type}: no rule says what it needs. Add one to the check, or mend its name.`];
  const missing = fields.filter((field) => isEmpty(thing[field]));
  const dead = ['url', 'item', 'contentUrl', 'thumbnailUrl'].filter((field) => isDead(thing[field], addresses, origin));
  return [
    ...missing.map((field) => `${type}: ${field} is missing.`),
    ...dead.map((field) => `${type}: ${field} leads nowhere: ${String(thing[field])}`),
    ...(type === 'OpeningHoursSpecification' ? wrongHours(thing) : []),
    ...(type === 'VideoObject' ? wrongVideo(thing) : []),
    ...(type === 'BreadcrumbList' ? wrongOrder(thing) : []),
    ...(type === 'Question' ? wrongAnswers(thing) : []),
  ];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function isDead(value: unknown, addresses: ReadonlySet<string>, origin: string): boolean {
  if (typeof value !== 'string') return false;
  const url = URL.parse(value);
  return url === null || (url.origin === origin && !addresses.has(url.pathname));
}

function wrongHours({ opens, closes, dayOfWeek, validFrom, validThrough }: Thing): string[] {
  const hasDays = !isEmpty(dayOfWeek) || (!isEmpty(validFrom) && !isEmpty(validThrough));
  return [
    ...(isTime(opens) && isTime(closes) ? [] : ['OpeningHoursSpecification: times are such as 09:30.']),
    ...(hasDays ? [] : ['OpeningHoursSpecification: it holds on no day.']),
  ];
}

function isTime(value: unknown): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(String(value));
}

function wrongVideo({ duration, hasPart }: Thing): string[] {
  const seconds = Number(/^PT(\d+)S$/.exec(String(duration))?.[1]);
  const clips = Array.isArray(hasPart) ? (hasPart as Thing[]) : [];
  const isWithin = clips.every(
    ({ startOffset, endOffset }) => Number(startOffset) < Number(endOffset) && Number(startOffset) < seconds,
  );
  return [
    ...(seconds > 0 ? [] : ['VideoObject: duration is such as PT34S.']),
    ...(seconds > 0 && !isWithin ? ['VideoObject: a clip lies outside of the film.'] : []),
  ];
}

function wrongOrder({ itemListElement }: Thing): string[] {
  const items = Array.isArray(itemListElement) ? (itemListElement as Thing[]) : [];
  const isInOrder = items.every(({ position }, index) => position === index + 1);
  return isInOrder ? [] : ['BreadcrumbList: positions count from 1.'];
}

/** A question of an article is answered; one that people answered says how many did, and who and when. */
function wrongAnswers({ acceptedAnswer, suggestedAnswer, answerCount }: Thing): string[] {
  if (isEmpty(acceptedAnswer) && isEmpty(suggestedAnswer)) return ['Question: acceptedAnswer is missing.'];
  const answers = [acceptedAnswer, suggestedAnswer].flat().filter((answer) => !isEmpty(answer)) as Thing[];
  if (answerCount === undefined) return [];
  return answers.flatMap((answer) =>
    ['url', 'author', 'datePublished', 'upvoteCount']
      .filter((field) => isEmpty(answer[field]))
      .map((field) => `Answer: ${field} is missing.`),
  );
}

/** Google: a question that several pages answer is marked up on one of them only. */
function askedTwice({ pages }: BuiltSite): Finding[] {
  const asked = new Map<string, string>();
  const findings: Finding[] = [];
  for (const page of pages) {
    const language = page.root.querySelector('html')?.getAttribute('lang') ?? '';
    for (const thing of thingsOf(page)) {
      if (typeof thing === 'string' || thing['@type'] !== 'Question') continue;
      const key = `${language} ${String(thing['name'])}`;
      const before = asked.get(key);
      if (before)
        findings.push({ page: page.url, reason: `Question: ${before} asks it, too: ${String(thing['name'])}` });
      else asked.set(key, page.url);
    }
  }
  return findings;
}
