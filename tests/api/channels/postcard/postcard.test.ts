import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allChannels } from '../../../../api/channels/all-channels.ts';
import { makeDesk } from '../../tickets/desk.ts';
import { postcard, takeIn } from './channel.ts';

const root = join(import.meta.dirname, '../../../..');
const from = '3 Mill Lane, Dover';

it('a channel of its own folder takes in, is answered, taken back and continued like any other', async () => {
  const { services, read, reply, takeBack, rows, time } = await makeDesk({ channels: [...allChannels, postcard] });
  const card = await takeIn(services, { from, text: 'The left boot squeaks.' }, onceOf('first'));
  if (card.isBlocked) throw new Error('the sender is blocked');
  const { reference, conversationId } = card;
  expect(await read(reference)).toMatchObject({
    channel: 'postcard',
    replyChannels: ['postcard'],
    messages: [{ channel: 'postcard', sender: from, body: 'The left boot squeaks.' }],
  });

  time.now += 60_000;
  const { messages } = await reply(reference, 'Talcum powder helps.');
  expect(messages[1]).toMatchObject({ channel: 'postcard', delivery: 'waiting', direction: 'out' });
  await takeBack(reference, messages[1]?.id ?? '');
  time.now += 1000;
  await reply(reference, 'Some wax helps.', { channel: 'postcard' });
  expect(await rows('select channel, recipient, state from outbox order by rowid')).toEqual([
    { channel: 'postcard', recipient: from, state: 'cancelled' },
    { channel: 'postcard', recipient: from, state: 'waiting' },
  ]);

  time.now += 60_000;
  await takeIn(services, { from, text: 'It does!', conversationId }, onceOf('second'));
  expect(await read(reference)).toMatchObject({ state: 'open', messages: [{}, {}, {}, { body: 'It does!' }] });
});

it('the tickets know no channel by its name', async () => {
  const named: string[] = [];
  for await (const path of glob('api/tickets/**/*.ts', { cwd: root })) {
    const lines = (await readFile(join(root, path), 'utf8')).split('\n');
    for (const [index, line] of lines.entries()) {
      const isNamed =
        allChannels.some(({ id }) => line.includes(`'${id}'`)) || /from '\.\.\/channels\/\w+\//.test(line);
      if (isNamed && !mayBeNamed(path, line)) named.push(`${path}:${index + 1} ${line.trim()}`);
    }
  }
  expect(named).toEqual([]);
});

/** Kinds of identity are no channels; the routes of the form and of the private page are the web’s own door. */
function mayBeNamed(path: string, line: string): boolean {
  if (/\bkind\b/.test(line)) return true;
  if (path.endsWith('/tables.ts')) return line.includes("default('web')");
  return path.endsWith('routes.ts') && line.includes("from '../channels/web/");
}

function onceOf(key: string) {
  return { scope: 'postcard', key, fingerprint: key };
}
