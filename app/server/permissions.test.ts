import { describe, expect, it } from 'vitest';
import {
  answerProposals,
  homeOf,
  may,
  proposeModels,
  putModelsBack,
  runTraining,
  seeModels,
  seePatients,
  seeTraining,
} from './permissions.ts';

const roles = ['clinician', 'analyst', 'learner', 'teacher', 'administrator'] as const;
const who = (allowed: Parameters<typeof may>[1]) => roles.filter((role) => may(role, allowed));

describe('what a role may do', () => {
  it('shows people of the cohort to clinicians alone', () => {
    expect(who(seePatients)).toEqual(['clinician']);
  });

  it('lets clinicians and administrators follow training, administrators alone start it', () => {
    expect(who(seeTraining)).toEqual(['clinician', 'administrator']);
    expect(who(runTraining)).toEqual(['administrator']);
  });

  it('lets an administrator propose a model, a clinician answer, and either put the last one back', () => {
    expect(who(seeModels)).toEqual(['clinician', 'administrator']);
    expect(who(proposeModels)).toEqual(['administrator']);
    expect(who(answerProposals)).toEqual(['clinician']);
    expect(who(putModelsBack)).toEqual(['clinician', 'administrator']);
  });

  it('starts each role where it may go', () => {
    expect(roles.map(homeOf)).toEqual(['/diagnosis', null, null, null, '/training']);
  });
});
