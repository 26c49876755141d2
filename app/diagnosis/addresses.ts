/** Where the diagnosis screens and their endpoints live. */
export const addresses = {
  worklist: '/diagnosis',
  patients: '/diagnosis/patients',
  models: '/diagnosis/models',
  privateScore: '/diagnosis/private-score',
  worklistCsv: '/api/v1/diagnosis/worklist.csv',
  modelFile: (outcome: string) => `/api/v1/diagnosis/models/${outcome}/model.onnx`,
  familiarityFile: (outcome: string) => `/api/v1/diagnosis/models/${outcome}/familiarity.json`,
  whatIf: (personId: number) => `/api/v1/diagnosis/patients/${personId}/what-if`,
  alternatives: (personId: number) => `/api/v1/diagnosis/patients/${personId}/alternatives`,
} as const;
