/** The thresholds at which a card judges a model. */

const tabled = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const percents = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);

/** Above the highest probability nobody is flagged, and there is nothing to see. */
const flagging = (thresholds: readonly number[], probabilities: Float64Array) => {
  const highest = probabilities.reduce((most, p) => Math.max(most, p), 0);
  return thresholds.filter((threshold) => threshold <= highest);
};

/** Every per cent, for a curve. */
export const curveThresholds = (probabilities: Float64Array) => flagging(percents, probabilities);

/** A few, for a table. */
export const tableThresholds = (probabilities: Float64Array) => flagging(tabled, probabilities);
