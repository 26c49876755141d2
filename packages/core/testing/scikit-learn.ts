/** For tests: what scikit-learn says of the same numbers, where a Python that has it is named. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { askPython } from './python.ts';

const program = `
import json, sys
import numpy as np
from sklearn.linear_model import LogisticRegression
given = json.load(sys.stdin)
def fitted(penalty):
    model = LogisticRegression(C=1 / penalty, solver="newton-cholesky", tol=1e-12, max_iter=1000)
    model.fit(np.array(given["z"]), np.array(given["labels"]), sample_weight=given["weights"])
    return [*model.intercept_.tolist(), *model.coef_[0].tolist()]
print(json.dumps([fitted(penalty) for penalty in given["penalties"]]))
`;

/** Why scikit-learn cannot be asked, null where it can. */
export async function whyNoScikitLearn(): Promise<string | null> {
  const python = process.env.PRAXIS_BENCH_PYTHON;
  if (!python) return 'PRAXIS_BENCH_PYTHON names no Python';
  return promisify(execFile)(python, ['-c', 'import sklearn']).then(
    () => null,
    () => `${python} has no package scikit-learn`,
  );
}

/** Coefficients of its logistic regression with each penalty, intercept first. */
export async function scikitLearnCoefficients(given: {
  readonly z: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly weights: readonly number[] | null;
  readonly penalties: readonly number[];
}): Promise<readonly (readonly number[])[]> {
  return askPython(program, given, z.array(z.array(z.number())));
}
