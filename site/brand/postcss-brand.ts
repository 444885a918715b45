import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { portalSchema } from '../../content/schema/portal.ts';
import { brandStyles } from './stylesheet.ts';

/** As much of PostCSS as is used here; it comes with Vite. */
interface AtRule {
  source?: { input: { file?: string } };
  replaceWith(...nodes: unknown[]): void;
}
interface Helpers {
  result: { messages: unknown[] };
  postcss: { parse(css: string, options: { from?: string | undefined }): { nodes: unknown[] } };
}

/**
 * Puts the brand of `content/portal.yaml` in the place of `@brand;` in a style sheet. A change of the settings changes
 * the pages as they are developed.
 */
export function postcssBrand(root: string) {
  const settings = join(root, 'content/portal.yaml');
  return {
    postcssPlugin: 'brand',
    AtRule: {
      brand(rule: AtRule, { result, postcss }: Helpers): void {
        const from = rule.source?.input.file ?? join(root, 'site/styles/tokens.css');
        const media = relative(dirname(from), join(root, 'content/media')).replaceAll('\\', '/');
        const { brand } = portalSchema.parse(parse(readFileSync(settings, 'utf8')));
        rule.replaceWith(...postcss.parse(brandStyles(brand, media), { from }).nodes);
        result.messages.push({ type: 'dependency', plugin: 'brand', file: settings, parent: from });
      },
    },
  };
}
