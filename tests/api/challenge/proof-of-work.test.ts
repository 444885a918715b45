import { createChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { describe, expect, it } from 'vitest';
import type { ProofTask } from '../../../api/challenge/contract.ts';
import { forgetOldProofs, giveTask, hasProof } from '../../../api/challenge/proof-of-work.ts';
import { allJobs } from '../../../api/jobs/all-jobs.ts';
import { runDueJobs } from '../../../api/jobs/jobs.ts';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendForm, sendJson } from '../support/ask.ts';
import { textAt, valueOf } from '../support/html.ts';
import { makeStaffedPortal } from '../support/portal.ts';
import { lateParcel, wrongColour } from '../support/samples.ts';
import { smallPages } from '../support/shells.ts';
import { rowCounts } from '../support/stored.ts';

type Portal = Awaited<ReturnType<typeof makePortal>>;

const minuteMs = 60_000;

async function askForTask({ app }: Portal, purpose = 'ticket'): Promise<ProofTask> {
  const answer = await app.request(`/api/challenges/${purpose}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as ProofTask;
}

function headerOf(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

async function solved(challenge: ProofTask): Promise<string> {
  return headerOf({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}

/** A proof as a browser brings it, after a minute of writing. */
async function proofFor(portal: Portal, purpose = 'ticket'): Promise<string> {
  const proof = await solved(await askForTask(portal, purpose));
  portal.time.now += minuteMs;
  return proof;
}

/** What speaks for a person behind the latest ticket. */
async function signOfLatest({ services }: Portal): Promise<string> {
  const { rows } = await services.db.raw.execute(
    "select detail from conversation_events where kind = 'opened' order by rowid desc limit 1",
  );
  return (JSON.parse(rows[0]?.['detail'] as string) as { sign: string }).sign;
}

async function signOfTicket(portal: Portal, proof: string, ticket = lateParcel): Promise<string> {
  const answer = await sendJson(portal.app.request, '/api/tickets', ticket, { headers: { 'Mado-Proof': proof } });
  expect(answer.status).toBe(201);
  return signOfLatest(portal);
}

describe('a proof of work', () => {
  it('speaks for a person, once', async () => {
    const portal = await makePortal();
    const proof = await proofFor(portal);
    expect(await signOfTicket(portal, proof)).toBe('proof');
    expect(await signOfTicket(portal, proof, wrongColour)).toBe('none');
  });

  it('used for two messages at once speaks for one of them', async () => {
    const portal = await makePortal();
    const proof = await proofFor(portal);
    const used = await Promise.all(
      Array.from({ length: 10 }, (_, index) => hasProof(portal.services, 'ticket', proof, `message ${index}`)),
    );
    expect(used.filter(Boolean)).toHaveLength(1);
  });

  it('speaks again for a retry of the same request, and makes no second ticket', async () => {
    const portal = await makePortal();
    const headers = { 'Mado-Proof': await proofFor(portal), 'Idempotency-Key': 'the-same-request' };
    const send = () => sendJson(portal.app.request, '/api/tickets', lateParcel, { headers });
    const first = await (await send()).json();
    expect(await (await send()).json()).toEqual(first);
    expect((await rowCounts(portal.services.db)).conversations).toBe(1);
    const { services } = portal;
    expect(await hasProof(services, 'ticket', headers['Mado-Proof'], 'another request')).toBe(false);
  });

  it('ends after half an hour', async () => {
    const portal = await makePortal();
    const [early, late] = [await proofFor(portal), await proofFor(portal)];
    portal.time.now += 28 * minuteMs;
    expect(await signOfTicket(portal, early)).toBe('proof');
    portal.time.now += 2 * minuteMs;
    expect(await signOfTicket(portal, late, wrongColour)).toBe('none');
  });

  it('that comes quicker than anybody writes speaks for nobody', async () => {
    const portal = await makePortal();
    const proof = await solved(await askForTask(portal));
    portal.time.now += 1999;
    expect(await signOfTicket(portal, proof)).toBe('none');
    portal.time.now += 1;
    expect(await signOfTicket(portal, proof, wrongColour)).toBe('proof');
  });

  it('for one purpose is none for another', async () => {
    const portal = await makePortal();
    expect(await signOfTicket(portal, await proofFor(portal, 'registration'))).toBe('none');
  });

  it('is none with a wrong solution', async () => {
    const portal = await makePortal();
    const challenge = await askForTask(portal);
    const solution = (await solveChallenge({ challenge, deriveKey })) ?? { counter: 0, derivedKey: '' };
    portal.time.now += minuteMs;
    const wrong = [
      { ...solution, derivedKey: `${solution.derivedKey.slice(0, -2)}00` },
      { ...solution, derivedKey: challenge.parameters.keyPrefix },
      { ...solution, derivedKey: challenge.parameters.keySignature ?? '' },
      { counter: 0, derivedKey: '' },
      { counter: -1, derivedKey: 'no hex' },
    ];
    for (const tried of wrong) {
      const header = headerOf({ challenge, solution: tried });
      expect(await hasProof(portal.services, 'ticket', header, 'x'), header).toBe(false);
    }
    expect(await hasProof(portal.services, 'ticket', headerOf({ challenge, solution }), 'x')).toBe(true);
  });

  it('is none for a task that is not ours: easier, later, for something else, or signed by somebody else', async () => {
    const portal = await makePortal();
    const task = await askForTask(portal);
    portal.time.now += minuteMs;
    const changed = (parameters: Partial<ProofTask['parameters']>): ProofTask => ({
      ...task,
      parameters: { ...task.parameters, ...parameters },
    });
    const at = portal.time.now - 10_000;
    const foreign = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: 1,
      counter: 1,
      deriveKey,
      data: { for: 'ticket', at },
      hmacSignatureSecret: 'a guess',
      hmacKeySignatureSecret: 'a guess',
    });
    const tasks = [
      changed({ cost: 1, keyPrefix: '00' }),
      changed({ data: { for: 'ticket', at } }),
      changed({ data: { for: 'registration', at } }),
      changed({ nonce: 'ab'.repeat(16) }),
      { parameters: foreign.parameters, signature: task.signature ?? '' },
      foreign,
    ];
    for (const [index, challenge] of tasks.entries()) {
      const solution = { counter: 1, derivedKey: 'ab'.repeat(32) };
      const header = index < 4 ? headerOf({ challenge, solution }) : await solved(challenge);
      expect(await hasProof(portal.services, 'ticket', header, 'x'), `${index}`).toBe(false);
    }
  });

  it.each([
    [''],
    ['%%%'],
    ['bnVsbA'],
    ['W10'],
    [headerOf({})],
    [headerOf({ challenge: { parameters: null } })],
    ['a'.repeat(9000)],
  ])('is none, and no trouble, when it is %.40s', async (header) => {
    const portal = await makePortal();
    expect(await hasProof(portal.services, 'ticket', header, 'x')).toBe(false);
  });

  it('is remembered no longer than it could be used again', async () => {
    const portal = await makePortal();
    await signOfTicket(portal, await proofFor(portal));
    const remembered = async () => (await portal.services.db.raw.execute('select * from used_proofs')).rows.length;
    await forgetOldProofs(portal.services.db, portal.time.now);
    expect(await remembered()).toBe(1);
    await forgetOldProofs(portal.services.db, portal.time.now + 30 * minuteMs);
    expect(await remembered()).toBe(0);
  });

  it('is a task of the same kind each time, and never the same task', async () => {
    const { services } = await makePortal();
    const [one, other] = [await giveTask(services, 'ticket'), await giveTask(services, 'ticket')];
    expect(one.parameters).toMatchObject({ algorithm: 'PBKDF2/SHA-256', cost: 1000, data: { for: 'ticket' } });
    expect(one.parameters.nonce).not.toBe(other.parameters.nonce);
  });

  it('is given for what is known only', async () => {
    const { app } = await makePortal();
    await problemOf(app.request('/api/challenges/voting'), 'not-found', 404);
    await problemOf(app.request('/api/challenges/__proto__'), 'not-found', 404);
  });
});

describe('who needs no proof', () => {
  it('is somebody who is signed in', async () => {
    const portal = await makeStaffedPortal();
    expect((await sendJson(portal.staff.ask, '/api/tickets', lateParcel)).status).toBe(201);
    expect(await signOfLatest(portal)).toBe('session');
  });

  it('is anybody, now and then', async () => {
    const portal = await makePortal();
    expect((await sendJson(portal.app.request, '/api/tickets', lateParcel)).status).toBe(201);
    expect(await signOfLatest(portal)).toBe('none');
  });
});

describe('the field that people do not see', () => {
  const { email, subject, message, language } = lateParcel;
  const letter = { email, subject, message, language };

  it('may be empty', async () => {
    const { app } = await makePortal({ pages: smallPages });
    expect((await sendForm(app.request, '/api/tickets', { ...letter, website: '' })).status).toBe(303);
  });

  it('brings the form back when it is filled in, to be sent again; nothing is stored', async () => {
    const { app, services } = await makePortal({ pages: smallPages });
    const answer = await sendForm(app.request, '/api/tickets', { ...letter, website: 'https://spam.example' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(textAt(page, '[data-slot="problem"]')).toContain('もう一度送信してください');
    expect(valueOf(page, 'subject')).toBe(subject);
    expect(page).not.toContain('spam.example');
    expect((await rowCounts(services.db)).conversations).toBe(0);
  });

  it('is no field of the API', async () => {
    const { app } = await makePortal();
    const answer = sendJson(app.request, '/api/tickets', { ...lateParcel, website: 'https://spam.example' });
    await problemOf(answer, 'invalid-input', 422);
  });
});

describe('what has ended', () => {
  it('is forgotten by a job', async () => {
    const portal = await makePortal();
    await signOfTicket(portal, await proofFor(portal));
    await portal.services.limits.flush();
    const rows = async () =>
      (await portal.services.db.raw.execute('select key from rate_limits union all select id from used_proofs')).rows;
    expect(await rows()).not.toEqual([]);
    portal.time.now += 2 * 60 * minuteMs;
    await runDueJobs(portal.services, allJobs);
    expect(await rows()).toEqual([]);
  });
});
