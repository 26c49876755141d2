/** Where the fraud screens and their endpoints live. */
export const addresses = {
  queue: '/fraud',
  capacity: '/fraud/capacity',
  alerts: '/fraud/alerts',
  alertsApi: '/api/v1/fraud/alerts',
} as const;
