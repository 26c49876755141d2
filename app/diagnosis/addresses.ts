/** Where the diagnosis screens and their endpoints live. */
export const addresses = {
  worklist: '/diagnosis',
  patients: '/diagnosis/patients',
  models: '/diagnosis/models',
  worklistCsv: '/api/v1/diagnosis/worklist.csv',
  whatIf: (personId: number) => `/api/v1/diagnosis/patients/${personId}/what-if`,
} as const;
