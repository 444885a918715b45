import { type MailFrame, wholeUrl } from './frame.ts';
import type { MailBlock, MailText } from './mail.ts';
import { wrap } from './wrap.ts';

/** The plain text of a mail: lines of 70 columns, addresses on lines of their own. */
export function plainText(mail: MailText, frame: MailFrame): string {
  const { language, organisation, portalName, homeUrl } = frame;
  const foot = [
    mail.why && wrap(mail.why, language),
    mail.unsubscribeUrl && `${stop[language]}\n${mail.unsubscribeUrl}`,
    `${organisation}\n${portalName}\n${homeUrl}`,
  ];
  return [
    ...mail.blocks.map((block) => blockText(block, frame)),
    // Two hyphens and a space: what follows is a signature (RFC 3676, 4.3).
    `-- \n${foot.filter(Boolean).join('\n\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}

const stop = { ja: '配信の停止：', en: 'To stop these mails:' };

function blockText(block: MailBlock, frame: MailFrame): string {
  const { language } = frame;
  if ('heading' in block) return wrap(block.heading, language);
  if ('text' in block) return wrap(block.text, language);
  // Not marked as quoted: mail programs would fold it, or take it for the reader's own.
  if ('words' in block) return wrap(block.words, language);
  if ('small' in block) return wrap(block.small, language);
  if ('button' in block) return `${wrap(block.button, language)}\n${wholeUrl(block.url, frame)}`;
  if ('quote' in block) {
    const lines = wrap(block.quote, language, 68).split('\n');
    return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
  }
  if ('links' in block) {
    const bullet = language === 'ja' ? '・' : '- ';
    return block.links
      .map(({ text, url }) => `${wrap(`${bullet}${text}`, language)}\n  ${wholeUrl(url, frame)}`)
      .join('\n');
  }
  const colon = language === 'ja' ? '：' : ': ';
  return block.facts.map(({ name, value }) => wrap(`${name}${colon}${value}`, language)).join('\n');
}
