/** Passes over rows, cut into ranges that any thread can do: none depends on another, nor on who does it. */
import { addRows, clear } from './histogram.ts';
import { moveOdds, packGradients, sumLeaf, sumMagnitudes } from './loss.ts';
import { partRange } from './partition.ts';
import { rangeRows, type SharedFit } from './shared-fit.ts';

const passes = ['magnitudes', 'pack', 'histogram', 'countedHistogram', 'part', 'leafSums', 'move'] as const;
export type Pass = (typeof passes)[number];

export function passNumber(pass: Pass): number {
  return passes.indexOf(pass);
}

/**
 * Cuts rows `begin` to `end - 1` of the order into ranges of `most` rows, written from place `at` on.
 * @returns the place after the last
 */
export function cutRanges(
  { ranges, rows }: SharedFit,
  begin: number,
  end: number,
  leaf: number,
  at: number,
  most = rangeRows(rows),
): number {
  let range = at;
  for (let start = begin; start < end; start += most) {
    ranges[3 * range] = start;
    ranges[3 * range + 1] = Math.min(end, start + most);
    ranges[3 * range + 2] = leaf;
    range++;
  }
  return range;
}

/** @param run number of the pass, by which a thread knows whether its histogram is one of this pass */
export function doRange(fit: SharedFit, pass: number, range: number, thread: number, run: number): void {
  const [begin, end] = [fit.ranges[3 * range], fit.ranges[3 * range + 1]];
  switch (passes[pass]) {
    case 'magnitudes':
      sumMagnitudes(fit, begin, end, 3 * range);
      return;
    case 'pack':
      packGradients(fit, begin, end);
      return;
    case 'histogram':
      addRange(fit, begin, end, thread, run, false);
      return;
    case 'countedHistogram':
      addRange(fit, begin, end, thread, run, true);
      return;
    case 'part': {
      const start = fit.asked[0] * fit.rows;
      fit.sums[3 * range] = partRange(fit.order, begin, end, fit.columns, start, fit.stays, fit.scratch);
      return;
    }
    case 'leafSums':
      sumLeaf(fit, begin, end, 3 * range);
      return;
    case 'move':
      moveOdds(fit, begin, end, fit.factors[fit.ranges[3 * range + 2]]);
      return;
  }
}

function addRange(
  fit: SharedFit,
  begin: number,
  end: number,
  thread: number,
  run: number,
  counted: boolean,
): void {
  const joint = fit.joints[thread];
  if (fit.jointRuns[thread] !== run) clear(joint);
  fit.jointRuns[thread] = run;
  addRows(joint, fit, fit.packed, fit.order, begin, end, counted);
}
