import { type BuiltSite, readBuiltSite } from './built.ts';
import { checkDescriptions } from './descriptions.ts';
import { checkFeeds } from './feeds.ts';
import type { Finding } from './finding.ts';
import { checkImages } from './images.ts';
import { checkInlineScripts } from './inline-scripts.ts';
import { checkInlineSpaces } from './inline-spaces.ts';
import { checkLanguages } from './languages.ts';
import { checkLinks } from './links.ts';
import { checkRequests } from './requests.ts';
import { checkSitemap } from './sitemap.ts';
import { checkSocialPictures } from './social-pictures.ts';
import { checkStructuredData } from './structured-data.ts';
import { checkVideos } from './videos.ts';

const checks: ((site: BuiltSite) => Finding[])[] = [
  checkLinks,
  checkLanguages,
  checkSitemap,
  checkDescriptions,
  checkStructuredData,
  checkImages,
  checkVideos,
  checkFeeds,
  checkSocialPictures,
  checkRequests,
  checkInlineScripts,
  checkInlineSpaces,
];

/** What is wrong in a built site, over all of its pages. */
export async function checkSite(siteFolder: string): Promise<{ pages: number; findings: Finding[] }> {
  const site = await readBuiltSite(siteFolder);
  return { pages: site.pages.length, findings: checks.flatMap((check) => check(site)) };
}
