/** For tests: what SciPy and scikit-learn say of the same samples, where a Python that has them is named. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

/** The integrated calibration index is computed anew from the published formulas, by another optimiser. */
const program = `
import json, sys
import numpy as np
from scipy.stats import ks_2samp
from sklearn.linear_model import LogisticRegression
given = json.load(sys.stdin)
ks = ks_2samp(given["before"], given["after"], method="exact")
p, y = np.array(given["probabilities"]), np.array(given["labels"])
x = np.log(p / (1 - p))
t = np.quantile(x, [0.05, 0.275, 0.5, 0.725, 0.95])
plus = lambda k: np.maximum(0, x - k) ** 3
bends = [(plus(k) - plus(t[-2]) * (t[-1] - k) / (t[-1] - t[-2]) + plus(t[-1]) * (t[-2] - k) / (t[-1] - t[-2])) / (t[-1] - t[0]) ** 2 for k in t[:-2]]
basis = np.column_stack([x, *bends])
basis = (basis - basis.mean(0)) / basis.std(0)
fit = LogisticRegression(C=1e8, solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(basis, y)
print(json.dumps({"statistic": float(ks.statistic), "p": float(ks.pvalue), "ici": float(np.abs(fit.predict_proba(basis)[:, 1] - p).mean())}))
`;

interface Samples {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly labels: readonly number[];
  readonly probabilities: readonly number[];
}

export async function peerStatistics(given: Samples) {
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const run = promisify(execFile)(process.env.PRAXIS_BENCH_PYTHON ?? '', ['-c', program], { env });
  run.child.stdin?.end(JSON.stringify(given));
  const { stdout } = await run;
  return z.object({ statistic: z.number(), p: z.number(), ici: z.number() }).parse(JSON.parse(stdout));
}
