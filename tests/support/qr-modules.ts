/** The dark modules that a path of strokes draws: `M` to the start of a row's first run, `h` along it, `m` to the next. */
export function modulesDrawn(path: string, modules: number): boolean[][] {
  const drawn = Array.from({ length: modules }, () => Array<boolean>(modules).fill(false));
  let [x, y] = [0, 0];
  for (const [, command, first = '', second = ''] of path.matchAll(/([Mmh])(\d+)(?: ([\d.]+))?/g)) {
    const length = Number(first);
    if (command === 'M') [x, y] = [length, Math.floor(Number(second))];
    if (command === 'm') x += length;
    if (command !== 'h') continue;
    drawn[y]?.fill(true, x, x + length);
    x += length;
  }
  return drawn;
}
