import { nameOf } from '../mail/greeting.ts';
import { oneLine } from '../mail/render.ts';
import type { Services } from '../services.ts';
import type { Incoming } from '../tickets/incoming.ts';
import type { ParsedMail } from '../channels/email/parse/parsed-mail.ts';
import { keptFiles, refusedText } from './attached.ts';

const longestSubject = 120;
const longestBody = 20_000;

/** What a mail says, as `receive` takes it from any channel. Its files are on disk; what happens to them is the caller's. */
export async function asIncoming(
  services: Services,
  mail: ParsedMail,
  sender: string,
  { conversationId, isAcknowledged }: Pick<Incoming, 'conversationId' | 'isAcknowledged'>,
): Promise<Incoming> {
  const languages = services.languages();
  const language = languages.includes(mail.language) ? mail.language : (languages[0] ?? 'ja');
  const says = texts[language];
  const { files, refused } = await keptFiles(services, mail.attachments);
  const said = mail.fresh.trim() || mail.text.trim();
  const text =
    mail.kind === 'encrypted' ? says.encrypted : said || (mail.kind === 'calendar' ? says.calendar : says.nothing);
  const { body, rest } = cut(text);
  return {
    channel: 'email',
    // Whoever calls themselves an address or a page is called by the address that they wrote from.
    sender: { kind: 'email', value: sender, name: nameOf(mail.from?.name ?? null), isProven: conversationId !== null },
    conversationId,
    subject: oneLine(mail.subject, longestSubject) || says.noSubject,
    body: body + refusedText(refused, language),
    quoted: [rest, mail.quoted].filter(Boolean).join('\n') || null,
    language,
    category: null,
    answers: [],
    trail: [],
    files,
    isAcknowledged,
  };
}

function cut(text: string): { body: string; rest: string } {
  const characters = Array.from(text);
  if (characters.length <= longestBody) return { body: text, rest: '' };
  return { body: `${characters.slice(0, longestBody).join('')}…`, rest: characters.slice(longestBody).join('') };
}

const texts = {
  ja: {
    noSubject: '（件名なし）',
    nothing: '（本文なし）',
    calendar: '（カレンダーの招待が届きました。添付ファイルをご覧ください。）',
    encrypted: '（暗号化されたメールのため、内容を表示できません。暗号化せずに送り直していただく必要があります。）',
  },
  en: {
    noSubject: '(no subject)',
    nothing: '(nothing written)',
    calendar: '(A calendar invitation; see the file that came with it.)',
    encrypted: '(This mail is encrypted and can’t be read here. Please ask for it again without encryption.)',
  },
};
