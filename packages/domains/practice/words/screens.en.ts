/** Words of the practice screens in English: short, so that a learner of ten understands every one. */
const unreadables = {
  empty: 'There is nothing in the answer yet.',
  tooLong: 'This is too long for an answer.',
  unknownCharacter: 'What does “{part}” mean? It is character {place}.',
  unknownWord: 'I do not know “{part}”. Write numbers, letters of the exercise and signs.',
  numberTooLong: '“{part}” has too many digits.',
  missingNumber: 'Something is missing at character {place}: a number or a letter should stand there.',
  bracketNotClosed: 'The bracket at character {place} is never closed.',
  bracketNotOpened: 'The bracket at character {place} was never opened.',
  notExpectedHere: '“{part}” cannot stand at character {place}.',
};

const forms = {
  whole: 'Write a whole number.',
  number: 'Write one number, with nothing left to calculate.',
  decimal: 'Write a decimal number.',
  'lowest-terms': 'Write a fraction in lowest terms.',
  mixed: 'Write a mixed number such as 1 1/2, in lowest terms.',
  ratio: 'Write a ratio such as 2 : 3, in lowest terms.',
  scientific: 'Write a number from 1 to 10 times a power of ten.',
  power: 'Write one power.',
  'simplest-radical': 'Take out of the root all that can come out.',
  expanded: 'Write it without brackets, like terms together.',
  factored: 'Write it as a product, as far as it goes.',
  simplified: 'Write it as simply as it can be.',
};

export const screensEn = {
  desk: {
    title: 'Practice',
    answer: 'Your answer',
    check: 'Check',
    next: 'Next exercise',
    /** Parameters: shown, count. */
    hint: 'Hint {shown}/{count}',
    showSolution: 'Show the solution',
    solution: 'The solution, step by step',
    theAnswer: 'Answer:',
    variant: 'Another like this',
    skip: 'Skip',
    reviewsDone: 'Today’s reviews are done. This is what helps most now.',
    unreachable: 'The server does not answer. What you typed is still here: press Check again in a moment.',
    asks: {
      value: 'Type it or use the keys on the screen.',
      solutions: 'Write every solution, for example x = 2 or x = −3. If there is none, write: no solution.',
      point: 'Write all values, for example x = 1, y = 2.',
      range: 'Write an inequality, for example x > 3, or 1 < x < 4.',
    },
    keys: {
      check: 'Check the answer, or go on',
      hint: 'Show a hint',
      solution: 'Show the solution',
      variant: 'Another exercise like this',
      next: 'Next exercise',
    },
    why: {
      title: 'Why this exercise now',
      /** Parameters of all: skill, because. */
      asked: 'You asked for “{skill}”.',
      set: 'Your teacher asked for this: “{skill}”.',
      prerequisite: '“{because}” was hard. It needs “{skill}”, so this comes first.',
      review: 'You practised “{skill}” some time ago. Doing it again now keeps it in your memory.',
      newSkill: '“{skill}” is new. You know what it needs.',
      learning: 'You are learning “{skill}”.',
      keepingUp: 'You know “{skill}” already. This keeps it fresh.',
      /** Parameter: wish, such as “7 of 10”. */
      offTarget: 'Nothing nearer to your wish ({wish} right) was ready.',
      reworded:
        'A computer program that learnt to write (a language model) told this story in its own words. Then the numbers, the names and the question were checked: they are the right ones.',
      expected: 'We expect you to get about {mean} of 10 exercises like this right.',
      expectedBetween:
        'We expect you to get about {mean} of 10 exercises like this right; it may be {low}, it may be {high}.',
      restsOnAbility:
        'This comes from your answers and from how hard exercises have been for everybody here.',
      /** Parameters: simulated, own. */
      restsOnBoth:
        'This comes from your answers, from how hard exercises have been for everybody here, and from a program that learnt from {simulated, plural, one {# made-up learner} other {# made-up learners}} and {own, plural, =0 {from nobody here yet} one {from # learner here} other {from # learners here}}.',
    },
    lines: {
      title: 'Work it out line by line',
      label: 'One line for every step. Every right way is accepted.',
      check: 'Check the lines',
      unreachable: 'The server does not answer. Your lines are still here.',
      verdicts: {
        same: 'right',
        aside: 'true',
        gains: 'this has more solutions than the exercise: try each of them in it',
        loses: 'a solution got lost here',
        wrong: 'here it goes wrong',
        untold: 'I cannot tell whether this follows',
        after: 'stands after the first wrong line',
      },
    },
    empty: {
      title: 'No exercise is ready yet',
      text: 'Exercises are made and verified when Praxis starts. Try again in a minute.',
      again: 'Try again',
    },
  },
  verdicts: {
    right: 'Right',
    otherForm: 'The value is right, the form is not yet',
    forms: { any: 'This is the exercise itself. Work it out.', ...forms },
    incomplete: 'Right so far',
    incompleteWhat: 'There is another solution.',
    otherUnit: 'Look at the unit',
    otherUnitWhat: '“{typed}” measures something else than what is asked.',
    missingUnit: 'Write the unit after the number, for example m or cm².',
    otherKind: 'This is another kind of answer',
    kinds: {
      value: 'One value is asked for.',
      solutions: 'Solutions are asked for, for example x = 2.',
      point: 'A value for each letter is asked for, for example x = 1, y = 2.',
      range: 'An inequality is asked for, for example x > 3.',
    },
    undefined: 'This has no value',
    undefinedWhat:
      'cannot be calculated. Nothing can be divided by zero, and a root of a negative number is no number here.',
    unreadable: 'I cannot read this yet',
    unreadables,
    wrong: 'Not yet',
    wrongWhat: 'Try again, or take a hint: a hint does not count as wrong.',
  },
};
