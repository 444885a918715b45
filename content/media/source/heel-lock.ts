import { drawShoe } from './shoe.ts';
import { drawn, lace, mixed, partOf, type Point } from './strokes.ts';

/** How long the film is. */
export const seconds = 34;

/** When each thing begins and ends, in seconds. The captions and chapters beside the film keep to these. */
const times = {
  leftUp: [4.5, 8.5],
  rightUp: [9, 12.5],
  leftAcross: [13.5, 17],
  rightAcross: [17.5, 21],
  pull: [22, 25.5],
  bow: [27, 30.5],
} as const;
const numbers = [
  { from: 4, to: 13, digit: 1 },
  { from: 13, to: 21.5, digit: 2 },
  { from: 21.5, to: 26.5, digit: 3 },
  { from: 26.5, to: seconds + 1, digit: 4 },
] as const;

const indigo = '#33479b';
const ochre = '#c0793a';

/*
 * The left end from where it leaves the fifth row: up into the top hole of its own side, which makes the loop; under
 * the leather to the middle; across, and through the loop of the other side. First loose, then pulled tight.
 */
const up: [loose: Point[], tight: Point[]] = [
  [
    [396, 206],
    [340, 214],
    [302, 178],
    [318, 132],
    [390, 130],
  ],
  [
    [396, 206],
    [378, 196],
    [374, 168],
    [378, 144],
    [390, 130],
  ],
];
const across: [loose: Point[], tight: Point[]] = [
  [
    [390, 130],
    [440, 118],
    [500, 132],
    [570, 158],
    [632, 172],
    [690, 196],
    [724, 262],
  ],
  [
    [390, 130],
    [440, 132],
    [500, 146],
    [556, 164],
    [596, 170],
    [640, 214],
    [664, 318],
  ],
];
/** From the loop back to the knot in the middle. */
const toKnot: Point[] = [
  [390, 130],
  [440, 132],
  [500, 146],
  [556, 164],
  [594, 172],
  [572, 196],
  [482, 208],
];

const mirror = (points: readonly Point[]) => points.map(([x, y]): Point => [960 - x, y]);

/** The film at a second, as a picture of 960 by 540. */
export function drawHeelLock(at: number): string {
  const within = ([from, to]: readonly [number, number]) => drawn((at - from) / (to - from));
  const pulled = within(times.pull);
  const tied = within(times.bow);
  const loop = mixed(up[0], up[1], pulled);
  const way = tied > 0 ? mixed(across[1], toKnot, Math.min(1, tied * 2.5)) : mixed(across[0], across[1], pulled);
  const isKnotted = tied > 0.4;

  const ends = [
    { colour: indigo, loop, way, isUp: within(times.leftUp), isAcross: within(times.leftAcross) },
    {
      colour: ochre,
      loop: mirror(loop),
      way: mirror(way),
      isUp: within(times.rightUp),
      isAcross: within(times.rightAcross),
    },
  ];
  // Beneath the leather from the hole to its edge; in the open from there on.
  const hidden = ends.filter(({ isAcross }) => isAcross > 0);
  const over = hidden.map(({ colour, way, isAcross }) =>
    lace(partOf(way, 0.13, isAcross), colour, { hasTip: !isKnotted }),
  );
  const loops = ends.map(({ colour, loop, isUp, isAcross }, index) =>
    lace(isUp > 0 ? partOf(loop, 0, isUp) : waiting(index), colour, { hasTip: isAcross === 0 && isUp < 1 }),
  );
  const number = numbers.find(({ from, to }) => at >= from && at < to);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540" width="960" height="540" fill="none" stroke-linecap="round" stroke-linejoin="round">
<path fill="#faf7f1" d="M0 0H960V540H0Z"/>
${drawShoe({
  beneath: hidden
    .map(({ colour, way, isAcross }) => lace(partOf(way, 0, Math.min(isAcross, 0.2)), colour, {}))
    .join(''),
  shownRow: at < 4.5 ? drawn((at - 1) / 0.6) : 0,
})}
${over.join('\n')}
${loops.join('\n')}
${pulled > 0 && tied === 0 ? pullArrows(pulled) : ''}
${isKnotted ? bow((tied - 0.4) / 0.6) : ''}
${number ? numberSign(number.digit) : ''}
</svg>
`;
}

/** The end before its turn: it hangs to the side. */
function waiting(index: number): Point[] {
  const points: Point[] = [
    [396, 206],
    [364, 214],
    [338, 246],
    [330, 290],
  ];
  return index === 0 ? points : points.map(([x, y]): Point => [960 - x, y]);
}

function pullArrows(pulled: number): string {
  const y = 340 + 60 * pulled;
  const arrow = (x: number) =>
    `<path d="M${x} ${y}V${y + 52}M${x - 14} ${y + 38}L${x} ${y + 54}L${x + 14} ${y + 38}"/>`;
  return `<g stroke="#2a2f3d" stroke-width="5" opacity="${Math.min(1, pulled * 4) * (pulled > 0.9 ? (1 - pulled) * 10 : 1)}">${arrow(288)}${arrow(672)}</g>`;
}

/** Two bows and two ends grow out of the knot. */
function bow(grown: number): string {
  const size = drawn(grown);
  const at = ([x, y]: Point): Point => [480 + (x - 480) * size, 208 + (y - 208) * size];
  const side = (points: Point[], colour: string, isMirrored: boolean) =>
    lace(
      points.map(at).map(([x, y]): Point => [isMirrored ? 960 - x : x, y]),
      colour,
      {},
    );
  const loop: Point[] = [
    [480, 208],
    [420, 190],
    [352, 206],
    [346, 244],
    [400, 250],
    [480, 208],
  ];
  const tail: Point[] = [
    [480, 208],
    [452, 252],
    [434, 300],
    [438, 340],
  ];
  return [
    side(tail, ochre, false),
    side(tail, indigo, true),
    side(loop, indigo, false),
    side(loop, ochre, true),
    `<rect x="461" y="192" width="38" height="32" rx="12" fill="${indigo}" stroke="#2a2f3d" stroke-width="2.5"/>`,
  ].join('');
}

/** Digits as strokes: a font would be another thing to have. */
const digits = {
  1: 'M-9 -12L3 -21V21',
  2: 'M-13 -10C-13 -27 14 -27 13 -8C12 4 -8 10 -13 21H14',
  3: 'M-12 -18C-4 -25 13 -22 12 -10C11 -1 2 -1 -3 -1C4 -1 14 1 13 11C12 24 -7 25 -14 16',
  4: 'M6 21V-21L-15 9H15',
} as const;

function numberSign(digit: keyof typeof digits): string {
  return `<g transform="translate(92 92)" stroke="${indigo}"><circle r="46" stroke-width="4"/><path stroke-width="6" d="${digits[digit]}"/></g>`;
}
