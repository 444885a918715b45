import { checkTree, type Edits } from './content-tree.ts';
import { filmHead } from './film.ts';

/** The post that most tests spoil. */
export const post = 'content/posts/en/autumn-walk.mdx';
export const translated = 'content/posts/ja/autumn-walk.mdx';
export const captions = 'content/media/knot.en.vtt';

const files: Readonly<Record<string, string>> = {
  'content/journal.yaml': `description: { ja: 店の話, en: Our stories }
authors:
  emma: { name: { ja: エマ, en: Emma }, role: { ja: 店員, en: Shop } }
tags:
  walks: { ja: 散歩, en: Walks }
`,
  [post]: `---
title: A walk in autumn
summary: Nine kilometres through leaves.
published: 2026-10-20
authors: [emma]
tags: [walks]
category: returns
related: [exchange-size]
---

Up the hill. [All posts](/en/posts/), [walks](/en/posts/tags/walks/), [Emma](/en/posts/authors/emma/).

<Video
  src="knot.mp4"
  title="A knot"
  captions="knot.{language}.vtt"
  poster="knot.png"
  published="2026-10-20"
/>
`,
  [translated]: `---
title: 秋の散歩
summary: 落ち葉の道を9km歩きます。
published: 2026-10-20
authors: [emma]
tags: [walks]
---

[ほかの読みもの](/ja/posts/)もどうぞ。
`,
  'content/media/knot.mp4': filmHead(),
  'content/media/knot.png': 'a picture',
  [captions]: 'WEBVTT\n\n00:01.000 --> 00:04.000\nMake a loop.\n\n00:05.000 --> 00:09.000\nPull.\n',
  'content/media/knot.ja.vtt': 'WEBVTT\n\n00:01.000 --> 00:04.000\n輪を作ります。\n',
};

/** What the content check says about valid content with a post and a film, and some edits. */
export function checkPosts(edits: Edits = {}) {
  const applied = Object.entries(edits).map(([path, edit]) => [
    path,
    typeof edit === 'function' && files[path] !== undefined ? edit(files[path]) : edit,
  ]);
  return checkTree({ ...files, ...(Object.fromEntries(applied) as Edits) });
}
