/** Where the fraud screens and their endpoints live. */
export const addresses = {
  queue: '/fraud',
  capacity: '/fraud/capacity',
  models: '/fraud/models',
  alerts: '/fraud/alerts',
  alertsApi: '/api/v1/fraud/alerts',
} as const;
