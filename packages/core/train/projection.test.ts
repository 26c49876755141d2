import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { preparedRow, rawRow } from '../familiarity/prepared-row.ts';
import { fitPreparation } from '../prepare/preparation.ts';
import { type Projection, readProjection } from '../registry/projection-file.ts';
import type { LabelledMatrix } from '../table/matrix.ts';
import { foldSplits, type Split, stratifiedFolds } from '../table/splits.ts';
import { pima } from '../testing/pima.ts';
import { askPython } from '../testing/python.ts';
import { trainingRequest } from '../testing/request.ts';
import { whyNoScikitLearn } from '../testing/scikit-learn.ts';
import type { TrainingRequest } from './contract.ts';
import { fitProjection } from './projection.ts';
import { trainClassifier } from './train-classifier.ts';

const unavailable = await whyNoScikitLearn();

let data: LabelledMatrix;
let split: Split;
let found: Projection;

function lastSplit({ labels }: LabelledMatrix): Split {
  const split = foldSplits(stratifiedFolds(labels, 5, 1), 5).at(-1);
  if (!split) throw new Error('five folds were dealt');
  return split;
}

function fitted(matrix: LabelledMatrix, by: Split, seed = 1): Projection {
  const projection = fitProjection(matrix, by, 5, seed);
  if (projection === null) throw new Error('the rows vary in two directions');
  return projection;
}

/** The same table with the values of some rows changed. */
function changed(rows: Int32Array, value: (feature: number, old: number) => number): LabelledMatrix {
  const width = data.features.length;
  const values = data.values.slice();
  for (const row of rows) {
    for (let feature = 0; feature < width; feature++) {
      values[row * width + feature] = value(feature, values[row * width + feature]);
    }
  }
  return { ...data, values };
}

const count = (part: 'train' | 'test') => found.points.filter((point) => point.part === part).length;

beforeAll(async () => {
  data = await pima();
  split = lastSplit(data);
  found = fitted(data, split);
});

describe('the points of the two leading components', () => {
  it('are at most 300 of the training rows and 300 of the test rows, of all of which the file says how many', () => {
    expect([count('train'), count('test')]).toEqual([300, split.test.length]);
    expect(found.rows).toEqual({ train: split.train.length, test: split.test.length });
    const halves = { train: split.train.slice(0, 350), test: split.train.slice(350) };
    const { points } = fitted(data, { ...halves, test: Int32Array.from([...halves.test, ...split.test]) });
    expect(points).toHaveLength(600);
  });

  it('are drawn by the seed: the same one draws the same, another one others', () => {
    expect(fitted(data, split)).toEqual(found);
    expect(fitted(data, split, 2).points).not.toEqual(found.points);
  });

  it('tell of a row its part, its label and its place in hundredths, and nothing else', () => {
    for (const point of found.points) {
      expect(Object.keys(point)).toEqual(['part', 'label', 'first', 'second']);
      for (const place of [point.first, point.second]) {
        expect(Math.round(place * 100) / 100).toBe(place);
      }
    }
    expect(found.points.filter(({ label }) => label === 1).length).toBeGreaterThan(0);
  });

  it('come from what the training rows alone give: other test rows change no component and no training point', () => {
    const other = fitted(
      changed(split.test, (_, old) => old * 3 + 7),
      split,
    );
    expect(other.components).toEqual(found.components);
    expect(other.region).toEqual(found.region);
    const ofTraining = ({ points }: Projection) => points.filter(({ part }) => part === 'train');
    expect(ofTraining(other)).toEqual(ofTraining(found));
  });
});

describe('how the test rows lie', () => {
  it('held out by chance, nearly all are in the region that holds 95 % of the training rows', () => {
    expect(found.inside.lower).toBeLessThan(0.95);
    expect(found.inside.upper).toBeGreaterThan(0.95);
  });

  it('moved away, hardly any is', () => {
    const away = fitted(
      changed(split.test, (feature, old) => (feature === 1 ? old + 300 : feature === 7 ? old + 150 : old)),
      split,
    );
    expect(away.inside.upper).toBeLessThan(0.2);
  });
});

