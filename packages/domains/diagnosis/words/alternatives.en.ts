/** Words of the section "What would change it?" in English. */
export const alternativesEn = {
  title: 'What would change it: {outcome}',
  asking: 'Looking for the smallest change and for people like this…',
  failed: 'This could not be computed. Close the section and open it again to try once more.',
  finding: 'The smallest change that brings the risk below {bound}:',
  after: 'Risk {risk} ({range}).',
  none: {
    lowestBand: 'The risk is in the lowest band already.',
    abstains:
      'The model is not sure about this person: what it would say of a change is not to be relied on either.',
    nothingChangeable:
      'None of weight, HDL cholesterol, blood pressure and smoking is known and could be improved.',
    outOfReach:
      'No change of weight, HDL cholesterol, blood pressure and smoking within usual limits brings the risk below {bound}: the lowest is {closest}. Age and history weigh more.',
  },
  alikeTitle: 'A check: the records most like this one',
  alike:
    '{events} of the {people} people in the cohort whose records are nearest to this person’s got it within five years',
  share: 'A plain count, not a risk: {share}, which chance alone moves within {range} (95% interval).',
  within: 'The model’s risk of {risk} lies within that interval: the count does not speak against it.',
  above:
    'The model’s risk of {risk} lies above that interval. The nearest records of a person at high risk are often less extreme than the person, which pulls the count down; or the model says too much.',
  below:
    'The model’s risk of {risk} lies below that interval. The nearest records of a person at low risk are often less extreme than the person, which pulls the count up; or the model says too little.',
  who: 'Most of them are {from} to {to} years old, {female} are women.',
  alikeNote:
    'The risk above is the model’s: it weighs each value by what the whole cohort shows, and is calibrated. The count treats all values alike and takes what happened to the {people} nearest people as it is. That is why the two differ.',
  nobody: 'Too little is known of this person to say who is like them.',
};
