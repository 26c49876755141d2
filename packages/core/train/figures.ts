/** How well a run's candidates do on rows that they have not seen. */
import { setImmediate } from 'node:timers/promises';
import { meanPerformance, performanceOf } from '../evaluate/performance.ts';
import type { ModelCard, Performance } from '../registry/card.ts';
import { type Candidate, canServe, type PartSettings, partKey } from './candidates.ts';
import type { TrainingRequest } from './contract.ts';
import { isNested, type Judgement } from './judge.ts';
import type { PartOutcome } from './out-of-fold.ts';
import type { Recipe } from './select.ts';

export interface Figures {
  readonly candidates: ModelCard['candidates'];
  /** Of the whole procedure where it is nested, else of the candidate that serves. */
  readonly performance: Performance;
  /** Of the first dealing of the folds, calibrated, shape [rows.length]. */
  readonly probabilities: Float64Array;
  /** Rows that were held out. */
  readonly rows: Int32Array;
}

/** @param outcomes the final fits, whose settings are those that serve */
export async function figuresOf(
  request: TrainingRequest,
  judged: readonly [Judgement, ...Judgement[]],
  recipe: Recipe,
  outcomes: readonly PartOutcome[],
): Promise<Figures> {
  const { candidates, data, seed } = request;
  const serving = candidates.indexOf(recipe.candidate);
  const judgedBy = (one: Judgement) => (isNested(request) ? one.procedure : one.byCandidate[serving]);
  const meanOf = async (of: (one: Judgement) => Float64Array): Promise<Performance> => {
    const each: Performance[] = [];
    for (const one of judged) {
      // Intervals of many rows take a second or more: between two, others get their turn.
      await setImmediate();
      const { rows } = one.validated;
      const labels = Uint8Array.from(rows, (row) => data.labels[row]);
      each.push(performanceOf(labels, at(of(one), rows), seed));
    }
    return meanPerformance(each);
  };
  const [first] = judged;
  const compared: ModelCard['candidates'] = [];
  for (const [index, candidate] of candidates.entries()) {
    compared.push({
      learner: candidate.name,
      ...originOf(candidate),
      ...(canServe(candidate) ? {} : { comparedOnly: true }),
      parameters: parametersOf(
        index === serving ? outcomes.map(({ settings }) => settings) : candidate.parts,
      ),
      performance: await meanOf((one) => one.byCandidate[index]),
      seconds: secondsOf(candidate, judged),
    });
  }
  return {
    candidates: compared,
    performance: await meanOf(judgedBy),
    probabilities: at(judgedBy(first), first.validated.rows),
    rows: first.validated.rows,
  };
}

function at(all: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => all[row]);
}

/** Numbers among the settings; those of a blend under the name of their learner, those of a list with their place from 1. */
function parametersOf(parts: readonly PartSettings[]): Record<string, number> {
  const entries = parts.flatMap((settings) =>
    // An imported model's are not known.
    (settings.name === 'imported' ? [] : Object.entries(settings)).flatMap(([name, value]) => {
      const key = parts.length === 1 ? name : `${settings.name}.${name}`;
      if (!Array.isArray(value)) return typeof value === 'number' ? [[key, value] as const] : [];
      return value.flatMap((one, index) =>
        typeof one === 'number' ? [[`${key}.${index + 1}`, one] as const] : [],
      );
    }),
  );
  return Object.fromEntries(entries);
}

function secondsOf({ parts }: Candidate, judged: readonly Judgement[]): number {
  let seconds = 0;
  for (const { validated } of judged) {
    for (const part of parts) seconds += validated.seconds.get(partKey(part)) ?? 0;
  }
  return seconds;
}

/** Where a candidate comes from that was not trained here. */
export function originOf({ parts }: Candidate): Pick<ModelCard, 'imported'> {
  const origins = parts.flatMap((part) => (part.name === 'imported' ? [part.origin] : []));
  return origins.length === 0 ? {} : { imported: origins[0] };
}
