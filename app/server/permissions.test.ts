import { describe, expect, it } from 'vitest';
import {
  entered,
  entering,
  followed,
  following,
  homeOf,
  may,
  practise,
  proposeModels,
  reviewAlerts,
  runTraining,
  seePatients,
  seeTraining,
  teach,
} from './permissions.ts';

const roles = ['clinician', 'analyst', 'learner', 'teacher', 'administrator'] as const;
const who = (allowed: Parameters<typeof may>[1]) => roles.filter((role) => may(role, allowed));

describe('what a role may do', () => {
  it('shows people of the cohort to clinicians alone', () => {
    expect(who(seePatients)).toEqual(['clinician']);
  });

  it('shows payments and their alerts to analysts alone', () => {
    expect(who(reviewAlerts)).toEqual(['analyst']);
  });

  it('gives exercises to learners alone', () => {
    expect(who(practise)).toEqual(['learner']);
  });

  it('shows classes to teachers alone', () => {
    expect(who(teach)).toEqual(['teacher']);
    expect(who(entering('practice'))).toEqual(['learner']);
  });

  it('lets those follow training who work with its models, administrators alone start it', () => {
    expect(who(seeTraining)).toEqual(['clinician', 'analyst', 'administrator']);
    expect(who(runTraining)).toEqual(['administrator']);
  });

  it('lets an administrator propose a model, a clinician answer, and either put the last one back', () => {
    expect(who(following('diagnosis'))).toEqual(['clinician', 'administrator']);
    expect(who(proposeModels)).toEqual(['administrator']);
    expect(who(entering('diagnosis'))).toEqual(['clinician']);
  });

  it('starts each role where it may go', () => {
    expect(roles.map((role) => homeOf(role))).toEqual([
      ...['/diagnosis', '/fraud', '/practice', '/practice/class', '/training'],
    ]);
  });
});

describe('of several verticals', () => {
  const ids = (verticals: ReturnType<typeof entered>) => verticals.map(({ id }) => id);

  it('each role is refused outside its own, and an administrator follows those with models but works in none', () => {
    expect(roles.map((role) => ids(entered(role)))).toEqual([
      ...[['diagnosis'], ['fraud'], ['practice'], ['practice'], []],
    ]);
    expect(roles.map((role) => ids(followed(role)))).toEqual([
      ['diagnosis'],
      ['fraud'],
      [],
      [],
      ['diagnosis', 'fraud'],
    ]);
  });

  it('what is no vertical of this version belongs to nobody', () => {
    expect(entering('none')).toEqual([]);
    expect(following('none')).toEqual([]);
  });
});
