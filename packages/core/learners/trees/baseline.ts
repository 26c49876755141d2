/** The mean log-odds of an ensemble over its training rows. */
import type { Tree, TreeEnsemble } from './ensemble.ts';

/** By cover, as TreeSHAP takes it: contributions of the features start from here. */
export function expectedLogOdds({ base, scale, trees }: TreeEnsemble): number {
  return base + scale * trees.reduce((sum, tree) => sum + meanOf(tree), 0);
}

function meanOf({ value, cover }: Tree): number {
  return value.reduce((sum, leaf, node) => sum + leaf * cover[node], 0) / cover[0];
}
