/** `npm run bench:explain`: our TreeSHAP against shap's on the same trees and rows. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  compileTrees,
  expectedLogOdds,
  predictLogOdds,
  type TreeEnsemble,
  treeExplainer,
} from '../../packages/core/index.ts';
import { type BenchData, readSource, sources } from './data.ts';
import { readLightgbm } from './lightgbm-model.ts';
import { madeTrees } from './made-trees.ts';
import { startPeer } from './peer.ts';

const growing = { trees: 200, leaves: 15, explained: 1000 };
const rounds = 7;

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const progress = (text: string) => process.stderr.write(`${text}\n`);

interface Result {
  readonly data: string;
  readonly trees: number;
  readonly rows: number;
  readonly features: number;
  /** Medians of the rounds. */
  readonly praxisMs: number;
  readonly scoringMicroseconds: number;
  /** Largest |contributions + expected − log-odds|. */
  readonly additivity: number;
  readonly peer: string | null;
  /** By shap's way: through LightGBM, or its own code. */
  readonly shapMs: Readonly<Record<string, number>>;
  readonly difference: number | null;
  /** How many times shap's quickest way takes as long as ours. */
  readonly ratio: number | null;
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Our side: what is compared, and a way to time it again. */
function ours(ensemble: TreeEnsemble, rows: Float32Array) {
  const { features } = ensemble;
  const explain = treeExplainer(ensemble);
  const compiled = compileTrees(ensemble);
  const count = rows.length / features;
  const all = new Float64Array(rows.length);
  const timed = (work: () => void) => {
    const began = performance.now();
    work();
    return (performance.now() - began) / count;
  };
  const explainAll = () => {
    for (let at = 0; at < rows.length; at += features) all.set(explain(rows.subarray(at, at + features)), at);
  };
  explainAll();
  const expected = expectedLogOdds(ensemble);
  const additivity = predictLogOdds(compiled, rows).reduce((worst, logOdds, row) => {
    const own = all.subarray(row * features, (row + 1) * features);
    return Math.max(worst, Math.abs(own.reduce((sum, one) => sum + one, expected) - logOdds));
  }, 0);
  return {
    contributions: all,
    expected,
    additivity,
    explainMs: () => timed(explainAll),
    scoringMs: () => timed(() => predictLogOdds(compiled, rows)),
  };
}

async function measure(
  name: string,
  rows: Float32Array,
  ensemble: TreeEnsemble,
  peer: Exclude<Awaited<ReturnType<typeof startPeer>>, string> | null,
): Promise<Result> {
  const own = ours(ensemble, rows);
  const taken = { praxis: [own.explainMs()], scoring: [own.scoringMs()], shap: [await peer?.round()] };
  for (let round = 0; round < rounds; round++) {
    // The first round above only warms up.
    if (round === 0) for (const list of Object.values(taken)) list.length = 0;
    taken.praxis.push(own.explainMs());
    taken.scoring.push(own.scoringMs());
    taken.shap.push(await peer?.round());
  }
  const praxisMs = median(taken.praxis);
  const ways = Object.keys(taken.shap[0] ?? {});
  const shapMs = Object.fromEntries(
    ways.map((way) => [way, median(taken.shap.map((round) => round?.[way] ?? Number.NaN))]),
  );
  const furthest = peer?.contributions.reduce(
    (worst, one, at) => Math.max(worst, Math.abs(one - own.contributions[at])),
    Math.abs(peer.expected - own.expected),
  );
  return {
    data: name,
    trees: ensemble.trees.length,
    rows: rows.length / ensemble.features,
    features: ensemble.features,
    praxisMs,
    scoringMicroseconds: 1000 * median(taken.scoring),
    additivity: own.additivity,
    peer: peer?.versions ?? null,
    shapMs,
    difference: furthest ?? null,
    ratio: peer ? Math.min(...Object.values(shapMs)) / praxisMs : null,
  };
}

function print(result: Result): void {
  console.log(options.json ? JSON.stringify(result) : sentence(result));
}

function sentence(result: Result): string {
  const { data, trees, rows, praxisMs, scoringMicroseconds, shapMs, difference, ratio } = result;
  const shap = Object.entries(shapMs).map(([way, ms]) => `shap (${way}) ${ms.toFixed(3)} ms`);
  return [
    `${data}: ${trees} trees, ${rows} rows, each: praxis ${praxisMs.toFixed(3)} ms`,
    ...shap,
    ...(ratio === null ? [] : [`ratio ${ratio.toFixed(2)}`]),
    ...(difference === null ? [] : [`largest difference ${difference.toExponential(1)}`]),
    `scoring ${scoringMicroseconds.toFixed(1)} µs`,
  ].join(', ');
}

async function against(python: string, name: string, data: BenchData): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'praxis-explain-'));
  try {
    const peer = await startPeer(python, folder, data, growing);
    if (typeof peer === 'string') return peer;
    try {
      const rows = data.values.subarray(0, growing.explained * data.features);
      print(await measure(name, rows, readLightgbm(peer.model), peer));
    } finally {
      peer.end();
    }
    return null;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @returns why shap is not measured, null where it was */
async function compare(): Promise<string | null> {
  const python = process.env.PRAXIS_BENCH_PYTHON;
  if (!python) return 'PRAXIS_BENCH_PYTHON names no Python';
  let measured = 0;
  for (const source of sources) {
    const data = await readSource(source);
    if (!data) {
      progress(`${source.name} is left out: ../shared/data/${source.file} is not there.`);
      continue;
    }
    const lacking = await against(python, source.name, data);
    if (lacking) return lacking;
    measured++;
  }
  return measured > 0 ? null : 'there are no data';
}

const lacking = await compare();
if (lacking) {
  progress(`Ours alone, on made trees: ${lacking}.`);
  const { ensemble, rows } = madeTrees(growing);
  print(await measure('made', rows, ensemble, null));
}