describe('the components', () => {
  it('are told by their leading features, whose weights are shares', () => {
    for (const { variance, features } of found.components) {
      expect(variance).toBeGreaterThan(0.1);
      const weights = features.map(({ weight }) => weight);
      expect(features).toHaveLength(5);
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(1);
    }
    // In this table many of the women differ by age and what comes with it, then by children born against weight.
    const [first, second] = found.components.map(
      ({ features }) => new Map(features.map(({ name, direction }) => [name, direction])),
    );
    expect([first.get('age'), first.get('glucose'), first.get('pressure')]).toEqual([1, 1, 1]);
    expect([second.get('pregnant'), second.get('mass')]).toEqual([1, -1]);
  });

  it('are none where the rows vary in one direction alone', () => {
    const [one] = data.features;
    const values = Float32Array.from({ length: data.rows }, (_, row) => row);
    expect(fitProjection({ ...data, features: [one], values }, split, 5, 1)).toBeNull();
    const twice = Float32Array.from({ length: 2 * data.rows }, (_, place) => Math.floor(place / 2));
    const number = { name: 'a', kind: 'number', unit: null } as const;
    const same = { ...data, features: [number, { ...number, name: 'b' }], values: twice };
    expect(fitProjection(same, split, 5, 1)).toBeNull();
  });
});

describe('in an artifact', () => {
  let models: string;
  let artifact: string;
  beforeAll(async () => {
    models = await mkdtemp(join(tmpdir(), 'models-'));
    artifact = await train({ projection: true });
  });
  afterAll(() => rm(models, { recursive: true, force: true }));

  async function train(changes: Partial<TrainingRequest>): Promise<string> {
    const request = trainingRequest(await pima(300), { foldModels: false, ...changes });
    const [logistic] = request.candidates;
    return (await trainClassifier({ ...request, candidates: [logistic], models })).artifact;
  }

  it('they are read again as they were written, where they were asked for', async () => {
    const read = await readProjection(models, artifact);
    expect(read?.fold).toBe(5);
    expect(read?.rows).toEqual({ train: 240, test: 60 });
    expect(read?.points).toHaveLength(300);
    expect(await readProjection(models, await train({}))).toBeNull();
  });

  it('a file that was changed is refused, and so is a model that is not there', async () => {
    await writeFile(join(models, artifact, 'projection.json'), '{}');
    await expect(readProjection(models, artifact)).rejects.toMatchObject({ code: 'artifactDamaged' });
    await expect(readProjection(models, '0'.repeat(64))).rejects.toMatchObject({ code: 'artifactMissing' });
    await expect(readProjection(models, '../secret')).rejects.toMatchObject({ code: 'artifactMissing' });
  });
});

const program = `
import json, sys
import numpy as np
from sklearn.decomposition import PCA
given = json.load(sys.stdin)
pca = PCA(2, svd_solver="full").fit(np.array(given["train"]))
print(json.dumps({
    "variance": pca.explained_variance_ratio_.tolist(),
    "train": pca.transform(np.array(given["train"])).tolist(),
    "test": pca.transform(np.array(given["test"])).tolist(),
}))
`;
const answer = z.object({
  variance: z.array(z.number()),
  train: z.array(z.array(z.number())),
  test: z.array(z.array(z.number())),
});

test.skipIf(unavailable)(
  `scikit-learn's PCA of the prepared rows puts every point where it stands here${unavailable ? ` (${unavailable})` : ''}`,
  async () => {
    // So few rows that each of them is a point.
    const small = await pima(300);
    const own = lastSplit(small);
    const { columns } = fitPreparation(small, own.train);
    const prepared = (rows: Int32Array) =>
      Array.from(rows, (row) => [...preparedRow(columns, rawRow(small, row))]);
    const peer = await askPython(program, { train: prepared(own.train), test: prepared(own.test) }, answer);
    const { components, points } = fitted(small, own);
    expect(components.map(({ variance }) => variance)).toEqual(
      peer.variance.map((share) => expect.closeTo(share, 6)),
    );
    for (const part of ['train', 'test'] as const) {
      const ours = points.filter((point) => point.part === part).map(({ first, second }) => [first, second]);
      for (const axis of [0, 1]) {
        const sorted = ours.map((point) => point[axis]).sort((a, b) => a - b);
        // The points stand in an order by chance, and a component may be its opposite.
        const distance = [1, -1].map((sign) => {
          const theirs = peer[part].map((point) => sign * point[axis]).sort((a, b) => a - b);
          return Math.max(...theirs.map((value, at) => Math.abs(value - sorted[at])));
        });
        expect(ours).toHaveLength(peer[part].length);
        expect(Math.min(...distance)).toBeLessThan(0.0051);
      }
    }
  },
);
