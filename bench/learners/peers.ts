/** The peers: a Python process that reads the data set from a folder and says a line for each peer. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type LabelledMatrix, meanPerformance, type Performance, performanceOf } from '@praxis/core';
import type { Contender } from './contender.ts';
import { readProbabilities, writeData } from './data-file.ts';
import { seed } from './folds.ts';
import { type PeerLine, peerLine } from './schema.ts';

const program = fileURLToPath(new URL('peers.py', import.meta.url));

export interface PeersRun {
  readonly contenders: readonly Contender[];
  /** What could not take part, and why. */
  readonly absent: readonly string[];
}

/** @throws Error where Python fails, or judges the same probabilities otherwise than we do */
export async function runPeers(
  python: string,
  matrix: LabelledMatrix,
  dealt: readonly Int8Array[],
  onPeer: (name: string) => void,
): Promise<PeersRun> {
  const folder = await mkdtemp(join(tmpdir(), 'praxis-bench-'));
  try {
    await writeData(folder, matrix, dealt);
    const contenders: Contender[] = [];
    const absent: string[] = [];
    for await (const line of linesOf(python, folder)) {
      if (line.kind === 'absent') {
        absent.push(`${line.name} (${line.reason})`);
        continue;
      }
      onPeer(line.name);
      const probabilities = await readProbabilities(join(folder, line.file), matrix.rows, dealt.length);
      const performance = meanPerformance(
        probabilities.map((one) => performanceOf(matrix.labels, one, seed)),
      );
      checkAgreement(line, performance);
      contenders.push({ name: line.name, side: 'peer', performance, seconds: line.seconds });
    }
    return { contenders, absent };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function* linesOf(python: string, folder: string): AsyncGenerator<PeerLine> {
  const child = spawn(python, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${python} ended with ${code}`));
    });
  });
  // A Python that cannot be started ends the lines; the reason is told below.
  ended.catch(() => child.stdout.destroy());
  try {
    for await (const line of createInterface({ input: child.stdout })) yield peerLine.parse(JSON.parse(line));
    await ended;
  } finally {
    child.kill();
  }
}

/** The figures of scikit-learn are in double precision too; sums of some thousand terms differ in their last digits. */
const tolerance = 1e-9;

export function checkAgreement(
  { name, figures }: Extract<PeerLine, { kind: 'peer' }>,
  { auroc, averagePrecision, brier }: Performance,
): void {
  const pairs = [
    { figure: 'AUROC', theirs: figures.auroc, ours: auroc.value },
    { figure: 'average precision', theirs: figures.averagePrecision, ours: averagePrecision.value },
    { figure: 'Brier score', theirs: figures.brier, ours: brier.value },
  ];
  for (const { figure, theirs, ours } of pairs) {
    if (!(Math.abs(theirs - ours) <= tolerance)) {
      throw new Error(
        `${name}: scikit-learn's ${figure} is ${theirs}, ours ${ours} of the same probabilities`,
      );
    }
  }
}
