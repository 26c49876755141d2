/** Words of the section "What would change it?" in English. */
export const alternativesEn = {
  title: 'What would change it: {outcome}',
  asking: 'Looking for the smallest change and for people like this…',
  failed: 'This could not be computed. Close the section and open it again to try once more.',
  finding: 'The smallest change that brings the risk below {bound}:',
  after: 'Risk {risk} ({range}).',
  none: {
    lowestBand: 'The risk is in the lowest band already.',
    notTrusted:
      'This person is too unlike those the model learned from: what it would say of a change is not to be relied on.',
    nothingChangeable:
      'None of weight, HDL cholesterol, blood pressure and smoking is known and could be improved.',
    outOfReach:
      'No change of weight, HDL cholesterol, blood pressure and smoking within usual limits brings the risk below {bound}: the lowest is {closest}. Age and history weigh more.',
  },
  alikeTitle: 'People like this',
  alike: '{events} of the {people} members most like this person got it within five years',
  share: 'That is {share} (95% interval {range}).',
  who: 'Most of them are {from} to {to} years old, {female} are women.',
  alikeNote:
    'Alike in everything the model takes of a person. A hundred people are a check on the model, not a better estimate.',
  nobody: 'Too little is known of this person to say who is like them.',
};
