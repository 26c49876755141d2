/** Words of the model card's sections on what acting does and what matters, in English; mounted at `diagnosis.screens.card.figures`. */
export const cardFiguresEn = {
  leftOut: {
    private:
      'Left out: this model was trained with differential privacy, and each of these figures would tell a little of the people it learned from.',
    older: 'This card was written before these figures were computed. Train the model again to have them.',
  },
  notJudged: {
    tooFewRows: 'not judged: only {count, plural, one {# person} other {# people}}',
    tooFewEvents: 'not judged: {count, plural, =0 {no events} one {only # event} other {only # events}}',
    tooFewOthers:
      'not judged: {count, plural, =0 {no one} one {only # person} other {only # people}} without the outcome',
  },
  acting: {
    title: 'What acting on it does',
    curve: {
      between: 'Better than treating everyone or no one between {from} and {to}',
      at: 'Better than treating everyone or no one at {from}',
      nowhere: 'Nowhere clearly better than treating everyone or no one',
    },
    note: 'If everyone at or above the threshold were treated. Net benefit counts those rightly treated, less those wrongly treated at the odds of the threshold: at 10%, nine wrong ones weigh as much as one right one. The band is the 95% interval; {older, select, yes {this older card has none to compare with treating everyone} other {at the shaded thresholds the model is better beyond it}}.',
    threshold: 'Risk at which one would treat',
    benefit: 'Net benefit per 100 people',
    model: 'by this model',
    treatAll: 'treat everyone',
    treatNone: 'treat no one',
    columns: {
      threshold: 'Threshold, %',
      model: 'Model, per 100',
      lower: 'Lower, per 100',
      upper: 'Upper, per 100',
      treatAll: 'Treat everyone, per 100',
      treatNone: 'Treat no one, per 100',
    },
    table: 'At common thresholds',
    tableNote:
      'Of {rows} people the model had not seen, {events} of whom got the outcome. 95% intervals below the figures.',
    thresholds: {
      threshold: 'Risk from, %',
      flagged: 'Flagged per 100',
      missed: 'Missed per 100',
      sensitivity: 'Sensitivity, %',
      specificity: 'Specificity, %',
      ppv: 'PPV, %',
      npv: 'NPV, %',
    },
    meanings: {
      threshold: 'Everyone with this predicted risk or more is flagged.',
      flagged: 'How many of 100 people are flagged.',
      missed: 'How many of 100 people get the outcome without having been flagged.',
      sensitivity: 'Of those who get the outcome, how many are flagged.',
      specificity: 'Of those who do not get the outcome, how many are not flagged.',
      ppv: 'Positive predictive value: of those flagged, how many get the outcome.',
      npv: 'Negative predictive value: of those not flagged, how many do not get the outcome.',
    },
    interval: '{lower}–{upper}',
  },
  matters: {
    title: 'What matters to it',
    byShare: '{features} make up {share} of what moves the risk',
    byLoss: 'Most is lost without {features}',
    note: 'On {rows} people, each asked of a model that had not seen them. The share is of all contributions to the log-odds, the line its 95% interval. It says what moves the answer, not what causes the outcome; features that go together divide their share.',
    noteLoss:
      'On {rows} people. Log loss that is lost when the feature is dealt to other people; the line is its 95% interval. This model was not trained here and gives no contributions. It says what moves the answer, not what causes the outcome.',
    description: 'Bars of the {count} most important of {all} features, from {most} to {least}.',
    columns: {
      feature: 'Feature',
      share: 'Share, %',
      contribution: 'Contribution, log-odds',
      contributionLower: 'Contribution, lower',
      contributionUpper: 'Contribution, upper',
      loss: 'Log loss lost when shuffled',
      lossLower: 'Log loss, lower',
      lossUpper: 'Log loss, upper',
    },
    dependence: {
      title: 'How the risk goes with it',
      note: 'What the model says on average when only this changes and everything else about {rows} people stays: not a cause, and not what a change would do. The band holds eight in ten of them; a mark below stands for every ninth of the known values. Some of the people asked about could not exist, such as one of the same weight and height with another BMI.',
      finding: '{feature}: {low} ({lowAt}) to {high} ({highAt})',
      flat: '{feature}: {low}, whatever the value',
      risk: 'Risk',
      axis: '{feature}, {unit}',
      columns: {
        value: 'Value',
        mean: 'Mean risk, %',
        low: '10th percentile, %',
        middle: 'Median, %',
        high: '90th percentile, %',
      },
    },
  },
};
