import { lace, partOf, type Point } from './strokes.ts';

const ink = '#2a2f3d';
const slate = '#8b95ad';

/** Rows of holes, from the toe (1) to the ankle (6). */
const rows = [1, 2, 3, 4, 5, 6].map((row): Point => [390 + (6 - row) * 6, 130 + (6 - row) * 76]);
const mirrored = ([x, y]: Point): Point => [960 - x, y];

interface Shoe {
  /** Laces that run beneath the leather. */
  beneath: string;
  /** How far the rings around the two top rows are drawn. */
  shownRow: number;
}

/** A shoe from the front, its toe towards the reader, laced crosswise up to the last row but one. */
export function drawShoe({ beneath, shownRow }: Shoe): string {
  return `<g stroke="${ink}" stroke-width="3.5">
<path fill="#e6dccb" d="M300 96C268 96 246 116 242 152C234 260 232 400 250 560H710C728 400 726 260 718 152C714 116 692 96 660 96Z"/>
<path fill="#6e6558" d="M420 96C432 240 446 420 452 560H508C514 420 528 240 540 96Z"/>
<path fill="#d3c5ae" d="M396 52C396 24 564 24 564 52C562 220 530 420 522 560H438C430 420 398 220 396 52Z"/>
<path stroke-width="2" stroke="#a8967a" stroke-dasharray="7 7" d="M412 62C414 44 546 44 548 62"/>
</g>
${crossings()
  .map(({ hidden }) => hidden)
  .join('')}
${beneath}
${facing(false)}${facing(true)}
${rows.flatMap((row) => [eyelet(row), eyelet(mirrored(row))]).join('')}
${crossings()
  .map(({ shown }) => shown)
  .join('')}
${shownRow > 0 ? rings(shownRow) : ''}`;
}

/** The leather that the holes are in. */
function facing(isMirrored: boolean): string {
  const flip = isMirrored ? ' transform="matrix(-1 0 0 1 960 0)"' : '';
  return `<g${flip} stroke="${ink}" stroke-width="3.5"><path fill="#c9b597" d="M350 90C384 82 420 84 424 98C432 240 446 420 454 560H352C344 420 334 250 334 120C334 104 338 94 350 90Z"/><path stroke="#8d7858" stroke-width="2" stroke-dasharray="7 7" d="M350 548C346 420 348 250 348 124C348 108 354 102 364 100"/></g>`;
}

function eyelet([x, y]: Point): string {
  return `<circle cx="${x}" cy="${y}" r="12" fill="#faf7f1" stroke="${ink}" stroke-width="3"/><circle cx="${x}" cy="${y}" r="6" fill="${ink}"/>`;
}

/** Out of each hole, across the tongue, beneath the leather of the other side and up through its next hole. */
function crossings(): { hidden: string; shown: string }[] {
  return rows
    .slice(0, 4)
    .flatMap((row, index) => {
      const next = rows[index + 1] ?? row;
      return [
        [mirrored(row), next],
        [row, mirrored(next)],
      ].map(([from = row, to = row]) => ({
        hidden: lace([from, to], slate, {}),
        shown: lace(partOf([from, to], 0, 0.54), slate, {}),
      }));
    })
    .concat({ hidden: '', shown: lace([rows[0] ?? [0, 0], mirrored(rows[0] ?? [0, 0])], slate, {}) });
}

function rings(share: number): string {
  const around = 2 * Math.PI * 26;
  return rows
    .slice(5)
    .flatMap((row) => [row, mirrored(row)])
    .map(
      ([x, y]) =>
        `<circle cx="${x}" cy="${y}" r="26" stroke="#33479b" stroke-width="5" stroke-dasharray="${around * share} ${around}" transform="rotate(-90 ${x} ${y})"/>`,
    )
    .join('');
}
