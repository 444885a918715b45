import { Hono } from 'hono';
import type { Logger } from 'pino';
import { type Listener, listen } from '../http/listen.ts';
import type { Metrics } from './metrics.ts';

/**
 * Gives out metrics at `/metrics` of a port of their own: the public one has nothing of them. Throws `ListenError` when
 * the port is taken.
 */
export async function serveMetrics(
  { registry }: Metrics,
  address: { port: number; host: string },
  log: Logger,
): Promise<Listener> {
  const listener = await listen(address, { setting: 'METRICS_' });
  const app = new Hono()
    .get('/metrics', async (c) => c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType }))
    .notFound((c) => c.text('Only /metrics is here.\n', 404))
    .onError((error, c) => {
      log.error({ err: error }, 'metrics could not be collected');
      return c.text('Metrics could not be collected; see the log.\n', 500);
    });
  listener.answerWith((request) => app.fetch(request));
  return listener;
}
