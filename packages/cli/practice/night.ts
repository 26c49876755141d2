/** When the nightly work of practice is done: at three o'clock of this machine's own time. */

const hour = 3;

/** The last time it was due, `now` included. */
export function lastNight(now: Date): Date {
  const night = atHour(now, 0);
  return night <= now ? night : atHour(now, -1);
}

/** The next time after `now`. */
export function nextNight(now: Date): Date {
  const night = atHour(now, 0);
  return night > now ? night : atHour(now, 1);
}

function atHour(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
}
