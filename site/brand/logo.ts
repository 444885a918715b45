import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A logo is part of every page's HTML, where it costs no request and takes the accent as its currentColor. */
export const largestLogoBytes = 6000;

interface Unfit {
  reason: string;
  example?: string;
}

/** Why a drawing cannot be used: what the pages' policy blocks, what leads elsewhere, what has no measure. */
export function unfitInLogo(svg: string): Unfit | null {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0];
  if (!root) return { reason: 'holds no <svg>' };
  if (viewBoxIn(svg) === null) return { reason: 'has no viewBox', example: '<svg viewBox="0 0 32 32">' };
  if (/<style\b|\sstyle\s*=/i.test(svg)) {
    return { reason: 'has styles, which the pages block; say it by attributes', example: '<path fill="#2b3f8f" />' };
  }
  if (/<(script|foreignObject|image|iframe|a)\b|\son[a-z]+\s*=/i.test(svg)) {
    return { reason: 'holds more than a drawing: a script, a picture, a link or foreign markup' };
  }
  const elsewhere = /(?:href\s*=\s*["']|url\(\s*["']?)(?!#)([^"')]*)/i.exec(svg)?.[1];
  return elsewhere === undefined ? null : { reason: `points to ${elsewhere}, outside of itself` };
}

/** The drawing's own measures: left, top, width, height. */
export function viewBoxIn(svg: string): [number, number, number, number] | null {
  const numbers = /<svg\b[^>]*\sviewBox\s*=\s*["']([^"']+)["']/
    .exec(svg)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const [left, top, width, height] = numbers ?? [];
  if (left === undefined || top === undefined || !width || !height || width <= 0 || height <= 0) return null;
  return [left, top, width, height];
}

/** Reads a drawing of `content/media`, without what stands around its `<svg>`. */
export function readDrawing(root: string, name: string): string {
  const text = readFileSync(join(root, 'content/media', name), 'utf8');
  return text
    .slice(text.indexOf('<svg'), text.lastIndexOf('</svg>') + '</svg>'.length)
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/>\s+</g, '><');
}

/** The drawing as a page holds it: beside the name, so that nobody hears it twice. */
export function drawnInPage(svg: string, theme: 'light' | 'dark' | 'both'): string {
  const [, , width, height] = viewBoxIn(svg) ?? [0, 0, 1, 1];
  const measures = ` width="${Math.round((width / height) * 28)}" height="28"`;
  return svg.replace(/<svg\b([^>]*)>/, (_, attributes: string) => {
    const kept = attributes.replaceAll(/\s(?:width|height|class|role|xmlns|aria-[a-z]+)\s*=\s*["'][^"']*["']/g, '');
    return `<svg class="brand-mark" data-for="${theme}"${measures}${kept} aria-hidden="true" focusable="false">`;
  });
}
