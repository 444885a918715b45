/** A colour in OKLCH: lightness and chroma from 0 on (1 is white), hue in degrees. */
export interface Colour {
  l: number;
  c: number;
  h: number;
}

/** Red, green and blue from 0 to 1, linear or as they are stored, whichever the name around it says. */
type Channels = readonly [number, number, number];

/** Reads `#rgb`, `#rrggbb` or `oklch(39% 0.125 266)`. Throws for anything else: the schema lets nothing else in. */
export function readColour(text: string): Colour {
  const [, l, c, h] = /^oklch\(\s*([\d.]+)%\s+([\d.]+)\s+([\d.]+)(?:deg)?\s*\)$/i.exec(text) ?? [];
  if (l !== undefined) return { l: Number(l) / 100, c: Number(c), h: Number(h) };
  return fromLinear(linearOf(text));
}

/** The colour as `#rrggbb`; one outside of sRGB loses chroma until it is inside, and keeps lightness and hue. */
export function hexOf({ l, c, h }: Colour): string {
  let [least, most] = [0, c];
  if (isInGamut(toLinear({ l, c, h }))) least = c;
  else {
    for (let step = 0; step < 20; step += 1) {
      const middle = (least + most) / 2;
      if (isInGamut(toLinear({ l, c: middle, h }))) least = middle;
      else most = middle;
    }
  }
  const stored = toLinear({ l, c: least, h }).map((value) => Math.round(encoded(clamped(value)) * 255));
  return `#${stored.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast of two `#rrggbb`, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** From 0, black, to 1, white (WCAG 2.2, relative luminance). */
function luminance(hex: string): number {
  const [r, g, b] = linearOf(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linearOf(hex: string): Channels {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) throw new Error(`${hex} is no colour that can be read`);
  const whole = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const at = (index: number) => decoded(Number.parseInt(whole.slice(index, index + 2), 16) / 255);
  return [at(0), at(2), at(4)];
}

/** sRGB's transfer function, and back. */
function decoded(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
function encoded(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

/** The matrices are Björn Ottosson's, as CSS Color 4 has them. */
function toLinear({ l, c, h }: Colour): Channels {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

function fromLinear([r, g, blue]: Channels): Colour {
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  return {
    l: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    c: Math.hypot(a, b),
    h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360,
  };
}

function isInGamut(linear: Channels): boolean {
  return linear.every((value) => value >= -0.0005 && value <= 1.0005);
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}
