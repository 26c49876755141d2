/** What the models do not know and for whom they should not be used, in English. */
export const limitsEn = {
  notMedicalDevice: 'Not an approved medical device. For research and education; no care may rest on it.',
  oneCounty: 'Learned from the adults of one US county. Elsewhere the risks can be wrong.',
  era: 'The people with fatty-liver disease were found between 1997 and 2014. Care has changed since.',
  adultsOnly: 'Adults only: nobody under 18 is in the cohort.',
  fattyLiverSampled:
    'People with fatty-liver disease and up to four others of the same age and sex for each: far more of the disease than in the population.',
  firstOnly: 'Not for people who already have the outcome: the risk is of the first one.',
  diedLeftOut:
    'People who died within five years without the outcome were left out. For someone who may die of something else, the risk is too high.',
  lostLeftOut:
    'People followed for less than five years without the outcome were left out, those with it were kept. The risks are therefore about 1.4 times those of a cohort followed to the end.',
  recordedOnly: 'A diagnosis that was never recorded counts as absent.',
  oftenMissing:
    'Systolic pressure and smoking are not on record for most people. Where a value is missing the model takes the average and counts that it is missing.',
  fib4Threshold:
    'FIB-4 was recorded only above 2.67. No value means that it was lower or not measured; the model cannot tell which.',
  notCausal:
    'The model has seen what goes together, not what causes what: changing a value need not change the risk as shown.',
};
