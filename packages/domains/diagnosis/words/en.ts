/** The clinical words in English; `zh.ts` has the same shape. Namespace `diagnosis`, ICU messages. */
import { featuresEn } from './features.en.ts';
import { limitsEn } from './limits.en.ts';
import { screensEn } from './screens.en.ts';

export const en = {
  name: 'Diagnosis risk',
  reaches: 'Risk worklist, patients, model cards',
  navigation: {
    worklist: 'Diagnosis risk',
    models: 'Model cards',
    privateScore: 'Private score',
    /** Parameter: id. */
    patient: 'Open person {id}',
  },
  outcomes: {
    diabetes: 'Diabetes',
    hypertension: 'Hypertension',
    cardiovascular: 'Major cardiovascular event',
  },
  outcomesShort: {
    diabetes: 'Diabetes',
    hypertension: 'Hypertension',
    cardiovascular: 'Cardiovascular',
  },
  /** What exactly the risk is of. */
  outcomeSentences: {
    diabetes: 'A first diagnosis of diabetes within five years of day 0.',
    hypertension: 'A first diagnosis of hypertension within five years of day 0.',
    cardiovascular:
      'A first major cardiovascular event within five years of day 0: myocardial infarction, stroke, heart failure, angina or ischaemia, or cardiac arrest.',
  },
  bands: { low: 'Low', moderate: 'Moderate', high: 'High', veryHigh: 'Very high', alreadyHas: 'Already has' },
  bandMeanings: {
    low: 'Fewer than 5 of 100 people like this within five years',
    moderate: '5 to 10 of 100 people like this within five years',
    high: '10 to 20 of 100 people like this within five years',
    veryHigh: '20 or more of 100 people like this within five years',
    alreadyHas: 'Had it at day 0: there is no risk of getting it',
  },
  features: featuresEn,
  diagnoses: {
    nafld: 'Fatty-liver disease',
    hypertension: 'Hypertension',
    diabetes: 'Diabetes',
    dyslipidemia: 'Dyslipidaemia',
    myocardialInfarction: 'Myocardial infarction',
    angina: 'Angina or ischaemia',
    heartFailure: 'Heart failure',
    stroke: 'Stroke',
    atrialFibrillation: 'Atrial fibrillation',
    cardiacArrest: 'Cardiac arrest',
  },
  tests: {
    hdl: 'HDL cholesterol',
    sbp: 'Systolic pressure',
    smoke: 'Smoking',
    fib4: 'FIB-4',
  },
  limits: limitsEn,
  excluded: {
    outcomeBefore: 'Already had it at day 0',
    diedBeforeHorizon: 'Died within five years without it',
    lostBeforeHorizon: 'Followed for less than five years without it',
  },
  subgroups: {
    sex: { label: 'Sex', levels: { female: 'Female', male: 'Male' } },
    age: {
      label: 'Age at day 0',
      levels: { under45: 'Under 45 years', from45to64: '45 to 64 years', from65: '65 years and over' },
    },
    fattyLiver: {
      label: 'Fatty-liver disease',
      levels: { known: 'Known at day 0', notKnown: 'Not known at day 0' },
    },
  },
  /** Parameters: personId; outcome (a word); feature (its label), minimum, maximum and unit (with its space, or empty). */
  errors: {
    unknownPatient: 'There is no person {personId} in the cohort.',
    modelNotReady: 'The model for {outcome} is not ready: it is being trained. Try again in a minute.',
    valueOutOfRange: '{feature} must lie between {minimum} and {maximum}{unit}.',
    notChangeable: '{feature} cannot be changed here.',
    noRisk: 'This person already has it ({outcome}): there is no risk of getting it for the first time.',
  },
  screens: screensEn,
};
