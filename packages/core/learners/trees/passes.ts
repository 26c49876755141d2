/** Passes over rows, shard by shard: no shard depends on another, nor on which thread does it. */
import { addRows, clear } from './histogram.ts';
import { moveOdds, packGradients, sumLeaf, sumLoss, sumMagnitudes } from './loss.ts';
import { partRows } from './partition.ts';
import type { SharedFit } from './shared-fit.ts';

const passes = [
  'magnitudes',
  'root',
  'countedRoot',
  'partAndSum',
  'part',
  'leafSums',
  'move',
  'loss',
] as const;
export type Pass = (typeof passes)[number];

export function passNumber(pass: Pass): number {
  return passes.indexOf(pass);
}

/** @param run number of the pass, by which a thread knows whether its histogram is one of this pass */
export function doShard(fit: SharedFit, pass: number, shard: number, thread: number, run: number): void {
  const { begins, ends, shards, leafNodes } = fit;
  switch (passes[pass]) {
    case 'magnitudes':
      sumMagnitudes(fit, begins[shard], ends[shard], 3 * shard);
      return;
    // What follows on the same rows is done at once: they are still in the thread's cache.
    case 'root':
      packGradients(fit, begins[shard], ends[shard]);
      addNode(fit, shard, 0, thread, run, false);
      return;
    case 'countedRoot':
      packGradients(fit, begins[shard], ends[shard]);
      addNode(fit, shard, 0, thread, run, true);
      return;
    case 'partAndSum':
      partNode(fit, shard);
      addNode(fit, shard, fit.parting[3], thread, run, true);
      return;
    case 'part':
      partNode(fit, shard);
      return;
    case 'leafSums':
      for (let index = 1; index <= leafNodes[0]; index++) {
        const at = leafNodes[index] * shards + shard;
        sumLeaf(fit, begins[at], ends[at], 3 * at);
      }
      return;
    case 'move':
      for (let index = 1; index <= leafNodes[0]; index++) {
        const at = leafNodes[index] * shards + shard;
        moveOdds(fit, begins[at], ends[at], fit.factors[leafNodes[index]]);
      }
      return;
    case 'loss':
      sumLoss(fit, shard * fit.shardRows, Math.min(fit.rows, (shard + 1) * fit.shardRows), 3 * shard);
      return;
  }
}

function addNode(
  fit: SharedFit,
  shard: number,
  node: number,
  thread: number,
  run: number,
  counted: boolean,
): void {
  const joint = fit.joints[thread];
  if (fit.jointRuns[thread] !== run) clear(joint);
  fit.jointRuns[thread] = run;
  const at = node * fit.shards + shard;
  addRows(joint, fit, fit.packed, fit.order, fit.begins[at], fit.ends[at], counted);
}

function partNode(fit: SharedFit, shard: number): void {
  const { begins, ends, shards, order, scratch, columns, stays } = fit;
  const [feature, node, stayingNode, goingNode] = fit.parting;
  const [begin, end] = [begins[node * shards + shard], ends[node * shards + shard]];
  const middle = partRows(order, begin, end, columns, feature * fit.rows, stays, scratch);
  begins[stayingNode * shards + shard] = begin;
  ends[stayingNode * shards + shard] = middle;
  begins[goingNode * shards + shard] = middle;
  ends[goingNode * shards + shard] = end;
}
