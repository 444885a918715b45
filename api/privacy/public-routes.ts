import { Hono } from 'hono';
import { html } from 'hono/html';
import { and, eq } from 'drizzle-orm';
import { emptyTrap, proofOfForm, requireHuman } from '../challenge/human.ts';
import type { Env } from '../http/env.ts';
import { fromForm, input, isForm } from '../http/input.ts';
import { seeOther } from '../http/see-other.ts';
import { countAddress } from '../limits/counted.ts';
import { Problem } from '../problem.ts';
import { identities } from '../customers/tables.ts';
import { conversations } from '../tickets/tables.ts';
import { conversationBehind } from '../tickets/private-links.ts';
import { orAskAgain } from '../tokens/ask-again.ts';
import { isStillUsable, issueToken, tokenOf, useUp } from '../tokens/one-time-tokens.ts';
import { askForData } from './ask-for-data.ts';
import { copyInput, myDataInput, wishInput } from './contract.ts';
import { erasePerson } from './erase.ts';
import { dataOfPerson, requestDataOf } from './export.ts';
import { dataDocument, dataSections } from './export-page.ts';
import { answerPage, button, confirmation, keepPrivate, wishBehind } from './my-data-page.ts';
import { myDataTexts } from './my-data-texts.ts';
import { personAt } from './person.ts';

/** Minutes in which the other format of a copy can be had, too. */
const otherFormatMinutes = 15;

/** What customers do about their own data, without an account and without JavaScript. */
export const myDataRoutes = new Hono<Env>()
  .post(
    '/api/my-data',
    fromForm((c) => ({ id: 'my-data', page: () => c.get('services').pages.shell(`/${c.get('language')}/my-data/`) })),
    proofOfForm,
    emptyTrap,
    input(myDataInput),
    async (c) => {
      const { email, what, language } = c.req.valid('json');
      await countAddress(c, 'data-requests-by-address');
      await requireHuman(c, 'data-request');
      await askForData(c.get('services'), email, what, language);
      if (isForm(c)) return seeOther(c, `/${language}/my-data/sent/`);
      return c.json({}, 202);
    },
  )
  .post(
    '/:language{ja|en}/requests/:token/data',
    fromForm(() => ({ id: 'data', page: async () => null })),
    input(wishInput),
    async (c) => {
      const services = c.get('services');
      const { language, token } = c.req.param();
      const id = await conversationBehind(services.db, token, services.clock());
      await countAddress(c, 'data-requests-by-address');
      const [owner] = await services.db.read
        .select({ address: identities.value })
        .from(conversations)
        .innerJoin(identities, and(eq(identities.customerId, conversations.customerId), eq(identities.kind, 'email')))
        .where(eq(conversations.id, id));
      if (owner) await askForData(services, owner.address, c.req.valid('json').what, language as 'ja' | 'en');
      if (isForm(c)) return seeOther(c, `/${language}/my-data/sent/`);
      return c.json({}, 202);
    },
  )
  .get('/:language{ja|en}/requests/:token/:file{data\\.(?:json|html)}', async (c) => {
    const services = c.get('services');
    const { language, token, file } = c.req.param();
    const id = await conversationBehind(services.db, token, services.clock());
    const data = await requestDataOf(services, id);
    keepPrivate(c);
    c.header('Content-Disposition', `attachment; filename="${file}"`);
    if (file === 'data.json') {
      return c.body(JSON.stringify(data, null, 2), 200, { 'Content-Type': 'application/json' });
    }
    return c.html(await dataDocument(data, language as 'ja' | 'en', services.timeZone()));
  })
  .get(`/:language{ja|en}/my-data/:token{[\\w-]{32}}/`, async (c) => {
    const { what, address } = await orAskAgain(c, 'my-data', wishBehind(c));
    return answerPage(c, await confirmation(c, what, address));
  })
  .post(
    `/:language{ja|en}/my-data/:token{[\\w-]{32}}/copy`,
    fromForm(() => ({ id: 'my-data', page: async () => null })),
    input(copyInput),
    async (c) => {
      const services = c.get('services');
      const { db, clock } = services;
      const { id, address, detail } = await wishBehind(c, 'copy');
      const language = c.get('language');
      const person = await personAt(db, address);
      if (person === null) return answerPage(c, await confirmation(c, 'copy', address));
      // A link for the other format gives that alone: otherwise each would make the next, for ever.
      const isFirst = c.req.valid('json').format === 'html' && detail['isOtherFormat'] === undefined;
      const other = issueToken(
        services,
        { purpose: 'data-export', subject: address, minutes: otherFormatMinutes, detail: { isOtherFormat: true } },
        isStillUsable(id, clock()),
      );
      const results = await db.write([...(isFirst ? [other.statement] : []), useUp(db, id, clock())]);
      if (!results.at(-1)?.changes) throw new Problem('link-expired');
      const data = await dataOfPerson(services, person);
      keepPrivate(c);
      if (!isFirst) {
        c.header('Content-Disposition', 'attachment; filename="personal-data.json"');
        return c.body(JSON.stringify(data, null, 2), 200, { 'Content-Type': 'application/json' });
      }
      const says = myDataTexts[language];
      const nextAddress = `/${language}/my-data/${tokenOf(services.secret, other.id)}/copy`;
      return answerPage(c, {
        title: says.copy.done,
        text: html`<p>${says.copy.keep(otherFormatMinutes)}</p>
          ${button(nextAddress, says.copy.json, 'json')}`,
        data: dataSections(data, language, services.timeZone()),
      });
    },
  )
  .post(`/:language{ja|en}/my-data/:token{[\\w-]{32}}/erasure`, async (c) => {
    const services = c.get('services');
    const { db, clock } = services;
    const { id, address } = await wishBehind(c, 'erasure');
    const says = myDataTexts[c.get('language')];
    const person = await personAt(db, address);
    if (person === null) return answerPage(c, await confirmation(c, 'erasure', address));
    const guard = isStillUsable(id, clock());
    try {
      await erasePerson(services, person, { way: 'customer', accountId: null, requestId: c.get('requestId'), guard });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.slug === 'legal-hold') return answerPage(c, await confirmation(c, 'erasure', address), 409);
      throw error.slug === 'not-found' ? new Problem('link-expired') : error;
    }
    return answerPage(c, { title: says.erasure.done, text: html`<p>${says.erasure.doneText}</p>` });
  });
