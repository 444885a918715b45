/* The library describes this class and does not export it: it is imported from the file it is in. */
declare module 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js' {
  import type { RateLimiterStoreAbstract } from 'rate-limiter-flexible';
  const base: typeof RateLimiterStoreAbstract;
  export default base;
}
