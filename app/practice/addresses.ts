/** Where the practice screens and their endpoints live. */
export const addresses = { api: '/api/v1/practice' } as const;
