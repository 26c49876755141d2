/** Words of the map of skills, the calendar and the wish for difficulty: short, for learners of ten. */
const fields = {
  'whole-numbers': 'Whole numbers',
  fractions: 'Fractions',
  decimals: 'Decimals',
  percent: 'Percent',
  ratio: 'Ratio',
  integers: 'Negative numbers',
  powers: 'Powers and roots',
  expressions: 'Expressions',
  'linear-equations': 'Linear equations',
  inequalities: 'Inequalities',
  systems: 'Systems of equations',
  proportion: 'Proportion',
  geometry: 'Geometry',
  polynomials: 'Polynomials',
  factoring: 'Factoring',
  quadratics: 'Quadratic equations',
  'rational-expressions': 'Rational expressions',
  functions: 'Functions',
  exponentials: 'Exponents, logarithms',
  sequences: 'Sequences',
  probability: 'Probability',
  statistics: 'Statistics',
  limits: 'Limits',
  derivatives: 'Derivatives',
};

/** Shares as a learner of ten counts: of ten exercises. */
const ofTen = {
  /** Parameter: mean. */
  sure: '{mean} of 10',
  /** Parameters: mean, low, high. */
  between: '{mean} of 10 ({low} to {high})',
};

const skills = {
  title: 'Skills',
  /** Parameters: mastered, learning, open. */
  finding:
    '{mastered, plural, one {# skill known well} other {# skills known well}}, {learning} being learnt, {open} that you can start now',
  note: 'Every ring is a skill. The full part is how many of 10 exercises we are sure you get right; the striped part shows how unsure we are. Lines lead from what a skill needs to the skill. Press a ring to see more.',
  /** Said instead of the picture. */
  description: 'A map of all skills; the same stands in the list below.',
  numbers: 'The numbers as a table',
  standings: {
    mastered: 'known well',
    learning: 'learning',
    open: 'start now',
    notMet: 'later',
  },
  standingsWhat: {
    mastered: 'you get at least 8 of 10 right, and we are quite sure of it',
    learning: 'you have begun',
    open: 'new, and you know what it needs',
    notMet: 'it needs something that you do not know well enough yet',
  },
  /** Behind a share that nothing was seen of. */
  guess: 'a guess',
  next: {
    title: 'What opens next',
    /** Parameters: skill, needs. */
    needs: '“{skill}” opens when you are better at {needs}.',
    /** One of those needed; parameters: skill, mean, ready. */
    need: '“{skill}” (now {mean} of 10, {ready} needed)',
    untried: '“{skill}” (not tried yet)',
    none: 'Nothing waits: you can start everything that is not known well.',
  },
  list: 'All skills',
  columns: {
    field: 'Area',
    skill: 'Skill',
    standing: 'How it stands',
    success: 'Expected right, of 100',
    low: 'At least, of 100',
    high: 'At most, of 100',
    tries: 'Exercises done',
    due: 'Next review',
    waits: 'Waits for',
  },
  detail: {
    close: 'Close',
    /** Parameters: mean, low, high. */
    expected: 'Of 10 exercises of this skill we expect you to get about {mean} right.',
    between:
      'Of 10 exercises of this skill we expect you to get about {mean} right. It may be {low}, it may be {high}.',
    guess: 'You have not tried it yet, so this is a guess.',
    bar: 'The thick part is where the true number may lie. The mark is at 8 of 10: from there on you know it well.',
    /** Parameter: count. */
    tries:
      '{count, plural, =0 {You have not done an exercise of it.} one {You have done # exercise of it.} other {You have done # exercises of it.}}',
    /** Parameter: day. */
    due: 'It comes back on {day}, so that you do not forget it.',
    dueNow: 'It is time to do it again, so that you do not forget it.',
    restsOn: 'What it needs',
    restsOnNothing: 'It needs nothing else.',
    leadsTo: 'What it helps with',
    leadsToNothing: 'No other skill here needs it.',
    waits: 'Not ready yet. You can try it all the same.',
    practise: 'Practise this now',
    goOn: 'Go on with the open exercise',
    /** Parameter: skill. */
    otherOpen: 'An exercise of “{skill}” is still open.',
    finish: 'Finish it first',
    leave: 'Leave it, practise this',
    unreachable: 'The server does not answer. Try again in a moment.',
  },
};

/** A wish for difficulty. */
const wish = {
  of: '{count} of 10',
  ofEither: '{from} or {to} of 10',
  /** Folded; parameter: wish. */
  title: 'How hard: you wish to get {wish} right',
  label: 'How many of 10 exercises you wish to get right',
  harder: 'harder',
  easier: 'easier',
  /** Parameters: low, high. */
  expected: 'Of 10 exercises like the next one you would get {low} to {high} right.',
  expectedSure: 'Of 10 exercises like the next one you would get {low} right.',
  /** Parameters: mean, skill. */
  mean: 'We expect about {mean} of 10. The next one would be from “{skill}”.',
  offTarget: 'Nothing nearer to your wish is ready in it.',
  none: 'No other exercise is ready just now, so we cannot say how the next one would be.',
  when: 'It counts from the next exercise on.',
  saved: 'Kept.',
  unkept: 'The server does not answer: your wish is not kept yet. Move the slider again in a moment.',
};

const calendar = {
  title: 'Calendar',
  /** Parameters: due, overdue. */
  finding:
    '{due, plural, =0 {No review today} one {# review today} other {# reviews today}}{overdue, plural, =0 {} one {, # of them late} other {, # of them late}}',
  note: 'What you learnt comes back just before you would forget it. Do it again on its day, and it stays longer.',
  start: 'Start today’s reviews',
  goOn: 'Go on with the open review',
  /** Parameter: skill. */
  otherOpen: 'An exercise of “{skill}” is still open.',
  finish: 'Finish it first',
  leave: 'Leave it, start the reviews',
  unreachable: 'The server does not answer. Try again in a moment.',
  /** Name of the grid. */
  grid: 'Two weeks back and four weeks ahead',
  today: 'Today',
  /** In a day of the grid; parameter: count. */
  dueShort: '{count} to review',
  doneShort: '{count} done',
  empty: 'Nothing yet. What you get right for the first time comes back here some days later.',
  day: {
    /** Parameter: day. */
    nothing: 'Nothing stands on this day.',
    due: 'To review',
    done: 'Practised',
    /** Parameter: day. */
    since: 'since {day}',
    /** Parameter: mean. */
    remembered: 'likely still known: {mean} of 10',
    /** Parameters: count, right. */
    practised: '{count, plural, one {# exercise} other {# exercises}}, {right} right at the first try',
  },
  later: 'Later than that',
  numbers: 'The numbers as a table',
  columns: {
    day: 'Day',
    skill: 'Skill',
    what: 'What',
    exercises: 'Exercises',
    right: 'Right at the first try',
    remembered: 'Likely still known, of 100',
  },
  kinds: { due: 'to review', overdue: 'to review, late', practised: 'practised' },
};

export const learnerEn = { calendar, fields, ofTen, skills, wish };
