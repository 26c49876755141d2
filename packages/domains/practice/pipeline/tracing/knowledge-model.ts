/** Bayesian knowledge tracing of each skill by itself; an attempt at several skills is foretold by their mean log-odds. */
import { setImmediate } from 'node:timers/promises';
import type { Sequences } from '../../features/sequences.ts';
import type { Tracer } from './contract.ts';
import { type KnowledgeParameters, knownAfter, rightProbability } from './knowledge-filter.ts';
import { type Answers, fitKnowledge } from './knowledge-fit.ts';

/** Where the fit of all skills together starts. */
const start: KnowledgeParameters = { prior: 0.5, learn: 0.1, guess: 0.3, slip: 0.15 };
/** Observations that the parameters of all skills count for in those of one. */
const strength = 20;

export const traceKnowledge: Tracer = async ({ sizes, training, validation, test }, { signal, onShare }) => {
  const began = performance.now();
  const answers = answersBySkill(training.sequences, sizes.skills);
  const all = fitKnowledge(answers.flat(), { parameters: start, strength: 1 });
  const parameters: KnowledgeParameters[] = [];
  for (const [skill, given] of answers.entries()) {
    await setImmediate();
    signal.throwIfAborted();
    parameters.push(given.length === 0 ? all : fitKnowledge(given, { parameters: all, strength }));
    onShare((skill + 1) / sizes.skills);
  }
  const trainSeconds = (performance.now() - began) / 1000;
  return {
    validation: filtered(validation.sequences, parameters),
    test: filtered(test.sequences, parameters),
    trainSeconds,
    // An estimate of parameters has no passes to count: each attempt counts once.
    interactionsPerSecond: training.sequences.right.length / trainSeconds,
  };
};

/** For each skill the answers of each learner who met it. */
function answersBySkill(
  { starts, skillStarts, skills, right }: Sequences,
  count: number,
): readonly Answers[][] {
  const bySkill: Answers[][] = Array.from({ length: count }, () => []);
  for (let learner = 0; learner < starts.length - 1; learner++) {
    const own = new Map<number, number[]>();
    for (let attempt = starts[learner]; attempt < starts[learner + 1]; attempt++) {
      for (const skill of skills.subarray(skillStarts[attempt], skillStarts[attempt + 1])) {
        const answers = own.get(skill) ?? [];
        own.set(skill, answers);
        answers.push(right[attempt]);
      }
    }
    for (const [skill, answers] of own) bySkill[skill].push(answers);
  }
  return bySkill;
}

function filtered(
  { starts, skillStarts, skills, right }: Sequences,
  parameters: readonly KnowledgeParameters[],
): Float64Array {
  const logOdds = new Float64Array(right.length);
  for (let learner = 0; learner < starts.length - 1; learner++) {
    const known = new Map<number, number>();
    for (let attempt = starts[learner]; attempt < starts[learner + 1]; attempt++) {
      const exercised = skills.subarray(skillStarts[attempt], skillStarts[attempt + 1]);
      for (const skill of exercised) {
        const before = known.get(skill) ?? parameters[skill].prior;
        const chance = rightProbability(before, parameters[skill]);
        logOdds[attempt] += Math.log(chance / (1 - chance)) / exercised.length;
        known.set(skill, knownAfter(before, right[attempt] === 1, parameters[skill]));
      }
    }
  }
  return logOdds;
}
