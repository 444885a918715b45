import { defineConfig } from 'astro/config';
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
  vite: {
    build: { assetsInlineLimit: 0 },
    css: { postcss: { plugins: [postcssBrand(import.meta.dirname)] } },
    ssr: { external: ['@resvg/resvg-js'] },
  },
});
