/** The part of a service worker's surroundings that is used here: the compiler knows either those of pages or these. */
export interface WorkerScope {
  /** What the build says of itself in the first line of the file. */
  madoBuild: Build;
  location: Location;
  registration: { unregister(): Promise<boolean> };
  clients: { claim(): Promise<void>; matchAll(options?: { type: 'window' }): Promise<{ url: string }[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  /** Where browsers wake a worker once the network is back. */
  addEventListener(type: 'sync', listener: (event: LastingEvent & { tag: string }) => void): void;
}

export interface Build {
  id: string;
  /** Whether the portal keeps pages at all. */
  isOn: boolean;
  languages: string[];
}

interface LastingEvent {
  waitUntil(done: Promise<unknown>): void;
}

interface FetchEvent extends LastingEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
