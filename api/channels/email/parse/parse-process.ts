import { peakBytes } from './process-usage.ts';
import { readMail } from './read-mail.ts';

/*
 * Reads mails in a process of its own: whatever strangers wrote, the portal goes on. Is sent `{ path, folder, ownHosts,
 * mostBytes }`, and answers with what the mail says, or without when it could not be read; first of all it says that it
 * is ready.
 */

interface Asked {
  path: string;
  folder: string;
  ownHosts: string[];
  mostBytes: number;
}

process.on('message', ({ path, folder, ownHosts, mostBytes }: Asked) => {
  process.send?.({ mail: read(), peakBytes: peakBytes() });

  function read() {
    try {
      return readMail(path, { folder, ownHosts, limits: { rawBytes: mostBytes } });
    } catch {
      return undefined;
    }
  }
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
