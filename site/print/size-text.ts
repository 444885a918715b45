/** The size of a file as readers know it from downloads: `640 kB`, `1.2 MB` (powers of 1000). */
export function sizeText(bytes: number): string {
  return bytes < 999_500 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
