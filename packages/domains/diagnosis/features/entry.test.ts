import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from '../service/what-if.ts';
import { pastOnly } from '../testing/people.ts';
import { type FeatureName, features } from './definitions.ts';
import { type Entered, enteredFeatures, entryRange } from './entry.ts';
import { featuresOf } from './features.ts';

test('what is on record of a person, entered by hand, is what the model is told of them', () => {
  fc.assert(
    fc.property(pastOnly, (history) => {
      const known = featuresOf(history);
      const entry = enteredFeatures(known, known);
      expect(entry).toEqual({ ok: true, value: known.bmi === null ? expect.anything() : known });
    }),
  );
});

test('a change by hand has the consequences that it has on the server, within the same bounds', () => {
  const changeable = features.filter((feature) => feature.changeable !== null);
  const change = fc.constantFrom(...changeable).chain((feature) => {
    const { minimum, maximum } = entryRange(feature);
    const value =
      feature.kind === 'flag'
        ? fc.integer({ min: 0, max: 1 })
        : fc.double({ min: minimum - 20, max: maximum + 20, noNaN: true });
    return fc.tuple(fc.constant(feature.name), value);
  });
  fc.assert(
    fc.property(pastOnly, fc.array(change, { maxLength: 4 }), (history, list) => {
      const known = featuresOf(history);
      fc.pre(known.bmi !== null);
      const changes = Object.fromEntries(list);
      const moved = (name: FeatureName) => changes[name] !== undefined && changes[name] !== known[name];
      const entered: Entered = {
        ...known,
        ...changes,
        bmi: moved('weightKg') || moved('heightCm') ? null : known.bmi,
      };
      const server = applyChanges(known, changes);
      const here = enteredFeatures(entered, known);
      expect(here.ok).toBe(server.ok);
      if (here.ok && server.ok) expect(here.value).toEqual(server.value);
    }),
  );
});

test('age and sex must be known, all else may be missing: a diagnosis is then not known, a value not measured', () => {
  expect(enteredFeatures({})).toEqual({
    ok: false,
    problems: [
      { code: 'required', feature: 'ageYears' },
      { code: 'required', feature: 'male' },
    ],
  });
  const entry = enteredFeatures({ ageYears: 50, male: 0 });
  if (!entry.ok) throw new Error('nothing else is required');
  for (const { name, kind } of features) {
    if (name === 'ageYears' || name === 'male') continue;
    expect(entry.value[name], name).toBe(kind === 'count' || name.startsWith('prior') ? 0 : null);
  }
});

test('a value out of its bounds, or no number at all, is named with the bounds', () => {
  const problem = (entered: Entered) => {
    const entry = enteredFeatures({ ageYears: 50, male: 0, ...entered });
    return entry.ok ? null : entry.problems;
  };
  expect(problem({ sbpMmHg: 2000 })).toEqual([
    { code: 'outOfRange', feature: 'sbpMmHg', minimum: 70, maximum: 250 },
  ]);
  expect(problem({ weightKg: Number.NaN })).toEqual([
    { code: 'outOfRange', feature: 'weightKg', minimum: 30, maximum: 250 },
  ]);
  expect(problem({ hdlCount: 1.5 })).toEqual([
    { code: 'outOfRange', feature: 'hdlCount', minimum: 0, maximum: 1000 },
  ]);
  expect(problem({ ageYears: 7 })).toEqual([
    { code: 'outOfRange', feature: 'ageYears', minimum: 18, maximum: 110 },
  ]);
  expect(problem({ sbpMmHg: 120 })).toBeNull();
});

test('a value on record is taken as it is, also where nobody may enter it', () => {
  const known = { ageYears: 50, male: 1, hdlMgDl: 213, hdlCount: 3 };
  const entry = enteredFeatures(known, known);
  expect(entry.ok && entry.value).toMatchObject({ hdlMgDl: 213, hdlCount: 3 });
  expect(enteredFeatures({ ...known, hdlMgDl: 214 }, known).ok).toBe(false);
});

test('a value without a count was measured once; the body mass index follows unless it is entered', () => {
  const entry = enteredFeatures({ ageYears: 50, male: 1, sbpMmHg: 120, weightKg: 80, heightCm: 200 });
  expect(entry.ok && entry.value).toMatchObject({ sbpCount: 1, hdlCount: 0, bmi: 20 });
  const own = enteredFeatures({ ageYears: 50, male: 1, weightKg: 80, heightCm: 200, bmi: 21 });
  expect(own.ok && own.value).toMatchObject({ bmi: 21 });
});
