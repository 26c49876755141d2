/** Isotonic calibration: the best rising step function (Zadrozny and Elkan 2002), joined to a line that never falls. */
import { logOddsOf } from '../evaluate/recalibration.ts';
import type { Calibration } from './calibration.ts';

/** Rows whose log-odds lie next to each other and are given one probability. */
export interface Block {
  /** Mean log-odds. */
  readonly centre: number;
  readonly rows: number;
  readonly events: number;
}

/**
 * Pool adjacent violators (Ayer et al. 1955): the share of events of the blocks is the least-squares fit that never falls.
 * Rows of equal log-odds are never parted.
 *
 * @param labels 0 or 1 @param logOdds both of shape [rows]
 * @returns blocks in rising order of log-odds and of share of events
 */
export function pooledBlocks(labels: Uint8Array, logOdds: Float64Array): readonly Block[] {
  const order = Int32Array.from(labels.keys()).sort((a, b) => logOdds[a] - logOdds[b]);
  const blocks: Block[] = [];
  for (let at = 0; at < order.length; ) {
    const centre = logOdds[order[at]];
    let [rows, events] = [0, 0];
    for (; at < order.length && logOdds[order[at]] === centre; at++) {
      rows++;
      events += labels[order[at]];
    }
    let block: Block = { centre, rows, events };
    for (let before = blocks.at(-1); before && violates(before, block); before = blocks.at(-1)) {
      block = pooled(before, block);
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks;
}

function violates(before: Block, after: Block): boolean {
  return before.events * after.rows >= after.events * before.rows;
}

function pooled(one: Block, other: Block): Block {
  const rows = one.rows + other.rows;
  const centre = (one.centre * one.rows + other.centre * other.rows) / rows;
  return { centre, rows, events: one.events + other.events };
}

/**
 * One point a block, at its mean (centred isotonic regression: Oron and Flournoy 2017), so that between blocks the answer
 * rises and ranks are kept. Shares are held between Platt's targets: a block without events does not make an event
 * impossible.
 */
export function isotonicCalibration(labels: Uint8Array, logOdds: Float64Array): Calibration {
  const events = labels.reduce((sum, label) => sum + label, 0);
  const least = 1 / (labels.length - events + 2);
  const most = (events + 1) / (events + 2);
  const blocks = pooledBlocks(labels, logOdds);
  const from = blocks.map(({ centre }) => centre);
  const to = blocks.map((block) => logOddsOf(Math.min(most, Math.max(least, block.events / block.rows))));
  return { slope: 1, intercept: 0, curve: { kind: 'isotonic', from, to } };
}
