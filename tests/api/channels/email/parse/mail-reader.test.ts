import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMailReader, type MailReader } from '../../../../../api/channels/email/parse/mail-reader.ts';

type Options = NonNullable<Parameters<typeof createMailReader>[0]>;

let folder: string;
const readers: MailReader[] = [];
let folders = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madoguchi-mail-'));
});
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
  await rm(folder, { recursive: true, force: true });
});

/** Patience for a busy machine: only what is tested for its time gets less. */
function reader(options: Options = {}): MailReader {
  const made = createMailReader({ mostMs: 60_000, ...options });
  readers.push(made);
  return made;
}

async function read(by: MailReader, raw: string | Uint8Array) {
  folders += 1;
  const [path, files] = [join(folder, `${folders}.eml`), join(folder, `files-${folders}`)];
  await writeFile(path, raw);
  await mkdir(files);
  return { answer: await by.read(path, files), files };
}

/** A process that does something else than reading, when it is told to. */
async function script(body: string): Promise<string> {
  const path = join(folder, `script-${(folders += 1)}.mjs`);
  await writeFile(path, `process.on('message', () => { ${body} }); process.send('ready');`);
  return path;
}

const mail = (subject: string) => `From: a@mail.example.jp\r\nSubject: ${subject}\r\n\r\nhello\r\n`;

describe('a process that reads mail', () => {
  test('says what a mail says, and writes its files into the folder, named by numbers', async () => {
    const raw =
      'From: a@mail.example.jp\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhello\r\n' +
      '--x\r\nContent-Disposition: attachment; filename="../../evil.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n' +
      'aGVsbG8=\r\n--x--\r\n';
    const { answer, files } = await read(reader(), raw);
    expect(answer).toMatchObject({ ok: true, mail: { text: 'hello' } });
    const path = join(files, '0');
    expect(answer.ok && answer.mail.attachments).toMatchObject([{ name: 'evil.txt', bytes: 5, path, content: null }]);
    expect(await readdir(files)).toEqual(['0']);
    expect(await readFile(path, 'utf8')).toBe('hello');
  });
  test('reads many at once one after the other, each with its own answer', async () => {
    const one = reader({ mailsPerProcess: 3 });
    const answers = await Promise.all(Array.from({ length: 8 }, (_, number) => read(one, mail(`mail ${number}`))));
    expect(answers.map(({ answer }) => answer.ok && answer.mail.subject)).toEqual(
      Array.from({ length: 8 }, (_, number) => `mail ${number}`),
    );
  });
  test('knows our own mail by its host', async () => {
    const raw = `Message-ID: <x@help.example.jp>\r\n${mail('x')}`;
    const { answer } = await read(reader({ ownHosts: ['help.example.jp'] }), raw);
    expect(answer).toMatchObject({ ok: true, mail: { kind: 'loop' } });
  });
  test('reads a mail of 50 MB, and keeps below 300 MB', async () => {
    const lines = `${'QUJD'.repeat(19)}\r\n`.repeat(Math.floor((50 * 1024 * 1024) / 78) - 10);
    const head =
      'From: a@mail.example.jp\r\nContent-Type: video/mp4; name=a.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n';
    const one = reader();
    const { answer, files } = await read(one, Buffer.from(head + lines, 'latin1'));
    expect(answer).toMatchObject({ ok: true, mail: { attachments: [{ name: 'a.mp4' }] } });
    expect((await readFile(join(files, '0'))).subarray(-3).toString()).toBe('ABC');
    expect(one.peakBytes()).toBeLessThan(300_000_000);
  });
});

describe('a mail that is too much', () => {
  test('by its bytes is refused without being read', async () => {
    const { answer, files } = await read(reader({ mostBytes: 100 }), mail('x'.repeat(100)));
    expect(answer).toEqual({ ok: false, reason: 'too-large' });
    expect(await readdir(files)).toEqual([]);
  });
  test('by its time is given up, whether the process works or sleeps', async () => {
    for (const body of ['for (;;);', 'setTimeout(() => {}, 1e6);']) {
      const { answer } = await read(reader({ script: await script(body), mostMs: 100 }), mail('x'));
      expect(answer).toEqual({ ok: false, reason: 'too-slow' });
    }
  });
  test('by its memory is given up, on the heap or beside it', async () => {
    const bodies = [
      'const all = []; for (;;) all.push({ a: Math.random() });',
      'const all = []; for (let at = 0; at < 50; at += 1) all.push(Buffer.alloc(2e7, 1)); setTimeout(() => {}, 1e6);',
    ];
    for (const body of bodies) {
      const { answer } = await read(reader({ script: await script(body) }), mail('x'));
      expect(answer).toEqual({ ok: false, reason: 'too-much-memory' });
    }
  });
  test('leaves the next one a new process', async () => {
    const one = reader();
    const { answer } = await read(one, mail('before'));
    expect(answer.ok).toBe(true);
    // There is no folder: the process throws.
    const path = join(folder, 'with-file.eml');
    await writeFile(path, 'From: a@mail.example.jp\r\nContent-Type: image/png\r\n\r\nx');
    expect(await one.read(path, join(folder, 'nowhere'))).toEqual({ ok: false, reason: 'broken' });
    expect((await read(one, mail('after'))).answer).toMatchObject({ ok: true, mail: { subject: 'after' } });
  });
});

describe('a process that cannot read', () => {
  test.each(['process.exit(0);', 'throw new Error();', 'process.kill(process.pid, "SIGKILL");', 'process.send({});'])(
    'is answered for, when it does "%s"',
    async (body) => {
      const { answer } = await read(reader({ script: await script(body) }), mail('x'));
      expect(answer).toEqual({ ok: false, reason: 'broken' });
    },
  );
  test('or does not even start, is answered for, too', async () => {
    const path = join(folder, 'no-script.mjs');
    await writeFile(path, 'process.exit(1)');
    expect((await read(reader({ script: path }), mail('x'))).answer).toEqual({ ok: false, reason: 'broken' });
  });
  test('sees none of the portal’s settings', async () => {
    process.env['MADOGUCHI_TEST_SECRET'] = 'secret';
    try {
      const body = 'process.send({ peakBytes: 0, mail: { subject: JSON.stringify(Object.keys(process.env)) } });';
      const { answer } = await read(reader({ script: await script(body) }), mail('x'));
      expect(answer.ok && answer.mail.subject).not.toContain('SECRET');
    } finally {
      delete process.env['MADOGUCHI_TEST_SECRET'];
    }
  });
  test('is ended with its reader, and what is asked then is answered', async () => {
    const one = reader();
    await read(one, mail('x'));
    await one.close();
    expect((await read(one, mail('x'))).answer).toEqual({ ok: false, reason: 'broken' });
  });
});
