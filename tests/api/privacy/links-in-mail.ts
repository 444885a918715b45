import { sql } from 'drizzle-orm';
import { createPages } from '../../../api/http/pages.ts';
import { outbox } from '../../../api/outbox/tables.ts';
import { dataErasureMail, dataExportMail } from '../../../api/privacy/confirmation-mail.ts';
import { sendForm } from '../support/ask.ts';
import type { twoCustomers } from './crossing.ts';

const shell = `<!doctype html><html lang="ja"><body><h1 data-slot="title"></h1><div data-slot="text"></div><div data-slot="data"></div></body></html>`;
const form = `<!doctype html><html lang="ja"><body><form id="my-data"><div data-slot="problem" hidden></div><input id="my-data-email" name="email"><p id="my-data-email-error" hidden></p></form></body></html>`;
/** The pages that are filled and sent back. */
export const pages = createPages(async (path) =>
  path.endsWith('/my-data/shell/') ? shell : path.endsWith('/my-data/') ? form : null,
);

export type Made = Awaited<ReturnType<typeof twoCustomers>>;

/** The path of the link in the newest mail, which nobody but its reader knows. */
export async function linkInMail({ services }: Made, what: 'copy' | 'erasure'): Promise<string | null> {
  const rows = await services.db.read
    .select()
    .from(outbox)
    .orderBy(sql`rowid`);
  const row = rows.at(-1);
  const kind = what === 'copy' ? dataExportMail : dataErasureMail;
  const mail = await kind.write(row?.payload as { tokenId: string }, {
    services,
    language: 'en',
    to: { address: row?.recipient ?? '', name: null },
  });
  const button = mail?.blocks.find((block) => 'button' in block);
  return button ? new URL((button as { url: string }).url).pathname : null;
}

/** Asks by the form for whoever reads an address, and gives back the link in the mail, if it has one. */
export async function linkFor(made: Made, what: 'copy' | 'erasure', email: string): Promise<string | null> {
  await sendForm(made.app.request, '/api/my-data', { email, what, language: 'en' });
  return linkInMail(made, what);
}
