import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rolldown } from 'rolldown';
import { parse } from 'yaml';
import { portalSchema } from '../../content/schema/portal.ts';
import type { EmbeddedPortal } from '../../components/embed/host/portal.ts';
import { shownColours } from '../brand/tokens.ts';

const address = '/embed.js';

/** Makes `/embed.js`, the script by which other sites show the portal, in one file that needs no other. */
export function embedScript(root: string): AstroIntegration {
  return {
    name: 'embed-script',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(address, (_, response, next) => {
          const answer = (code: string) =>
            response.setHeader('Content-Type', 'text/javascript; charset=utf-8').end(code);
          bundled(root).then(answer, next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        await writeFile(join(fileURLToPath(dir), address), await bundled(root));
      },
    },
  };
}

async function bundled(root: string): Promise<string> {
  const { name, languages, brand } = portalSchema.parse(
    parse(await readFile(join(root, 'content/portal.yaml'), 'utf8')),
  );
  const { light, dark } = shownColours(brand.colours);
  const portal: EmbeddedPortal = { name, languages, colours: { light: needed(light), dark: needed(dark) } };
  const build = await rolldown({
    input: join(root, 'components/embed/host/embed.ts'),
    logLevel: 'silent',
    transform: { define: { EMBEDDED_PORTAL: JSON.stringify(portal) }, target: 'es2022' },
  });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  return output[0].code;
}

/** The colours that its look names. */
function needed({ paper, ink, rule, accent, 'on-accent': onAccent }: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ paper, ink, rule, accent, 'on-accent': onAccent }).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
}
