/** Which terminals lie near a place: a grid whose cells are as wide as the radius. */
import type { Random } from '@praxis/core';

/** Width and height of the map. */
export const mapSide = 100;
/** People pay at terminals nearer than this. */
export const radius = 5;

/** Entry n is where customer or terminal n stands, from 0 to `mapSide`. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface TerminalMap {
  /** The terminals nearer than the radius in ascending order; the nearest one where there is none. */
  near(x: number, y: number): number[];
  /** One of them, each as likely. */
  drawNear(x: number, y: number, random: Random): number;
}

const cellsAcross = mapSide / radius;
/** A draw of the grid's nine cells lies within the radius once in three; so many misses are a place with few or none. */
const mostTries = 64;

export function terminalMap({ x: terminalX, y: terminalY }: Places): TerminalMap {
  const cellOf = (at: number) => Math.min(cellsAcross - 1, Math.floor(at / radius));
  /** Terminals cell by cell; those of cell c are from cellStart[c] to cellStart[c + 1]. */
  const cellStart = new Uint32Array(cellsAcross * cellsAcross + 1);
  const byCell = new Uint32Array(terminalX.length);
  const cells = Uint16Array.from(
    terminalX,
    (at, terminal) => cellOf(terminalY[terminal]) * cellsAcross + cellOf(at),
  );
  for (const cell of cells) cellStart[cell + 1]++;
  for (let cell = 0; cell < cellsAcross * cellsAcross; cell++) cellStart[cell + 1] += cellStart[cell];
  const next = cellStart.slice();
  for (let terminal = 0; terminal < cells.length; terminal++) byCell[next[cells[terminal]]++] = terminal;

  const squaredDistance = (terminal: number, x: number, y: number) =>
    (terminalX[terminal] - x) ** 2 + (terminalY[terminal] - y) ** 2;

  /** Cells of one row lie beside each other, so the nine around a place are three stretches of `byCell`. */
  function stretch(row: number, x: number): { readonly from: number; readonly to: number } {
    if (row < 0 || row >= cellsAcross) return { from: 0, to: 0 };
    const column = cellOf(x);
    const first = row * cellsAcross + Math.max(0, column - 1);
    const last = row * cellsAcross + Math.min(cellsAcross - 1, column + 1);
    return { from: cellStart[first], to: cellStart[last + 1] };
  }

  function nearest(x: number, y: number): number {
    let best = 0;
    for (let terminal = 1; terminal < terminalX.length; terminal++) {
      if (squaredDistance(terminal, x, y) < squaredDistance(best, x, y)) best = terminal;
    }
    return best;
  }

  function near(x: number, y: number): number[] {
    const found: number[] = [];
    const row = cellOf(y);
    for (const { from, to } of [stretch(row - 1, x), stretch(row, x), stretch(row + 1, x)]) {
      for (let place = from; place < to; place++) {
        if (squaredDistance(byCell[place], x, y) < radius ** 2) found.push(byCell[place]);
      }
    }
    return found.length === 0 ? [nearest(x, y)] : found.sort((one, other) => one - other);
  }

  return {
    near,
    drawNear(x, y, random) {
      const row = cellOf(y);
      const below = stretch(row - 1, x);
      const same = stretch(row, x);
      const above = stretch(row + 1, x);
      const untilSame = below.to - below.from;
      const untilAbove = untilSame + same.to - same.from;
      const all = untilAbove + above.to - above.from;
      for (let attempt = 0; attempt < mostTries && all > 0; attempt++) {
        const draw = random.below(all);
        const place =
          draw < untilSame
            ? below.from + draw
            : draw < untilAbove
              ? same.from + draw - untilSame
              : above.from + draw - untilAbove;
        const terminal = byCell[place];
        if (squaredDistance(terminal, x, y) < radius ** 2) return terminal;
      }
      const listed = near(x, y);
      return listed[random.below(listed.length)];
    },
  };
}
