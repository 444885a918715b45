import { createPages } from '../../../../api/http/pages.ts';

const head = '<title data-slot="page-title"></title><meta name="robots" content="noindex" data-instead="page-head">';
const slots = (...names: string[]) => names.map((name) => `<div data-slot="${name}"></div>`).join('');
const problem = '<div class="problem" data-slot="problem" hidden></div>';
const form = (id: string, fields: string) =>
  `<form id="${id}" method="post">${problem}<div data-slot="form"></div>${fields}</form>`;

const bodies: Readonly<Record<string, string>> = {
  '': slots('who', 'filters', 'threads', 'pager'),
  'returns/': slots('who', 'filters', 'threads', 'pager'),
  'thread/shell/': `<h1 data-slot="title"></h1>${slots('trail', 'thread', 'invitation', 'foot')}
    <section data-when="reply" hidden><form id="reply" action="posts" method="post">${problem}<div data-slot="reply"></div>
    <textarea name="body" id="reply-body"></textarea><p id="reply-body-error" hidden></p></form></section>`,
  'new/': `${slots('invitation')}<div data-when="form" hidden>${form('ask', '<input name="title" id="ask-title"><textarea name="body" id="ask-body"></textarea><input type="file" name="files" id="ask-files"><p id="ask-files-error" hidden></p>')}</div>`,
  'own/': slots('invitation', 'own'),
  'members/shell/': slots('name', 'member', 'threads'),
  'flag/shell/': `${slots('post', 'invitation')}<div data-when="form" hidden>${form('flag', '<input type="radio" name="reason" value="spam">')}</div>`,
  'edit/shell/': `${form('edit', '<textarea name="body" id="edit-body"></textarea>')}<p data-when="remove" hidden></p>`,
};

/** The forum's pages as the site draws them, without what is around. */
export const forumShells = createPages(async (path) => {
  const [, language = '', rest] = /^\/(ja|en)\/forum\/(.*)$/.exec(path) ?? [];
  const body = rest === undefined ? undefined : bodies[rest];
  if (body !== undefined)
    return `<!doctype html><html lang="${language}"><head>${head}</head><body>${body}</body></html>`;
  return /^\/(ja|en)\/(404|problem)\/$/.test(path)
    ? '<html><body><h1 data-slot="problem-title"></h1><p data-slot="problem-detail"></p></body></html>'
    : null;
});
