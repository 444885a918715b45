import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { embedScript } from './site/embed/embed-script.ts';
import { postcssBrand } from './site/brand/postcss-brand.ts';

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist/site',
  // Canonical addresses; the API's PUBLIC_URL and this are one setting.
  site: process.env.PUBLIC_URL || 'http://localhost:4321',
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // What posts are made with; articles are read without the bundler, by the same plugins.
  markdown: {
    // Sätteri sets 「…」 next to bold wrongly (satteri#85); the unified processor with this plugin sets it right.
    processor: unified({ remarkPlugins: [remarkCjkFriendly], smartypants: false }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), embedScript(import.meta.dirname)],
  vite: {
    build: { assetsInlineLimit: 0 },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // What every page needs besides its first script, and the desk as well: one small file instead of three.
              codeSplitting: {
                groups: [
                  {
                    name: 'page',
                    test: /components\/(base\/page|theme\/theme)\.ts$|content\/calendar\.ts$|vite\/preload-helper/,
                  },
                ],
              },
            },
          },
        },
      },
    },
    css: { postcss: { plugins: [postcssBrand(import.meta.dirname)] } },
    ssr: { external: ['@resvg/resvg-js'] },
    worker: {
      // Whole, for every browser.
      format: 'iife',
      rolldownOptions: {
        output: {
          // The service worker lies at the root, so that it may answer for every page.
          entryFileNames: ({ name }) => (name === 'worker' ? 'service-worker.js' : '_astro/[name].[hash].js'),
        },
      },
    },
  },
});
