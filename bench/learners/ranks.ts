/** Who is ahead over all data sets. */
import type { ContenderLine, ResultLine } from './schema.ts';

const figures = ['auroc', 'auprc', 'brier'] as const;
type Figure = (typeof figures)[number];

export interface MeanRank extends Readonly<Record<Figure, number>> {
  readonly name: string;
  /** On how many data sets the AUROC of `auto` is higher than this one's. */
  readonly autoAhead: number;
}

/**
 * Mean rank (1: the best; equal figures share their places) of `auto` and the peers on all data sets. Our single candidates do
 * not take places: `auto` competes for us. A contender that is absent on a data set has no mean rank.
 */
export function meanRanks(results: readonly ResultLine[]): readonly MeanRank[] {
  const ranked = results.map(({ contenders }) => contenders.filter(({ side }) => side !== 'candidate'));
  const [first] = ranked;
  if (first === undefined) return [];
  const names = first
    .map(({ name }) => name)
    .filter((name) => ranked.every((contenders) => contenders.some((one) => one.name === name)));
  return names.map((name) => {
    const mean = (figure: Figure) =>
      ranked.reduce((sum, contenders) => sum + rankOf(name, contenders, figure), 0) / ranked.length;
    const ahead = ranked.filter((contenders) => {
      const auto = contenders.find(({ side }) => side === 'auto');
      const other = contenders.find((one) => one.name === name);
      return auto !== undefined && other !== undefined && auto.auroc > other.auroc;
    });
    return {
      name,
      auroc: mean('auroc'),
      auprc: mean('auprc'),
      brier: mean('brier'),
      autoAhead: ahead.length,
    };
  });
}

function rankOf(name: string, contenders: readonly ContenderLine[], figure: Figure): number {
  const own = contenders.find((one) => one.name === name);
  if (own === undefined) return Number.NaN;
  const sign = figure === 'brier' ? -1 : 1;
  const better = contenders.filter((one) => sign * (one[figure] - own[figure]) > 0).length;
  const equal = contenders.filter((one) => one[figure] === own[figure]).length;
  return better + (equal + 1) / 2;
}
