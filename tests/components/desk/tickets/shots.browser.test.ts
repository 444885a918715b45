import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useDesk } from './desk-server.ts';
import { openTicket, title, reply } from './open-ticket.ts';
import { richTicket } from './rich-ticket.ts';
import { expectAccessible } from '../../accessible.ts';

for (const language of ['ja', 'en'] as const)
  for (const width of [1280, 390])
    for (const scheme of ['light', 'dark'])
      it(`${language} ${width} ${scheme}`, async () => {
        await page.viewport(width === 1280 ? 900 : 390, 1000);
        document.documentElement.style.colorScheme = scheme;
        useDesk({
          'GET /api/tickets/M-AAAA': richTicket(),
          'PUT /api/desk/presence/M-AAAA': { present: [{ accountId: 'a2', name: 'Emma', isWriting: true, seenAt: 1 }] },
        });
        const t = await openTicket({ language });
        await expect.poll(title).toBeDefined();
        await new Promise((r) => setTimeout(r, 300));
        await page.screenshot({ path: `../../../../.shots/t-${language}-${width}-${scheme}.png` });
        if (scheme === 'light') await expectAccessible(t);
        document.documentElement.style.colorScheme = scheme;
        await userEvent.click(reply());
        if (scheme === 'dark') await userEvent.keyboard('abc {{}{{}customer}}');
        reply().scrollIntoView();
        await new Promise((r) => setTimeout(r, 100));
        await page.screenshot({ path: `../../../../.shots/o-${language}-${width}-${scheme}.png` });
        document.documentElement.style.colorScheme = '';
      });
