import type { Platform } from '../../content/schema/portal.ts';
import type { Finding } from './finding.ts';
import type { MdxNode } from '../article-text/processor.ts';
import { attribute, lineOf, walk } from './mdx.ts';

/** What is wrong with the parts of a text that are for some readers only: whom they are for, and headings in them. */
export function checkPlatforms(tree: MdxNode, file: string, platforms: readonly Platform[]): Finding[] {
  const findings: Finding[] = [];
  const ids = platforms.map(({ id }) => id);
  walk(tree, (node) => {
    if (node.name !== 'For') return;
    const given = attribute(node, 'platform');
    for (const id of given?.split(' ').filter(Boolean) ?? []) {
      if (ids.includes(id)) continue;
      const known = ids.length > 0 ? `one of ${ids.join(', ')}` : 'a platform, and portal.yaml declares none';
      const reason = `platform="${given}" of <For>: expected ${known}; got "${id}". They are declared under platforms in portal.yaml.`;
      findings.push({ file, line: lineOf(node), reason, example: `<For platform="${ids[0] ?? 'iphone'}">` });
    }
    walk(node, (inner) => {
      if (inner.type !== 'heading') return;
      const reason = 'A heading stands outside of <For>: the list of contents shows it to everybody.';
      const example = `## On your device\n\n<For platform="${ids[0] ?? 'iphone'}">\n\n…\n\n</For>`;
      findings.push({ file, line: lineOf(inner), reason, example });
    });
  });
  return findings;
}

/** A post is for everybody: its page has nothing to choose a platform with. */
export function refusePlatforms(tree: MdxNode, file: string): Finding[] {
  const findings: Finding[] = [];
  walk(tree, (node) => {
    if (node.name !== 'For') return;
    const reason = '<For> stands in articles: a post is the same for all of its readers.';
    findings.push({ file, line: lineOf(node), reason, example: 'a link to the article that tells them apart' });
  });
  return findings;
}
