import type { BrowserContext, Request } from 'playwright';

/** What came over the wire: responses with their headers, as compressed as they came. */
export interface Traffic {
  requests: number;
  bytes: number;
}

const quietMs = 400;

/** Counts what pages and workers of a context load from now on. */
export function countTraffic(context: BrowserContext) {
  const finished: Request[] = [];
  const pending = new Set<Request>();
  let changed = performance.now();
  const end = (request: Request) => {
    pending.delete(request);
    changed = performance.now();
  };
  context.on('request', (request) => {
    pending.add(request);
    changed = performance.now();
  });
  context.on('requestfailed', end);
  context.on('requestfinished', (request) => {
    finished.push(request);
    end(request);
  });
  return {
    /** What has come so far. */
    async soFar(): Promise<Traffic> {
      const sizes = await Promise.all(finished.map((request) => request.sizes()));
      const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0);
      return { requests: sizes.length, bytes };
    },
    /** Waits until nothing has been under way for a while. */
    async quiet(): Promise<void> {
      while (pending.size > 0 || performance.now() - changed < quietMs) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
