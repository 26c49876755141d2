/** Words about which model serves, mounted at `models`, and refusals of its endpoints, mounted among those of `api`. */
export const modelsEn = {
  title: 'Which model serves',
  intro:
    'A new model is a challenger: it has scored every record, but nobody sees its scores. An administrator proposes it; those who work with its scores approve or decline.',
  none: 'No model serves yet: the first one that is trained does so at once.',
  model: 'Model',
  state: 'State',
  auroc: 'AUROC',
  averagePrecision: 'Average precision',
  brier: 'Brier score',
  difference: 'Difference in {measure}',
  action: 'Action',
  states: { champion: 'Champion', challenger: 'Challenger', previous: 'Last champion' },
  worth: 'what it is worth',
  trained: 'trained {date}',
  interval: '{lower} to {upper}',
  verdicts: {
    better: 'better than the champion',
    worse: 'worse than the champion',
    notDistinguishable: 'not distinguishable',
  },
  compared:
    'Differences to the champion, with their 95 % interval, on the {rows} rows that both models held out ({events} events). AUROC: higher is better; Brier score: lower is better.',
  notComparable:
    'Where no difference stands, the two models share no rows that both held out, so they cannot be compared on the same rows.',
  noCard: 'The card of this model is in a form that this version does not read.',
  propose: 'Propose',
  putBack: 'Put back',
  approve: 'Approve',
  decline: 'Decline',
  cancel: 'Cancel',
  proposed: '{name} proposes that {model} serve from now on.',
  waits: 'Someone who works with its scores approves or declines.',
  reason: 'Reason',
  reasonHint: 'Kept with the decision for good.',
  reasonMissing: 'Say why: it is kept with the decision.',
  offline: 'The server did not answer. Nothing was changed; try again.',
  dialogs: {
    propose: {
      title: 'Propose {model}',
      text: 'It serves once someone who works with its scores approves. Until then nothing changes.',
    },
    approve: {
      title: 'Approve {model}',
      text: 'It serves at once. The present champion can be put back.',
    },
    decline: {
      title: 'Decline {model}',
      text: 'It is a challenger no more, and its scores are removed. The present champion serves on.',
    },
    putBack: {
      title: 'Put {model} back',
      text: 'It serves at once. The present champion becomes a challenger.',
    },
  },
  history: 'Decisions ({count})',
  decision: 'Decision',
  when: 'When',
  who: 'Who',
  house: 'Praxis, by rule',
  kinds: {
    promoted: 'serves',
    registered: 'becomes a challenger',
    proposed: 'is proposed',
    approved: 'is approved and serves',
    declined: 'is declined',
    putBack: 'is put back and serves',
  },
} as const;

export const modelRefusalsEn = {
  unknownModel: 'There is no such model for this outcome.',
  noScores: 'The scores of this model are not kept any more. Train it again.',
  alreadyChampion: 'This model serves already.',
  alreadyProposed: 'Another proposal waits for its answer. Answer that first.',
  unknownProposal: 'There is no such proposal.',
  alreadyAnswered: 'This proposal was answered before.',
  ownProposal: 'Your own proposal is for another person to answer.',
  staleProposal: 'Another model serves since this was proposed. Propose it anew.',
  notApproved:
    'A model serves only once a proposal for it was approved. Only the last champion can be put back without one.',
} as const;
