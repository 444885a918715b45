import { describe, expect, it } from 'vitest';
import { sendDigests } from '../../../../api/forum/subscriptions/digest.ts';
import { mostMails, tellOfPosts } from '../../../../api/forum/subscriptions/tell.ts';
import { sendJson } from '../../support/ask.ts';
import { answerIn, askIn } from '../support.ts';
import { asked, makeFollowedForum, stopLink, subjects } from './subscribing.ts';

describe('a busy thread', () => {
  it('floods nobody: beyond a few mails the rest comes in the next summary, and then it begins anew', async () => {
    const forum = await makeFollowedForum();
    const { rose, mia, number } = await asked(forum);
    for (let post = 1; post <= mostMails + 3; post += 1) await answerIn(mia, number, `Answer ${post}.`);
    const mails = await forum.send();
    expect(mails).toHaveLength(mostMails);
    expect(
      mails.filter(({ text }) => text.replaceAll(/\s+/g, ' ').includes('in one summary tomorrow at 8 a.m.')),
    ).toHaveLength(1);
    forum.untilMorning();
    const [summary, ...others] = await forum.digest();
    expect(others).toEqual([]);
    expect(summary?.to).toEqual([rose.email]);
    expect(summary?.headers['subject']).toEqual(['Aruku: new in the forum (3)']);
    await mia.signInAgain();
    await answerIn(mia, number, 'Good morning.');
    expect(await forum.send()).toHaveLength(1);
  });

  it('that was just busy enough brings single mails again the next day, with nothing to sum up', async () => {
    const forum = await makeFollowedForum();
    const { mia, number } = await asked(forum);
    for (let post = 1; post <= mostMails; post += 1) await answerIn(mia, number, `Answer ${post}.`);
    expect(await forum.send()).toHaveLength(mostMails);
    forum.untilMorning();
    expect(await forum.digest()).toEqual([]);
    await mia.signInAgain();
    await answerIn(mia, number, 'Good morning.');
    expect(subjects(await forum.send())).toEqual(['Aruku: your question was answered: Can I return worn insoles?']);
  });

  it('keeps what comes while the summary is on its way for the next one', async () => {
    const forum = await makeFollowedForum();
    const { mia, number } = await asked(forum);
    for (let post = 0; post <= mostMails; post += 1) await answerIn(mia, number, `Answer ${post}.`);
    expect(await forum.send()).toHaveLength(mostMails);
    forum.untilMorning();
    await mia.signInAgain();
    const { db } = forum.services;
    let hasCome = false;
    const services = {
      ...forum.services,
      db: {
        ...db,
        write: async (...args: Parameters<typeof db.write>) => {
          const results = await db.write(...args);
          if (!hasCome) {
            hasCome = true;
            await answerIn(mia, number, 'Good morning, all of you.');
            await tellOfPosts(forum.services);
          }
          return results;
        },
      },
    };
    await sendDigests(services);
    expect(subjects(await forum.send())).toEqual(['Aruku: new in the forum (1)']);
    forum.untilMorning();
    const [next] = await forum.digest();
    expect(next?.text).toContain('Good morning, all of you.');
  });
});

describe('the summary', () => {
  it('leaves at eight in the portal’s time, with what is new and seen in all that somebody follows', async () => {
    const forum = await makeFollowedForum();
    const { rose, mia, number } = await asked(forum);
    expect((await forum.follow(rose, number, 'day')).status).toBe(200);
    const tom = await forum.member('Tom');
    await forum.speaks(tom, 'ja');
    const board = '/api/forum/boards/en/returns/subscription';
    await sendJson(tom.ask, board, { every: 'day' }, { method: 'PUT' });
    await answerIn(mia, number, 'Yes.');
    const hidden = await answerIn(mia, number, 'Nobody is to read this.');
    await forum.show(hidden.id, 'hidden');
    const talk = await askIn(mia, { kind: 'talk', title: 'Where do you walk?', body: 'I walk by the river.' });
    expect(await forum.send()).toEqual([]);
    forum.untilMorning();
    forum.time.now -= 1000;
    const early = await forum.digest();
    forum.time.now += 1000;
    const mails = [...early, ...(await forum.digest())];
    expect(mails.flatMap(({ to }) => to).sort()).toEqual([rose.email, tom.email].sort());
    const [roses, toms] = [rose, tom].map(({ email }) => mails.find(({ to }) => to[0] === email));
    expect(roses?.headers['subject']).toEqual(['Aruku: new in the forum (1)']);
    expect(toms?.headers['subject']).toEqual(['【アルク】フォーラムの新しい投稿（2件）']);
    expect(toms?.text).toContain('Where do you walk?');
    expect(toms?.text).toContain(`/en/forum/${talk.thread}/`);
    for (const mail of mails) expect(mail.text).not.toContain('Nobody is to read this.');
    expect(await forum.digest()).toEqual([]);
    forum.untilMorning();
    expect(await forum.digest()).toEqual([]);
    // One click stops all of it.
    expect(stopLink(toms)).toMatch(/^\/ja\/forum\/mail\/stop\/all\//);
    await forum.app.request(stopLink(toms), { method: 'POST' });
    expect((await forum.subscriptions()).map(({ accountId }) => accountId)).not.toContain(tom.id);
  });

  it.each(['the same day', 'another day'])(
    'that was cut short goes on with whoever has none on %s, and nobody gets two',
    async (when) => {
      const forum = await makeFollowedForum();
      const { mia, number } = await asked(forum);
      const members = [];
      for (const name of ['A', 'B', 'C']) members.push(await forum.member(name));
      for (const member of members) await forum.follow(member, number, 'day');
      await answerIn(mia, number, 'Yes.');
      forum.untilMorning();
      const { db } = forum.services;
      let writes = 0;
      // The process ends in the middle: what was written stays, what follows does not happen.
      const cut = {
        ...forum.services,
        db: {
          ...db,
          write: (...args: Parameters<typeof db.write>) => {
            writes += 1;
            if (writes > 1) throw new Error('killed');
            return db.write(...args);
          },
        },
      };
      await expect(sendDigests(cut)).rejects.toThrow('killed');
      if (when === 'another day') forum.untilMorning();
      const mails = await forum.digest();
      expect(mails.flatMap(({ to }) => to).sort()).toEqual(members.map(({ email }) => email).sort());
      expect(await forum.digest()).toEqual([]);
    },
  );
});
