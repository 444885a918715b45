import type { Browser, Request } from 'playwright';

/** Bytes of one page as they came over the wire (brotli), before anybody touched it. */
export interface PageWeight {
  requests: number;
  htmlAndCss: number;
  script: number;
  other: number;
}

/** Opens a page in a fresh browser profile and adds up what it loads by itself. */
export async function weighPage(browser: Browser, url: string): Promise<PageWeight> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const weight: PageWeight = { requests: 0, htmlAndCss: 0, script: 0, other: 0 };
  const counting: Promise<void>[] = [];
  const count = async (request: Request) => {
    const { responseBodySize } = await request.sizes();
    const type = request.resourceType();
    weight.requests += 1;
    if (type === 'document' || type === 'stylesheet') weight.htmlAndCss += responseBodySize;
    else if (type === 'script') weight.script += responseBodySize;
    else weight.other += responseBodySize;
  };
  page.on('requestfinished', (request) => counting.push(count(request)));
  await page.goto(url, { waitUntil: 'networkidle' });
  await Promise.all(counting);
  await context.close();
  return weight;
}
