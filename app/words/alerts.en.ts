/** Refusals of the endpoints of alerts, mounted among those of `api`. */
export const alertRefusalsEn = {
  unknownAlert: 'There is no alert {id}.',
  heldByOther: '{by} holds this alert until {until}. Take another one, or wait.',
  closedAlready: '{by} has closed this alert: {verdict}.',
  notClosed: 'This alert is open: there is no verdict to take back.',
  notYours: 'Another person closed this alert; only they can take the verdict back.',
  reasonUnknown: '"{reason}" is no reason for the verdict {verdict}. Known: {known}.',
  noteEmpty: 'The note is empty.',
} as const;
