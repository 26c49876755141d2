/**
 * The model's inputs in English: `label` stands in tables and charts, `short` in lists and sentences, `unit` only where
 * there is one, `note` only where a reader could be misled.
 */
export const featuresEn = {
  ageYears: { label: 'Age', short: 'Age', unit: 'years' },
  male: { label: 'Sex', short: 'Sex' },
  weightKg: { label: 'Weight', short: 'Weight', unit: 'kg' },
  heightCm: { label: 'Height', short: 'Height', unit: 'cm' },
  bmi: { label: 'Body mass index', short: 'BMI', unit: 'kg/m²', note: 'Follows from weight and height.' },
  hdlMgDl: { label: 'HDL cholesterol', short: 'HDL cholesterol', unit: 'mg/dL' },
  hdlCount: {
    label: 'HDL measurements until day 0',
    short: 'Number of HDL measurements',
    note: 'Who is measured often is often followed for a reason.',
  },
  sbpMmHg: { label: 'Systolic pressure', short: 'Systolic pressure', unit: 'mmHg' },
  sbpCount: {
    label: 'Pressure measurements until day 0',
    short: 'Number of pressure measurements',
    note: 'Who is measured often is often followed for a reason.',
  },
  smoker: { label: 'Smoking', short: 'Smoking' },
  smokeCount: {
    label: 'Records of smoking until day 0',
    short: 'Number of smoking records',
    note: 'Who was asked about smoking differs from who was not.',
  },
  fib4: {
    label: 'FIB-4',
    short: 'FIB-4',
    note: 'A score of liver fibrosis. It was recorded only above 2.67: no value means that it was lower or not measured.',
  },
  fib4Count: {
    label: 'FIB-4 values above 2.67 until day 0',
    short: 'FIB-4 above 2.67',
    note: 'Only values above 2.67 were recorded: none means that it was lower or not measured.',
  },
  priorNafld: { label: 'Known fatty-liver disease', short: 'Fatty-liver disease' },
  priorHypertension: { label: 'Known hypertension', short: 'Hypertension' },
  priorDiabetes: { label: 'Known diabetes', short: 'Diabetes' },
  priorDyslipidemia: { label: 'Known dyslipidaemia', short: 'Dyslipidaemia' },
  priorMyocardialInfarction: { label: 'Earlier myocardial infarction', short: 'Myocardial infarction' },
  priorAngina: { label: 'Known angina or ischaemia', short: 'Angina or ischaemia' },
  priorHeartFailure: { label: 'Known heart failure', short: 'Heart failure' },
  priorStroke: { label: 'Earlier stroke', short: 'Stroke' },
  priorAtrialFibrillation: { label: 'Known atrial fibrillation', short: 'Atrial fibrillation' },
  priorCardiacArrest: { label: 'Earlier cardiac arrest', short: 'Cardiac arrest' },
};
