import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bothOpinions } from '../pipeline/tracing/second-opinion.ts';
import { isBetter, type SecondMeasure } from '../pipeline/tracing/train-second.ts';
import { morning } from '../testing/small-practice.ts';
import { draftCandidates, kernelModel } from './kernel.ts';
import type { StoredAttempt } from './stored-attempt.ts';
import { teachTracing } from './teach.ts';
import { keepTraining, readTracingRecord, tracingServing } from './tracing-folder.ts';
import { trainTracing } from './train-tracing.ts';

const model = kernelModel();
const schools = { learners: 6, attempts: 12, training: 1, validation: 1, test: 1 };
const { signal } = new AbortController();
const options = { seed: 0, threads: 1, signal, now: () => morning };
const drafts = draftCandidates('whole.add-subtract', 10, 1);

/** Five learners of the installation, ten attempts each: the first know nothing, the last all. */
const own: StoredAttempt[] = Array.from({ length: 50 }, (_, place) => {
  const right = place % 5 > 2;
  return {
    learner: `${place % 5}`,
    exercise: drafts[place % drafts.length],
    hintsShown: 0,
    outcome: right ? 'right' : 'shown',
    closedAt: new Date(morning + place * 1000),
    answers: [{ verdict: right ? 'right' : 'wrong' }],
  };
});

const trained = await trainTracing(model, own, schools, options);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tracing-'));
  return () => rm(folder, { recursive: true });
});

test('it is told how many simulated learners and how many of the installation taught the model', () => {
  expect(trained.model.simulated).toEqual({ learners: 30, attempts: 360 });
  expect(trained.model.own).toEqual({ learners: 3, attempts: 30 });
  // Every other simulated learner was set skills, and the installation's one is among those who were not.
  expect([trained.set.learners, trained.chosen.learners]).toEqual([15, 16]);
  // One learner of the installation in the test says nothing.
  expect(trained.own).toBeNull();
  expect(trained.set.gain).toBeCloseTo(trained.set.ability - trained.set.both, 9);
});

test('both opinions together lie within their bounds and follow what the learner did; of a skill that was hardly practised ability tells alone', () => {
  const question = { problem: drafts[0].template, skills: ['whole.add-subtract'], right: false };
  const ability = { success: 0.7, low: 0.5, high: 0.85 };
  // What is learnt in a test is little; that the past is read shows where it counts for more.
  const louder = { ...trained.model, blend: { intercept: 0, ability: 1, recurrent: 1 } };
  const after = (right: boolean) => {
    const both = bothOpinions(louder, Array(8).fill({ ...question, right }), question, ability);
    if (both === null) throw new Error('Additions are practised most.');
    return both;
  };
  for (const { low, success, high } of [after(true), after(false)]) {
    expect(low).toBeLessThan(success);
    expect(success).toBeLessThan(high);
  }
  expect(after(true).success).not.toBeCloseTo(after(false).success, 3);
  expect(bothOpinions(louder, [], { ...question, right: true }, ability)).toEqual(
    bothOpinions(louder, [], question, ability),
  );
  expect(bothOpinions(louder, [], { ...question, skills: ['derivative.chain'] }, ability)).toBeNull();
});

test('what was kept serves as it was, the record names it, and a damaged file serves nobody', async () => {
  const serving = tracingServing(folder);
  expect(await serving()).toBeNull();
  const { set, own: few } = trained;
  await keepTraining(folder, trained.model, { trainedAt: morning, ownAttempts: 50, set, own: few });
  expect(await serving()).toEqual(trained.model);
  const { artifact } = (await readTracingRecord(folder)) ?? {};
  const file = path.join(folder, `${artifact}.json`);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"simulated"', '"imagined"'));
  expect(await tracingServing(folder)()).toBeNull();
  await writeFile(file, text);
});

test('it is trained again only when it is due and enough new answers are there; what is no better does not serve', async () => {
  const store = { answered: async () => ({ attempts: own, difficulty: null }) };
  const teach = (dueSince: number) =>
    teachTracing(store, folder, model, { ...options, dueSince, schools, now: () => morning + 1 });
  const before = await readTracingRecord(folder);
  expect(await teach(morning)).toEqual({ kind: 'notDue' });
  expect(await teach(morning + 1)).toEqual({ kind: 'notDue' });
  expect(await readTracingRecord(folder)).toEqual(before);
  await rm(path.join(folder, 'record.json'));
  const teaching = await teach(morning);
  // So few learners cannot show that a gain is none of chance.
  expect(teaching).toMatchObject({ kind: 'noBetter', own: { learners: 3 } });
  expect(await readTracingRecord(folder)).toMatchObject({ artifact: null, ownAttempts: 50 });
  expect(await tracingServing(folder)()).toBeNull();
  expect((await readdir(folder)).filter((name) => !name.endsWith('.json'))).toEqual([]);
});

test('better is what is so by two standard errors, and no worse for the learners who are here', () => {
  const measure = (gain: number, error: number): SecondMeasure => ({
    ...{ learners: 100, attempts: 5000, ability: 0.57, both: 0.57 - gain, gain, error },
  });
  const clear = measure(0.003, 0.001);
  expect(isBetter({ set: clear, own: null })).toBe(true);
  expect(isBetter({ set: measure(0.0015, 0.001), own: null })).toBe(false);
  expect(isBetter({ set: clear, own: measure(-0.001, 0.01) })).toBe(false);
});
