import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { allow, type SignedInEnv } from '../../access/allow.ts';
import { checkAgain, checkAgainAndRenew } from '../../accounts/again.ts';
import { byAccount } from '../../accounts/by-account.ts';
import { changePassword } from '../../accounts/change-password.ts';
import { addressChange, ownAccountInput, passwordChange } from '../../accounts/contract.ts';
import { changeOwnAccount } from '../../accounts/own/account.ts';
import { membersPage } from '../../accounts/pages/return-to.ts';
import type { Env } from '../../http/env.ts';
import { fromForm, input } from '../../http/input.ts';
import { seeOther } from '../../http/see-other.ts';
import { keepPrivate } from '../../privacy/my-data-page.ts';
import { Problem } from '../../problem.ts';
import { askByMail } from '../../tokens/ask-by-mail.ts';
import { surroundingsOf } from '../pages/answer-page.ts';
import { unsubscribeFromBoard, unsubscribeFromThread } from '../subscriptions/subscribe.ts';
import { accountPage, accountPath } from './draw.ts';
import { type AccountForm, accountPageTexts } from './texts.ts';

const mine = 'own-account:change';
const at = (form: AccountForm) => `/:language{ja|en}/members/account/${form}` as const;

/** The page's own language is another than the one that somebody wants mails in. */
const profileForm = z
  .strictObject({ name: ownAccountInput.shape.name, mailLanguage: ownAccountInput.shape.language })
  .transform(({ name, mailLanguage }) => ({ name, language: mailLanguage }));
const mailsForm = z.union([
  z.strictObject({ thread: z.coerce.number().int().min(1).max(999_999_999) }),
  z.strictObject({ board: z.string().min(1).max(60), of: z.enum(['ja', 'en']) }),
]);

/** The page of one's own account, whose forms need no script. */
export const accountPageRoutes = new Hono<Env>()
  .get('/:language{ja|en}/members/account/', async (c) => {
    const around = await surroundingsOf(c);
    const { reader, language } = around;
    if (!reader) return c.redirect(membersPage(language, 'sign-in', accountPath(language)), 303);
    const done = Object.keys(accountPageTexts.ja.done).find((form) => form === c.req.query('done'));
    const page = await accountPage({ ...around, reader }, done as AccountForm | undefined);
    if (page === null) throw new Problem('not-found');
    keepPrivate(c);
    return c.html(page);
  })
  // Where somebody stands after a form that had to be sent again, and may reload.
  .get('/:language{ja|en}/members/account/:form{profile|address|password|mails}', (c) => c.redirect('./', 303))
  .post(at('profile'), allow(mine), accountForm('profile'), input(profileForm), async (c) => {
    await changeOwnAccount(c.get('services'), c.req.valid('json'), byAccount(c));
    return done(c, 'profile');
  })
  .post(at('address'), allow(mine), accountForm('address'), input(addressChange), async (c) => {
    const { currentPassword, email } = c.req.valid('json');
    const { id: accountId } = c.get('account');
    await checkAgainAndRenew(c, c.get('account'), currentPassword);
    await askByMail(c.get('services'), { kind: 'address-confirmation', email, language: c.get('language'), accountId });
    return done(c, 'address');
  })
  .post(at('password'), allow(mine), accountForm('password'), input(passwordChange), async (c) => {
    const { currentPassword, password } = c.req.valid('json');
    await checkAgain(c, c.get('account'), currentPassword);
    await changePassword(c.get('services'), c.get('account'), password, byAccount(c));
    await c.get('services').sessions.start(c, c.get('account'));
    return done(c, 'password');
  })
  .post(at('mails'), allow(mine), accountForm('mails'), input(mailsForm), async (c) => {
    const which = c.req.valid('json');
    const [services, account] = [c.get('services'), c.get('account')];
    if ('thread' in which) await unsubscribeFromThread(services, which.thread, account);
    else await unsubscribeFromBoard(services, { language: which.of, board: which.board }, account);
    return done(c, 'mails');
  });

/** Such a form is shown again with what is wrong, and everything else as it is. */
function accountForm(form: AccountForm) {
  return fromForm((c) => ({
    id: `account-${form}`,
    page: async () => {
      const around = await surroundingsOf(c);
      return around.reader ? accountPage({ ...around, reader: around.reader }) : null;
    },
  }));
}

function done(c: Context<SignedInEnv>, form: AccountForm): never {
  return seeOther(c, `${accountPath(c.get('language'))}?done=${form}`);
}
