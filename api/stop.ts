import type { Logger } from 'pino';

const sameSignalMs = 1000;

/**
 * Ends the process at SIGTERM or SIGINT once `close` is done: requests that are under way get their answer before the
 * database closes. Who signals twice does not want to wait.
 */
export function stopGracefully(log: Logger, close: () => Promise<void>): void {
  let since: number | null = null;
  const stop = async (signal: NodeJS.Signals) => {
    // Ctrl+C under npm arrives twice: from the terminal, and passed on by npm.
    if (since !== null && performance.now() - since < sameSignalMs) return;
    if (since !== null) {
      log.warn({ signal }, 'stopped at once');
      process.exit(1);
    }
    since = performance.now();
    log.info({ signal }, 'stopping');
    await close();
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
}
