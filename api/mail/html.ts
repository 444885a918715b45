import { html, raw } from 'hono/html';
import type { ShownColours } from '../../content/schema/snapshot.ts';
import type { Fragment } from '../http/pages.ts';
import { type MailFrame, wholeUrl } from './frame.ts';
import type { MailBlock, MailText } from './mail.ts';

const fonts = {
  ja: "'Hiragino Sans','Hiragino Kaku Gothic ProN','Noto Sans JP','Yu Gothic',Meiryo,sans-serif",
  en: "-apple-system,'Segoe UI','Helvetica Neue',Arial,sans-serif",
};

/**
 * The HTML of a mail: one column without tables or pictures, nothing fetched. Styles stand at the elements, since many
 * readers drop the others; the dark ones follow the reader's wish where that is understood.
 */
export async function mailHtml(mail: MailText, frame: MailFrame): Promise<string> {
  const { language, organisation, portalName, homeUrl, colours } = frame;
  const c = colours.light;
  const small = `margin:0 0 8px;font-size:13px;line-height:1.7;color:${c['ink-soft']}`;
  const page = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>${mail.subject}</title>
        <style>
          ${raw(darkStyles(colours.dark))}
        </style>
      </head>
      <body
        class="paper"
        style="margin:0;padding:0;background:${c.paper};color:${c.ink};font-family:${raw(fonts[language])};-webkit-text-size-adjust:100%"
      >
        <div role="article" aria-label="${mail.subject}" style="max-width:600px;margin:0 auto;padding:32px 20px 40px">
          <p style="margin:0 0 28px;font-size:15px;font-weight:700;letter-spacing:.02em">
            <a class="accent" href="${homeUrl}" style="color:${c.accent};text-decoration:none">${portalName}</a>
          </p>
          <div class="top" style="border-top:3px solid ${c.accent};padding-top:28px;font-size:16px;line-height:1.8">
            ${mail.blocks.map((block) => blockHtml(block, frame))}
          </div>
          <div class="rule soft" style="margin-top:36px;padding-top:18px;border-top:1px solid ${c.rule}">
            ${mail.why ? html`<p class="soft" style="${small}">${mail.why}</p>` : ''}
            ${
              mail.unsubscribeUrl
                ? html`<p class="soft" style="${small}">
                    <a class="soft" href="${mail.unsubscribeUrl}" style="color:${c['ink-soft']}">${stop[language]}</a>
                  </p>`
                : ''
            }
            <p class="soft" style="${small}">
              ${organisation}<br />
              <a class="soft" href="${homeUrl}" style="color:${c['ink-soft']}">${portalName}</a>
            </p>
          </div>
        </div>
      </body>
    </html>`;
  return String(page);
}

const stop = { ja: 'このお知らせメールの配信を停止する', en: 'Stop these mails' };

function blockHtml(block: MailBlock, frame: MailFrame): Fragment {
  const c = frame.colours.light;
  if ('heading' in block) {
    const style = 'margin:0 0 16px;font-size:20px;font-weight:700;line-height:1.5';
    return html`<h1 style="${style}">${block.heading}</h1>`;
  }
  if ('text' in block) return paragraphs(block.text, 'margin:0 0 20px');
  if ('small' in block) {
    const style = `margin:0 0 16px;font-size:14px;line-height:1.7;color:${c['ink-soft']}`;
    return paragraphs(block.small, style, 'soft');
  }
  if ('words' in block) {
    const style = `margin:0 0 16px;padding:18px 20px 6px;border:1px solid ${c.rule};border-radius:8px;background:${c['paper-sunken']}`;
    return html`<div class="sunken" style="${style}">
      ${paragraphs(block.words, 'margin:0 0 14px;overflow-wrap:anywhere')}
    </div>`;
  }
  if ('quote' in block) {
    return html`<blockquote
      class="sunken"
      style="margin:0 0 24px;padding:14px 18px 2px;border-left:3px solid ${c.rule};background:${c['paper-sunken']};font-size:15px"
    >
      ${paragraphs(block.quote, 'margin:0 0 12px;overflow-wrap:anywhere')}
    </blockquote>`;
  }
  if ('button' in block) {
    const style = `display:inline-block;padding:12px 24px;border-radius:8px;background:${c.accent};color:${c['on-accent']};font-weight:700;text-decoration:none`;
    return html`<p style="margin:4px 0 28px">
      <a class="button" href="${wholeUrl(block.url, frame)}" style="${style}">${block.button}</a>
    </p>`;
  }
  if ('links' in block) {
    return html`<ul style="margin:0 0 24px;padding-left:1.4em">
      ${block.links.map(
        ({ text, url }) =>
          html`<li style="margin:0 0 6px">
            <a class="accent" href="${wholeUrl(url, frame)}" style="color:${c.accent}">${text}</a>
          </li>`,
      )}
    </ul>`;
  }
  return html`<dl style="margin:0 0 24px">
    ${block.facts.map(
      ({ name, value }) =>
        html`<dt class="soft" style="margin:0;font-size:13px;color:${c['ink-soft']}">${name}</dt>
          <dd style="margin:0 0 10px;font-weight:700">${value}</dd>`,
    )}
  </dl>`;
}

/** Plain text: blank lines part paragraphs, other line ends stay. */
function paragraphs(text: string, style: string, className = ''): Fragment {
  return html`${text
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        html`<p class="${className}" style="${style}">
          ${paragraph.split('\n').map((line, index) => html`${index > 0 ? raw('<br />') : ''}${line}`)}
        </p>`,
    )}`;
}

function darkStyles(c: ShownColours): string {
  return `@media (prefers-color-scheme: dark) {
    .paper { background: ${c.paper} !important; color: ${c.ink} !important }
    .sunken { background: ${c['paper-raised']} !important; border-color: ${c.rule} !important }
    .soft { color: ${c['ink-soft']} !important }
    .accent { color: ${c.accent} !important }
    .top { border-color: ${c.accent} !important }
    .rule { border-color: ${c.rule} !important }
    .button { background: ${c.accent} !important; color: ${c['on-accent']} !important }
  }`;
}
