/** Where the practice screens and their endpoints live. */
export const addresses = {
  api: '/api/v1/practice',
  practice: '/practice',
  /** The practice page, with today's reviews before all else. */
  reviews: '/practice?reviews=today',
  skills: '/practice/skills',
  classes: '/practice/class',
  classesApi: '/api/v1/practice/classes',
} as const;
