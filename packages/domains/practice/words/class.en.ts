/** Words of a teacher's screens in English. */
const areas = {
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
  systems: 'Systems',
  proportion: 'Proportion',
  geometry: 'Geometry',
  polynomials: 'Polynomials',
  factoring: 'Factoring',
  quadratics: 'Quadratics',
  'rational-expressions': 'Rational expressions',
  functions: 'Functions',
  exponentials: 'Exponentials',
  sequences: 'Sequences',
  probability: 'Probability',
  statistics: 'Statistics',
  limits: 'Limits',
  derivatives: 'Derivatives',
};

export const classEn = {
  title: 'Classes',
  areas,
  simulated: 'simulated',
  simulatedWhat:
    'Learners marked “simulated” are made up for the demo, with their answers. They show what the pages do and say nothing of real learners.',
  never: 'not yet',
  unreachable: 'The server does not answer. Nothing was changed: try again in a moment.',
  list: {
    /** Parameter: count. */
    learners: '{count, plural, =0 {no learners yet} one {# learner} other {# learners}}',
    empty: 'No class yet',
    emptyText: 'Make a class, then take in learners of this installation by their email address.',
    name: 'Name of the new class',
    create: 'Make the class',
  },
  tabs: {
    label: 'Pages of the class',
    skills: 'By skill',
    misconceptions: 'Misconceptions',
    stuck: 'Who is stuck',
    sets: 'Sets',
    learners: 'Learners',
  },
  notFound: {
    title: 'There is no such class of yours',
    text: 'It may be another teacher’s, or its address was mistyped.',
    back: 'To your classes',
  },
  noLearners: {
    title: 'Nobody is in this class yet',
    text: 'Take in learners by their email address.',
    action: 'Take in learners',
  },
  learners: {
    heading: 'Learners of the class',
    name: 'Name',
    email: 'Email',
    last: 'Last practised',
    remove: 'Take out',
    /** Parameter: name. */
    removeWho: 'Take out {name}',
    removed: '{name} is no longer in the class. What they did is kept with them.',
    undo: 'Undo',
    add: 'Take in',
    address: 'Email address of a learner',
    addressHint: 'Someone who has a learner’s account here. You will see what they practise.',
  },
  states: {
    mastered: 'mastered',
    learning: 'being learnt',
    unsure: 'unsure',
    notMet: 'not met',
  },
  statesWhat: {
    mastered: 'eight of ten typical exercises right, quite certainly',
    learning: 'on the way',
    unsure: 'too few answers to tell',
    notMet: 'no exercise yet',
  },
  /** Parameters: state, what. */
  stateIs: '{state}: {what}',
  skills: {
    heading: 'Class by skill',
    area: 'Area',
    allAreas: 'All areas, folded',
    show: 'Show',
    csv: 'All figures as CSV',
    learner: 'Learner',
    last: 'Last practised',
    mastered: 'Mastered',
    legend: 'What the marks mean',
    /** Parameters: mastered, learning, unsure, notMet. */
    folded: '{mastered} mastered, {learning} being learnt, {unsure} unsure, {notMet} not met',
    /** Parameters: success, low, high. */
    bar: 'expected {success} right, between {low} and {high}',
    /** Parameters: success, low, high. */
    figures: '{success} ({low}–{high})',
    attempts: '{count, plural, one {# attempt} other {# attempts}}',
    /** Parameter: count. */
    unmet:
      '{count, plural, one {# area that nobody has met yet is left out.} other {# areas that nobody has met yet are left out.}}',
    note: 'The share of typical exercises of the skill that the learner is expected to get right, with the bounds between which it lies nine times in ten.',
    sortBy: 'Sort by {column}',
    csvColumns: {
      learner: 'learner',
      simulated: 'simulated',
      last: 'last practised',
      area: 'area',
      skill: 'skill',
      state: 'state',
      success: 'expected share right',
      low: 'lower bound',
      high: 'upper bound',
      attempts: 'attempts',
    },
    yes: 'yes',
    no: 'no',
  },
  sets: {
    heading: 'Sets of exercises',
    none: 'Nothing is set yet',
    noneText:
      'Choose what the class shall practise: the learners get these exercises next, and are told that you asked for them.',
    new: 'Set exercises',
    skills: 'Skills',
    /** Parameters: area, chosen. */
    area: '{area}{chosen, plural, =0 {} other { (# chosen)}}',
    /** Parameter: ready. */
    ready: '{ready, plural, =0 {none ready: new ones are being made} other {# ready}}',
    exercises: 'Exercises for each learner',
    exercisesHint: 'Over all the skills together, the least practised first.',
    success: 'Wished share right, in %',
    successHint: 'From 30 to 95: 70 is hard enough to learn, 90 is for confidence.',
    learners: 'Learners',
    all: 'All',
    nobody: 'None',
    dueOn: 'Due on',
    dueOnHint: 'May stay empty.',
    note: 'Note to the learners',
    noteHint: 'Shown beside each exercise. May stay empty.',
    send: 'Set these exercises',
    sent: 'The exercises are set. The learners get them next.',
    /** Parameters: count, share. */
    asked: '{count, plural, one {# exercise} other {# exercises}} each, {share} right wished',
    /** Parameter: day. */
    due: 'due on {day}',
    /** Parameter: day. */
    since: 'set on {day}',
    states: { open: 'running', late: 'overdue', done: 'done', cancelled: 'cancelled' },
    cancel: 'Cancel the set',
    cancelled: 'The set was cancelled. What was done of it stays.',
    learner: 'Learner',
    progress: 'Done',
    /** Parameters: done, of. */
    doneOf: '{done} of {of}',
    right: 'Right at once',
  },
  stuck: {
    heading: 'Who is stuck',
    /** Parameters: count, learners. */
    finding:
      '{count, plural, =0 {Nobody of {learners} is stuck.} one {# of {learners} does not come on.} other {# of {learners} do not come on.}}',
    nobody: 'Nobody is stuck',
    nobodyText:
      'Here stands who gets three answers in a row wrong, opens solution after solution, or does not come on in ten exercises of a skill.',
    /** Parameter: count. */
    wrongInARow: '{count} wrong answers in a row',
    /** Parameters: opened, of. */
    solutions: 'opened the solution in {opened} of the last {of} exercises',
    /** Parameters: attempts, right, rightBefore, of. */
    noProgress:
      'no progress in {attempts} exercises: {right} of the last {of} right, {rightBefore} of the {of} before',
    /** Parameter: skill. */
    root: 'It rests on “{skill}”, which is weak: begin there.',
    noRoot: 'What it rests on is there: it is this skill itself.',
    /** Parameter: path. */
    path: 'The way: {path}',
    /** Parameter: last. */
    last: 'Last practised: {last}',
    /** Parameter: skill. */
    assign: 'Set exercises on “{skill}”',
  },
  misconceptions: {
    heading: 'Misconceptions',
    none: 'No misconception was seen yet',
    noneText:
      'Here stands which way of thinking leads the class to wrong answers, with what was typed. Wrong answers that no known misconception explains are not here.',
    /** Parameters: learners, of, times. */
    seen: '{learners} of {of} learners, {times, plural, one {# time} other {# times}}',
    skills: 'Seen on',
    told: 'What the learner is told',
    who: 'Who',
    /** Parameter: count. */
    more: 'and {count} more',
    examples: 'What was typed',
    /** Parameter: name. */
    examplesOf: 'What was typed: {name}',
    exercise: 'Exercise',
    typed: 'Typed',
    right: 'Right',
    learner: 'Learner',
    when: 'When',
    /** Parameter: count. */
    assign:
      '{count, plural, one {Set exercises for this learner} other {Set exercises for these # learners}}',
  },
};
