/** What a fraud model's card says of its limits; the keys are kept on the card. */
export const limitsEn = {
  simulated:
    'Where the payments are simulated, so is every figure: the model has learned the schemes of a simulator, not those of people.',
  unreported: 'A fraud that nobody reported within a week counts as genuine.',
  delay: 'Frauds of the last week are not known to the model when it is trained.',
  drift:
    'Fraud changes: a model is judged on payments after those it has seen, and should be trained again often.',
} as const;
