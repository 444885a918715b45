export type Point = readonly [x: number, y: number];

/** A share of 0 to 1 as a hand moves: slow at both ends. */
export function drawn(share: number): number {
  const within = Math.min(1, Math.max(0, share));
  return within * within * (3 - 2 * within);
}

/** Points on the way from some to others, one by one. */
export function mixed(from: readonly Point[], to: readonly Point[], share: number): Point[] {
  return from.map(([x, y], index) => {
    const [toX, toY] = to[index] ?? [x, y];
    return [x + (toX - x) * share, y + (toY - y) * share];
  });
}

/** The part of a smooth line through some points, between two shares of its length, as many short steps. */
export function partOf(points: readonly Point[], from: number, to: number): Point[] {
  const fine = smooth(points);
  const lengths = fine.map((point, index) => (index === 0 ? 0 : distance(fine[index - 1] ?? point, point)));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let walked = 0;
  return fine.filter((_, index) => {
    walked += lengths[index] ?? 0;
    return walked >= from * whole && walked <= to * whole;
  });
}

/** A lace along some points, with its outline, and the tip it is led by. */
export function lace(points: readonly Point[], colour: string, { hasTip = false }: { hasTip?: boolean }): string {
  if (points.length < 2) return '';
  const path = `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
  const line = points.length > 8 ? path : pathOf(smooth(points));
  const strokes = `<path stroke="#2a2f3d" stroke-width="17" d="${line}"/><path stroke="${colour}" stroke-width="12" d="${line}"/>`;
  return hasTip ? strokes + tip(points) : strokes;
}

function tip(points: readonly Point[]): string {
  const end = points.at(-1) ?? [0, 0];
  const before = points.findLast((point) => distance(point, end) > 8) ?? end;
  const length = distance(before, end) || 1;
  const [dx, dy] = [(end[0] - before[0]) / length, (end[1] - before[1]) / length];
  const line = `M${end[0].toFixed(1)} ${end[1].toFixed(1)}L${(end[0] + dx * 22).toFixed(1)} ${(end[1] + dy * 22).toFixed(1)}`;
  return `<path stroke="#2a2f3d" stroke-width="14" d="${line}"/><path stroke="#faf7f1" stroke-width="8" d="${line}"/>`;
}

function pathOf(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}

/** Catmull-Rom through every point, in steps. */
function smooth(points: readonly Point[], steps = 24): Point[] {
  const at = (index: number): Point => points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0];
  const fine: Point[] = [];
  for (let index = 0; index < points.length - 1; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    for (let step = 0; step < steps; step += 1) {
      const t = step / steps;
      const on = (axis: 0 | 1) =>
        0.5 *
        (2 * from[axis] +
          (to[axis] - before[axis]) * t +
          (2 * before[axis] - 5 * from[axis] + 4 * to[axis] - after[axis]) * t ** 2 +
          (3 * from[axis] - before[axis] - 3 * to[axis] + after[axis]) * t ** 3);
      fine.push([on(0), on(1)]);
    }
  }
  return [...fine, at(points.length - 1)];
}

function distance([x, y]: Point, [toX, toY]: Point): number {
  return Math.hypot(toX - x, toY - y);
}
