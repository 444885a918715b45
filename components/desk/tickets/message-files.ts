import { html, nothing, type TemplateResult } from 'lit';
import type { Attachment } from '../../../api/attachments/contract.ts';
import { sizeText } from '../../attachments/size-text.ts';

/** The files that came with a message: pictures in place, as they were drawn anew, the others by name. */
export function messageFiles(
  attachments: readonly Attachment[],
  language: 'ja' | 'en',
): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  return html`<ul class="message-files">
    ${attachments.map(({ id, name, bytes, preview }) => {
      const address = `/api/attachments/${id}`;
      return html`<li>
        ${
          preview
            ? html`<a href=${`${address}/preview`} target="_blank"
                ><img
                  src=${`${address}/preview`}
                  width=${preview.width}
                  height=${preview.height}
                  loading="lazy"
                  alt=${name}
              /></a>`
            : nothing
        }
        <a class="message-file" href=${address} download=${name}>${name} <span>${sizeText(bytes, language)}</span></a>
      </li>`;
    })}
  </ul>`;
}
