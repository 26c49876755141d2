/** Boosted trees as one node (https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsemble.html, version 5). */
import type { Attribute } from '../graph.ts';
import { treeAttributes, treeKernel } from '../trees/kernel.ts';
import { type Lowerings, number, numbers, operand } from './lowering.ts';

const reals = (list: readonly number[]): Attribute => ({ data: Float32Array.from(list), type: 'float32' });

export const treeEnsembles: Lowerings = {
  [treeKernel]: (call) => {
    const trees = treeAttributes(
      (name) => numbers(call, name),
      (name) => number(call, name),
    );
    const x = operand(call, 'x');
    const shape = [x.shape[0] ?? 0, trees.targets];
    return call.graph.add(
      'ai.onnx.ml.TreeEnsemble',
      [x],
      { shape, type: 'float32' },
      {
        n_targets: trees.targets,
        aggregate_function: aggregate.sum,
        tree_roots: trees.roots,
        nodes_featureids: trees.features,
        nodes_splits: reals(trees.splits),
        nodes_modes: { data: Uint8Array.from(trees.modes), type: 'uint8' },
        nodes_missing_value_tracks_true: trees.missingTrue,
        nodes_truenodeids: trees.trueNodes,
        nodes_trueleafs: trees.trueLeafs,
        nodes_falsenodeids: trees.falseNodes,
        nodes_falseleafs: trees.falseLeafs,
        ...(trees.members.length > 0 ? { membership_values: reals(trees.members) } : {}),
        leaf_targetids: trees.leafTargets,
        leaf_weights: reals(trees.leafWeights),
      },
    );
  },
};

/** The operator's number for it. */
const aggregate = { sum: 1 } as const;
