type Random = () => number;

const mostBytes = 2 * 1024 * 1024;
const words = [
  'Content-Type: multipart/mixed; boundary=x',
  'Content-Type: text/html; charset=iso-2022-jp',
  'Content-Type: message/rfc822',
  'Content-Type: application/ms-tnef',
  'Content-Transfer-Encoding: base64',
  'Content-Transfer-Encoding: quoted-printable',
  "Content-Disposition: attachment; filename*0*=utf-8''%E5; filename*1=x",
  'From: <<>>@@,;:()"',
  'Subject: =?utf-8?B?////?= =?x?q?=?=',
  'Message-ID: <<<a>>>',
  'Date: 99 Foo 99999',
  'References: ' + '<a@b> '.repeat(500),
  'Auto-Submitted: auto-replied',
  'On 2026 wrote:',
  '> > > > >',
  '-- ',
  '差出人: \n件名: \n日時: ',
  '<blockquote><a href=',
  '\u001b$B',
  '\0',
];

/** One mail made from others by a few accidents and attacks. */
export function mutated(mails: readonly Buffer[], random: Random): Buffer {
  let mail = pick(mails, random);
  const changes = 1 + Math.floor(random() * 5);
  for (let change = 0; change < changes; change += 1) {
    mail = pick(mutations, random)(mail, random, mails).subarray(0, mostBytes);
  }
  return mail;
}

type Mutation = (mail: Buffer, random: Random, mails: readonly Buffer[]) => Buffer;

const mutations: readonly Mutation[] = [
  flipBits,
  (mail, random) => mail.subarray(0, place(mail, random)),
  (mail, random) => mail.subarray(place(mail, random)),
  (mail, random) => without(mail, range(mail, random)),
  (mail, random) => inserted(mail, place(mail, random), randomBytes(random)),
  (mail, random) => inserted(mail, lineStart(mail, random), Buffer.from(`${pick(words, random)}\r\n`)),
  (mail, random) => inserted(mail, 0, Buffer.from(`${pick(words, random)}\r\n`)),
  repeated,
  (mail, random) => shuffled(mail, /(?=\r\n--)/, random),
  (mail, random) => shuffled(mail, /(?<=\n)/, random),
  (mail, random, mails) => Buffer.concat([mail.subarray(0, place(mail, random)), pick(mails, random)]),
  (mail) => Buffer.from(mail.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
  (mail) => Buffer.from(mail.toString('latin1').replaceAll('\r\n', '\r'), 'latin1'),
  (mail, random) => nested(mail, Math.floor(random() * 100)),
  relabelled,
];

function flipBits(mail: Buffer, random: Random): Buffer {
  const changed = Buffer.from(mail);
  const most = 1 + Math.floor(random() * 40);
  for (let flip = 0; flip < most && changed.length > 0; flip += 1) {
    const at = place(changed, random);
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return changed;
}

function repeated(mail: Buffer, random: Random): Buffer {
  const [from, to] = range(mail, random);
  const piece = mail.subarray(from, to);
  const most = Math.min(20_000, Math.floor((mostBytes / 4 / Math.max(piece.length, 1)) * random()));
  return inserted(mail, to, Buffer.concat(Array.from({ length: most }, () => piece)));
}

function shuffled(mail: Buffer, between: RegExp, random: Random): Buffer {
  const pieces = mail.toString('latin1').split(between);
  for (let at = pieces.length - 1; at > 0; at -= 1) {
    // Most of them stay where they are.
    const other = random() < 0.3 ? Math.floor(random() * at) : at;
    [pieces[at], pieces[other]] = [pieces[other] ?? '', pieces[at] ?? ''];
  }
  return Buffer.from(pieces.join(''), 'latin1');
}

function nested(mail: Buffer, levels: number): Buffer {
  const open = Array.from(
    { length: levels },
    (_, level) => `Content-Type: multipart/mixed; boundary=n${level}\r\n\r\n--n${level}\r\n`,
  );
  return Buffer.concat([Buffer.from(open.join('')), mail]);
}

function relabelled(mail: Buffer, random: Random): Buffer {
  const label = pick(['utf-8', 'shift_jis', 'iso-2022-jp', 'euc-jp', 'utf-16le', 'gb18030', 'x', ''], random);
  return Buffer.from(mail.toString('latin1').replaceAll(/charset="?[\w-]+"?/gi, `charset=${label}`), 'latin1');
}

function randomBytes(random: Random): Buffer {
  return Buffer.from(Array.from({ length: 1 + Math.floor(random() * 300) }, () => Math.floor(random() * 256)));
}

function inserted(mail: Buffer, at: number, piece: Uint8Array): Buffer {
  return Buffer.concat([mail.subarray(0, at), piece, mail.subarray(at)]);
}

function without(mail: Buffer, [from, to]: [number, number]): Buffer {
  return Buffer.concat([mail.subarray(0, from), mail.subarray(to)]);
}

function lineStart(mail: Buffer, random: Random): number {
  return mail.indexOf('\n', place(mail, random)) + 1;
}

function range(mail: Buffer, random: Random): [number, number] {
  const from = place(mail, random);
  return [from, Math.min(mail.length, from + Math.floor(random() * 400))];
}

const place = (mail: Buffer, random: Random) => Math.floor(random() * mail.length);

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from');
  return item;
}
