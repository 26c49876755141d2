/** What competes in a training run of the studio: the learners of `praxis fraud evaluate`, those that are dear on fewer rows. */
import type { Candidate } from '@praxis/core';
import { attentionSettings, settingsOf, stepsOfCard } from './learners.ts';

/**
 * To judge them a run fits each learner that can serve ten times, and the networks twice. The networks learn from every fraud and from at
 * most so many genuine payments, spread evenly over the time, which weigh as much more.
 */
const mostOthers = 15_000;

const { logisticRegression: logistic, boostedTrees: trees } = settingsOf;
const deep = { ...settingsOf.deepTabular, mostOthers };
const attention = { ...attentionSettings, name: 'attention', length: stepsOfCard, mostOthers } as const;

/**
 * Decisions are to be had 20,000 times a second on a core; with the network in it a model gives some 4,000
 * (`npm run bench:decisions`).
 */
const network = { tooSlow: true } as const;

/** The simpler first: a later one is taken where its average precision on later payments is better beyond doubt. */
export const studioCandidates: readonly Candidate[] = [
  { name: 'logisticRegression', parts: [logistic] },
  { name: 'boostedTrees', parts: [trees] },
  { name: 'blend', parts: [logistic, trees] },
  { name: 'deepTabular', parts: [deep], ...network },
  { name: 'treesDeepBlend', parts: [trees, deep], ...network },
  { name: 'deepBlend', parts: [logistic, trees, deep], ...network },
  { name: 'attention', parts: [attention] },
  { name: 'attentionBlend', parts: [trees, attention] },
  { name: 'attentionDeepBlend', parts: [trees, deep, attention] },
];
