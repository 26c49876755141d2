/** The shell's words in English. `zh.ts` has the same shape. */
import type { LearnerName } from '@praxis/core';
import { alertRefusalsEn } from './alerts.en.ts';
import { classRefusalsEn } from './classes.en.ts';
import { modelRefusalsEn, modelsEn } from './models.en.ts';

/** Every leaf of a tree of words as text: what the other languages have to fill. */
type SameShape<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> };

export const en = {
  product: 'Praxis',
  shell: {
    skip: 'Skip to the content',
    navigation: 'Main',
    menu: 'Menu',
    close: 'Close',
    settings: 'Settings',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    units: 'Units for cholesterol',
    signOut: 'Sign out',
    keys: 'Keys',
    commands: 'Commands',
    training: 'Training',
    notMedical: 'Research and education. Not an approved medical device.',
  },
  roles: {
    clinician: 'Clinician',
    analyst: 'Fraud analyst',
    learner: 'Learner',
    teacher: 'Teacher',
    administrator: 'Administrator',
  },
  signIn: {
    title: 'Sign in',
    email: 'Email',
    password: 'Password',
    submit: 'Sign in',
    submitting: 'Signing in…',
    demoTitle: 'Try it as',
    demoNote: 'These accounts exist in demo mode only. One click signs in; the password is {password}.',
    reaches: {
      none: 'Not in this version yet',
      administrator: 'Starts training, proposes models; sees no records',
    },
    noAccounts:
      'No account yet? An administrator makes one. The first administrator is made on the server with: praxis admin create',
    errors: {
      invalid: 'This email and password do not match. Check both and try again.',
      rateLimited: 'Too many attempts. Wait {seconds} s and try again.',
      demoOff: 'Demo accounts work in demo mode only, and it is switched off here.',
      unreachable: 'The server did not answer. Check that it runs, then try again.',
      unexpected: 'Signing in failed on the server. Nothing was changed; try again.',
    },
  },
  home: {
    waitingTitle: 'Your practice is not in this version yet',
    waiting: 'You are signed in as {role}. What this version holds is for other roles: {practices}.',
    waitingAction:
      'You can change language and appearance in the settings, or sign out and use another account.',
  },
  states: {
    notFoundTitle: 'There is nothing at this address',
    notFound: 'The page may have moved, or the address has a mistake in it.',
    forbiddenTitle: 'This page is not for your role',
    forbidden:
      'You are signed in as {role}, and this page is kept to other roles. To see it, sign in with an account that has one of them.',
    errorTitle: 'This page could not be shown',
    error:
      'The mistake is on our side. What you saved before is kept. Try again; if it stays, tell an administrator the code {code}.',
    modelDamaged:
      'The files of the model behind this page are damaged, so it cannot score. Nothing else is lost. An administrator mends it: train the model again on the training page, or start Praxis again.',
    unavailableTitle: 'The database does not answer',
    unavailable:
      'Nothing that was saved is lost. Praxis tries again by itself; this page reloads every five seconds. If it stays, look at the terminal that runs Praxis, or run: npx praxis doctor',
    tryAgain: 'Try again',
    home: 'To the start page',
  },
  keys: {
    title: 'Keys',
    help: 'Show the keys',
    search: 'Search on this page',
    commands: 'Commands',
    next: 'Next in the list',
    previous: 'Previous in the list',
    open: 'Open',
    close: 'Close, or leave the list',
  },
  commands: {
    title: 'Commands',
    search: 'What do you want to do?',
    empty: 'No command has this name.',
    go: 'Go to {place}',
    language: 'Language: {language}',
    theme: 'Appearance: {theme}',
    units: 'Units: {units}',
  },
  training: {
    title: 'Training',
    intro:
      'Each run compares the learners on the same held-out rows, picks one, and writes a model that never changes again.',
    simulated: 'Simulated data',
    simulatedMeaning:
      'What the models learn from and are judged by was made by a simulator: the figures say nothing of real people or cards.',
    strip: 'Models are being trained: {outcome}, {percent}',
    stripWaiting: '{count, plural, one {# more waits} other {# more wait}}',
    stripQueued: 'Training waits for a worker: {outcome}',
    queuedNote: 'Waits for a worker: runs are trained one after the other.',
    view: 'Watch',
    practices: 'Practice',
    runs: 'Runs',
    outcome: 'Outcome',
    status: 'State',
    auroc: 'AUROC',
    progress: 'Progress',
    statuses: {
      queued: 'Waiting',
      running: 'Running',
      cancelling: 'Stopping',
      succeeded: 'Ready',
      failed: 'Failed',
      cancelled: 'Cancelled',
    },
    stages: {
      prepare: 'Prepare the rows',
      crossValidate: 'Compare on held-out rows',
      choose: 'Choose the learner',
      bootstrap: 'Refit for intervals',
      export: 'Write the model',
    },
    pipeline: {
      title: 'The steps of the run',
      explain: 'What happens in each step',
      loop: 'Repeated in every fold',
      parts: { loss: 'loss', update: 'update', repeat: 'repeat until converged' },
      now: '{learner}, fold {fold}: epoch {epoch}',
      sentences: {
        prepare:
          'Rows are checked, and dealt to folds that never change during the run. Where rows have a time, each fold is later than what its fit learns from.',
        crossValidate:
          'Each learner is fitted once for every fold, without that fold. It measures how wrong it is (the loss), changes its weights a little to be less wrong (the update), and does so again until nothing improves.',
        choose:
          'Rows that a fit has not seen judge it. Of learners that cannot be told apart, the simpler one wins.',
        bootstrap:
          'The winner is fitted once more on all rows, and on many random draws of them: how far those disagree gives the interval of each prediction.',
        export:
          'The model is written as files that never change again, named by their content, with its card.',
      },
    },
    stageState: { done: 'done', now: 'under way', next: 'to come' },
    timeLeft: 'about {time} left',
    rate: '{rate} epochs a second',
    seconds: '{n} s',
    minutesSeconds: '{m} min {s} s',
    start: 'Start training',
    startFor: 'Train a new model for',
    cancel: 'Cancel the run',
    cancelIn: 'Cancelling in {n} s',
    undo: 'Undo',
    resume: 'Resume the run',
    cancelled:
      'The run was cancelled. The model that served before still serves. Resumed, it takes over the fits that had ended, and its model is the same as if it had never stopped.',
    failed: 'The run failed: {message} The model that served before still serves.',
    emptyTitle: 'No training run yet',
    empty:
      'The first start of Praxis trains a model for each outcome. An administrator can start another run here.',
    offline: 'The server does not answer; the figures are from {time}. Training itself goes on.',
    curve: {
      title: '{learner}: lowest validation loss {loss} at epoch {epoch}, fold {fold}',
      titleTraining:
        '{learner}: training loss {low} to {high} across folds after {epochs, plural, one {# epoch} other {# epochs}}',
      titleAuroc: '{learner}: highest validation AUROC {auroc} at epoch {epoch}, fold {fold}',
      titleNoAuroc: '{learner}: fitted on all its rows, so no AUROC is measured on the way',
      waiting: 'The first epoch has not ended yet.',
      note: 'Logarithmic loss, lower is better. Solid: rows held out. Dashed: rows trained on.',
      noteAuroc: 'How well rows held out are ranked: 0.5 is chance, 1 is perfect. Higher is better.',
      metric: 'Figure',
      auroc: 'AUROC',
      epoch: 'Epoch',
      loss: 'Loss',
      fold: 'Fold',
      finalFit: 'final fit',
      train: 'Training loss',
      validation: 'Validation loss',
      trainLabel: 'training',
      foldLabel: 'fold {fold}',
      all: 'All folds',
      numbers: 'The numbers',
      show: 'Show',
    },
    projection: {
      title: 'Where the rows lie',
      among:
        'Test points lie among the training points: {share} of them are inside the region that holds {holds} of those',
      apart:
        'Test points lie apart from the training points: only {share} of them are inside the region that holds {holds} of those',
      note: 'The two directions in which the training rows of fold {fold} differ most, and where its test rows lie in them. {shownTrain} of {train} training rows and {shownTest} of {test} test rows, drawn by chance, without numbers and rounded; the share is of all of these test rows (95 % interval {lower} to {upper}).',
      component: 'Component {number}: {variance} of the variance',
      mostly: 'Mostly {feature}',
      also: 'and {feature}',
      higher: '{feature} (+)',
      lower: '{feature} (−)',
      group: '{part}, {event}',
      parts: { train: 'Training', test: 'Test' },
      labels: { 0: 'without outcome', 1: 'with outcome' },
      events: { 0: 'no', 1: 'yes' },
      region: 'Region of {holds} of the training rows',
      point: 'Point',
      part: 'Part',
      event: 'Outcome',
      first: 'Component 1',
      second: 'Component 2',
      unread: 'Where the rows lie could not be read. Nothing else is lost; load the page again.',
    },
    compare: {
      title: 'Comparison of runs',
      heading: '{outcome}: {count} runs side by side',
      with: 'Compare with the run of',
      choose: 'Choose a run',
      what: 'What',
      run: 'Run',
      curves: '{learner}: mean loss over the folds',
      interval: '{lower} to {upper}',
      endings: {
        cancelled: '{run} was cancelled at {time}; its figures stop here.',
        cancelling: '{run} is being cancelled; its figures stop where it is.',
        failed: '{run} failed at {time}; its figures stop here. {message}',
        notOver: '{run} is not over. Its figures stand here as soon as it is.',
        noFigures:
          '{run} has left no figures: its model is not registered, or its card is of another release.',
      },
      verdicts: {
        differentOutcomes:
          'A and {run} are of different outcomes: their figures do not answer the same question, and no difference is given.',
        differentRows:
          'A and {run} were not judged on the same rows. A difference between their figures may come from the rows alone, so none is given.',
        sameModel:
          'A and {run} made the same model, byte for byte: nothing can differ but the time they took.',
        scoresGone:
          'A and {run} cannot be held against each other row by row: the scores of one of their models are not stored any more. Two intervals side by side say too little of a difference, so none is given.',
        better:
          '{run} ranks better than A: AUROC {difference} ({interval}, {p}) on the same {rows} rows, {events} with the event.',
        worse:
          '{run} ranks worse than A: AUROC {difference} ({interval}, {p}) on the same {rows} rows, {events} with the event.',
        notDistinguishable:
          'A and {run} are not distinguishable by AUROC: {run} less A is {difference} ({interval}, {p}) on the same {rows} rows, {events} with the event.',
      },
      told: {
        better: 'better than A',
        worse: 'worse than A',
        notDistinguishable: 'not distinguishable',
      },
      rows: {
        outcome: 'Outcome',
        status: 'State',
        learner: 'Learner chosen',
        auroc: 'AUROC (95 % interval)',
        aurocDifference: 'AUROC less that of A, same rows',
        averagePrecision: 'Average precision',
        brier: 'Brier score',
        brierDifference: 'Brier score less that of A, same rows',
        calibrationSlope: 'Calibration slope',
        seconds: 'Seconds',
        rows: 'Rows / events',
        folds: 'Folds',
        seed: 'Seed',
        cohort: 'SHA-256 of the rows',
        sources: 'SHA-256 of the files',
        artifact: 'Model',
      },
    },
    learners: {
      logisticRegression: 'Logistic regression',
      boostedTrees: 'Boosted trees',
      deepTabular: 'Deep tabular network',
      blend: 'Logistic regression and trees',
      deepBlend: 'Logistic regression, trees and network',
      treesDeepBlend: 'Trees and network',
      attention: 'Attention over earlier records',
      attentionBlend: 'Trees and attention',
      attentionDeepBlend: 'Trees, network and attention',
      privateLogistic: 'Private logistic regression',
      distilled: 'Distilled network',
      imported: 'Imported model',
    } satisfies Readonly<Record<LearnerName, string>>,
    metrics: {
      title: 'How well it does',
      learner: 'Learner',
      auroc: 'AUROC',
      averagePrecision: 'Average precision',
      brier: 'Brier score',
      calibrationSlope: 'Calibration slope',
      seconds: 'Time',
      chosen: 'chosen',
      comparedOnly: 'compared only',
      comparedOnlyNote:
        'What cannot serve is compared here, and cannot be chosen or promoted: attention reads a record together with those before it, and a model that serves is handed one record at a time; a deep network takes longer than a decision may. These figures are not calibrated.',
      interval: '95 % interval {lower} to {upper}',
      note: 'Cross-validated on {rows} rows with {events} events; below each figure its 95 % interval.',
      card: 'Model card',
      own: {
        title: 'On the held-out rows',
        model: 'Model',
        best: 'Who knows the truth',
      },
      why: {
        onlyOne: 'No other learner was asked for.',
        betterAuroc: 'Chosen for its higher AUROC.',
        notDistinguishableSimpler:
          'The learners cannot be told apart by AUROC, so the simpler one was chosen.',
        betterAveragePrecision: 'Chosen for its higher average precision.',
        averagePrecisionAlikeSimpler:
          'The learners cannot be told apart by average precision, so the simpler one was chosen.',
      },
    },
  },
  models: modelsEn,
  api: {
    ...modelRefusalsEn,
    ...alertRefusalsEn,
    ...classRefusalsEn,
    noExercise: 'No exercise is ready that you have not had. Try again in a minute.',
    unknownTurn: 'This exercise is not one of yours.',
    unknownSkill: 'There is no such skill.',
    turnOpen: 'Another exercise is open. Finish it, or leave it, first.',
    turnClosed: 'This exercise was finished in another tab. Here is the one that is open now.',
    signedOut: 'Sign in first.',
    forbidden: 'Your role may not do this.',
    crossSite: 'The request came from another site.',
    invalidBody: 'The body is not what this endpoint takes: {detail}',
    unknownVertical: 'This version has no such vertical.',
    unknownRun: 'There is no training run {id}.',
    noProjection: 'No points of rows were kept with run {id}.',
    runSucceeded: 'Run {id} has ended with a model: there is nothing to resume.',
    runActive: 'Run {id} waits or is under way: there is nothing to resume.',
    otherRunActive:
      'Another run of the same outcome waits or is under way. Cancel it, or wait until it is over, then resume run {id}.',
    runOver: 'Run {id} is over and cannot be cancelled.',
    databaseUnreachable: 'The database does not answer. Nothing was changed; try again.',
    busy: 'The server is computing for many people at the moment. Nothing was changed; try again in a second.',
    notFound: 'There is no such endpoint.',
    malformedAddress: 'The address is malformed: a % in it is not followed by the code of a character.',
    modelDamaged:
      'The files of this model are damaged, so it cannot score. Train it again on the training page, or start Praxis again.',
    unexpected: 'Something went wrong on the server. Nothing half-done was kept; try again.',
  },
} as const;

export type AppWords = SameShape<typeof en>;
