import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A shop's own site that shows the portal, on an origin of its own and under a strict policy. */
export interface OtherSite {
  origin: string;
  /** What its policy did not allow, as the browser reported it. */
  close(): Promise<void>;
}

const page = (portal: string, language: string, attributes: string) => `<!doctype html>
<html lang="${language}">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Shop</title>
  <script src="/own.js"></script>
  <script async src="${portal}/embed.js" ${attributes}></script></head>
  <body><main><h1>Shop</h1><p><button type="button" id="own">Own button</button></p></main></body>
</html>`;

/** Calls that are made before the script has loaded. */
const queue = `window.Madoguchi ??= (...call) => (Madoguchi.q ??= []).push(call);
window.events = [];
for (const name of ['open', 'close', 'sent']) Madoguchi('on', name, () => events.push(name));`;

/** `portalUrl` may be asked for later: each side has to know the other's address. */
export async function startOtherSite(
  portalUrl: () => string,
  { attributes = '', language = 'en' }: { attributes?: string; language?: string } = {},
): Promise<OtherSite> {
  const server = createServer((request, response) => {
    const portal = portalUrl();
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; script-src 'self' ${portal}; frame-src ${portal}; base-uri 'none'; form-action 'none'`,
    );
    if (request.url === '/own.js') response.setHeader('Content-Type', 'text/javascript').end(queue);
    else if (request.url === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page(portal, language, attributes));
    } else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
