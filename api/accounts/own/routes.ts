import { Hono } from 'hono';
import { allow, allowWhileSettingUp, type SignedInEnv } from '../../access/allow.ts';
import { input } from '../../http/input.ts';
import { Problem } from '../../problem.ts';
import { checkAgain, checkAgainAndRenew } from '../again.ts';
import { askByMail } from '../../tokens/ask-by-mail.ts';
import { changePassword } from '../change-password.ts';
import {
  addressChange,
  againInput,
  ownAccountInput,
  passwordChange,
  type RecoveryCodes,
  totpConfirmation,
} from '../contract.ts';
import { enterFully } from '../enter.ts';
import { removeTotp, renewRecoveryCodes } from '../totp/end-totp.ts';
import { beginTotp, confirmTotp } from '../totp/set-up.ts';
import { byAccount } from '../by-account.ts';
import { changeOwnAccount, readOwnAccount } from './account.ts';
import { endOtherSessions, endOwnSession } from './sessions.ts';

const mine = 'own-account:change';

/** What everybody may do with their own account. */
export const ownAccountRoutes = new Hono<SignedInEnv>()
  .get('/', allow(mine), async (c) => c.json(await readOwnAccount(c.get('services'), c.get('account').id)))
  .put('/', allow(mine), input(ownAccountInput), async (c) => {
    await changeOwnAccount(c.get('services'), c.req.valid('json'), byAccount(c));
    return c.json(await readOwnAccount(c.get('services'), c.get('account').id));
  })
  .put('/password', allow(mine), input(passwordChange), async (c) => {
    const { currentPassword, password } = c.req.valid('json');
    await checkAgain(c, c.get('account'), currentPassword);
    await changePassword(c.get('services'), c.get('account'), password, byAccount(c));
    await c.get('services').sessions.start(c, c.get('account'));
    return c.body(null, 204);
  })
  .post('/address', allow(mine), input(addressChange), async (c) => {
    const { currentPassword, email } = c.req.valid('json');
    const { id: accountId } = c.get('account');
    await checkAgainAndRenew(c, c.get('account'), currentPassword);
    await askByMail(c.get('services'), { kind: 'address-confirmation', email, language: c.get('language'), accountId });
    return c.json({ asked: true }, 202);
  })
  .post('/totp', allowWhileSettingUp(mine), input(againInput), async (c) => {
    const session = await c.get('services').sessions.read(c);
    // Who was just led here from signing in has given it a moment ago.
    if (session?.stage === 'signed-in') {
      await checkAgainAndRenew(c, c.get('account'), c.req.valid('json').currentPassword);
    }
    return c.json(await beginTotp(c.get('services'), c.get('account')), 201);
  })
  .put('/totp', allowWhileSettingUp(mine), input(totpConfirmation), async (c) => {
    const recoveryCodes = await confirmTotp(
      c.get('services'),
      c.get('account'),
      c.req.valid('json').code,
      byAccount(c),
    );
    await enterFully(c, c.get('account'), 'totp-set-up');
    return c.json({ recoveryCodes } satisfies RecoveryCodes);
  })
  .post('/totp/removal', allow(mine), input(againInput), async (c) => {
    await checkAgain(c, c.get('account'), c.req.valid('json').currentPassword);
    await removeTotp(c.get('services'), c.get('account'), byAccount(c));
    await c.get('services').sessions.start(c, c.get('account'));
    return c.body(null, 204);
  })
  .post('/recovery-codes', allow(mine), input(againInput), async (c) => {
    await checkAgainAndRenew(c, c.get('account'), c.req.valid('json').currentPassword);
    const recoveryCodes = await renewRecoveryCodes(c.get('services'), c.get('account'), byAccount(c));
    return c.json({ recoveryCodes } satisfies RecoveryCodes, 201);
  })
  .get('/sessions', allow(mine), async (c) => {
    return c.json({ sessions: await c.get('services').sessions.listOf(c, c.get('account').id) });
  })
  .delete('/sessions', allow(mine), async (c) => {
    const session = await c.get('services').sessions.read(c);
    if (!session) throw new Problem('not-signed-in');
    await endOtherSessions(c.get('services'), session.id, byAccount(c));
    return c.body(null, 204);
  })
  .delete('/sessions/:id', allow(mine), async (c) => {
    await endOwnSession(c.get('services'), c.req.param('id'), byAccount(c));
    return c.body(null, 204);
  });
