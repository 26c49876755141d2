/** Every command of `praxis`: the words it is called by, its options, and the file that does it. */

/** What stands behind the name of a command; each command parses it. */
export interface Given {
  readonly options: Readonly<Record<string, unknown>>;
  /** As many as the command has `words`. */
  readonly words: readonly string[];
  /** Said where an option is wrong. */
  readonly usage: string;
}

interface OptionType {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
}

export interface Command {
  /** Words after `praxis`, in help. */
  readonly usage: string;
  readonly what: string;
  /** Names of the words that follow the name of the command. */
  readonly words?: readonly string[];
  readonly options: Readonly<Record<string, OptionType>>;
  /** Loaded when it is called: a missing native part must not break the command that explains it. */
  readonly run: (given: Given) => Promise<number>;
}

const text: OptionType = { type: 'string' };
const texts: OptionType = { type: 'string', multiple: true };
const flag: OptionType = { type: 'boolean' };

/** How a table's file is to be read. */
const reading = { schema: text, delimiter: text };

export const commands: Readonly<Record<string, Command>> = {
  start: {
    usage: 'start',
    what: 'build what changed, start the database, the web server and the workers, train what is missing',
    options: {},
    run: async () => (await import('./commands/start.ts')).start(),
  },
  train: {
    usage:
      'train --data FILE --target COL [--positive V] [--id COL] [--time COL [--delay-days N]] [--group COL] [--weight COL] [--learner auto|logistic|trees|deep|blend|private] [--with DIR] [--epsilon E --delta D --bounds FILE] [--calibration platt|isotonic|beta|auto] [--folds 5] [--repeats 1] [--seed 0] [--search TRIALS [--search-seconds S]] [--drop COLS] [--category COLS] [--schema FILE] [--delimiter C] --out DIR [--overwrite] [--json]',
    what: 'train a calibrated model of any table (CSV, JSON Lines, Parquet) and say how well it does in cross-validation',
    options: {
      data: text,
      target: text,
      positive: text,
      id: text,
      time: text,
      'delay-days': text,
      group: text,
      weight: text,
      learner: text,
      calibration: text,
      with: texts,
      folds: text,
      repeats: text,
      seed: text,
      search: text,
      'search-seconds': text,
      epsilon: text,
      delta: text,
      bounds: text,
      drop: texts,
      category: texts,
      ...reading,
      out: text,
      overwrite: flag,
      json: flag,
    },
    run: async (given) => (await import('./commands/train.ts')).train(given),
  },
  predict: {
    usage:
      'predict --model DIR --data FILE [--id COL] [--explain] [--out FILE] [--schema FILE] [--delimiter C] [--json]',
    what: 'score every row of a file: probability, interval, and with --explain what each feature adds to it',
    options: { model: text, data: text, id: text, explain: flag, out: text, ...reading, json: flag },
    run: async (given) => (await import('./commands/predict.ts')).predict(given),
  },
  evaluate: {
    usage:
      'evaluate --model DIR --data FILE [--target COL] [--group COL] [--top K [--day COL]] [--schema FILE] [--delimiter C] [--json]',
    what: 'say how well a model does on a file whose outcomes are known',
    // The last one has moved, and says so.
    options: {
      model: text,
      data: text,
      target: text,
      group: text,
      top: text,
      day: text,
      ...reading,
      json: flag,
      outcome: text,
    },
    run: async (given) => (await import('./commands/evaluate.ts')).evaluate(given),
  },
  compare: {
    usage:
      'compare DIR DIR --data FILE [--data FILE --id COL] [--target COL] [--group COL] [--schema FILE] [--delimiter C] [--json]',
    what: 'say whether two models can be told apart on the same rows, of one file or of one for each',
    words: ['DIR', 'DIR'],
    options: { data: texts, id: text, target: text, group: text, ...reading, json: flag },
    run: async (given) => (await import('./commands/compare.ts')).compare(given),
  },
  drift: {
    usage: 'drift DIR BEFORE AFTER [--target COL] [--schema FILE] [--delimiter C] [--json]',
    what: 'say which features of a model have moved between two files, and whether its probabilities still come true',
    words: ['DIR', 'BEFORE', 'AFTER'],
    options: { target: text, ...reading, json: flag },
    run: async (given) => (await import('./commands/drift.ts')).drift(given),
  },
  explain: {
    usage:
      'explain DIR FILE [--row 1] [--below P | --above P] [--change COL[=LOW:HIGH],…] [--nearest FILE] [--global] [--target COL] [--seed 0] [--schema FILE] [--delimiter C] [--json]',
    what: 'say what makes up the answer for a row, what would change it and which rows are like it, or what matters over all rows',
    words: ['DIR', 'FILE'],
    options: {
      row: text,
      below: text,
      above: text,
      change: texts,
      nearest: text,
      global: flag,
      target: text,
      seed: text,
      ...reading,
      json: flag,
    },
    run: async (given) => (await import('./commands/explain.ts')).explain(given),
  },
  card: {
    usage: 'card DIR [--report [--language en|zh] | --lineage] [--data FILE] [--json]',
    what: 'print the model card: data, split, figures, calibration, features, limits, hashes; or a report after TRIPOD+AI; or the chain from the data files to the figures, checked',
    words: ['DIR'],
    options: { report: flag, language: text, lineage: flag, data: texts, json: flag },
    run: async (given) => (await import('./commands/card.ts')).card(given),
  },
  export: {
    usage: 'export DIR --onnx FILE',
    what: 'write the model as one ONNX file: raw columns in, calibrated probability out',
    words: ['DIR'],
    options: { onnx: text },
    run: async (given) => (await import('./commands/export.ts')).exportModel(given),
  },
  import: {
    usage: 'import FILE.onnx --schema FILE --out DIR [--overwrite]',
    what: 'take over a classifier that another program wrote as ONNX, so that it predicts and competes here',
    words: ['FILE.onnx'],
    options: { schema: text, out: text, overwrite: flag },
    run: async (given) => (await import('./commands/import.ts')).importOnnx(given),
  },
  distil: {
    usage:
      'distil --model DIR --data FILE [--test FILE] [--target COL] [--seed 0] [--schema FILE] [--delimiter C] --out DIR [--overwrite] [--json]',
    what: 'make a small network that answers nearly as a model does, and say what that costs and wins',
    options: {
      model: text,
      data: text,
      test: text,
      target: text,
      seed: text,
      ...reading,
      out: text,
      overwrite: flag,
      json: flag,
    },
    run: async (given) => (await import('./commands/distil.ts')).distil(given),
  },
  'diagnosis evaluate': {
    usage: 'diagnosis evaluate [--outcome NAME] [--json]',
    what: 'train on the real cohort and print how well each model does in cross-validation',
    options: { outcome: text, json: flag },
    run: async ({ options }) => (await import('./commands/diagnosis-evaluate.ts')).diagnosisEvaluate(options),
  },
  'fraud evaluate': {
    usage:
      'fraud evaluate --transactions FILE --train-start DATE [--train-days 7] [--history-days 0] [--delay-days 7] [--test-days 7] [--seed 0] [--json]',
    what: 'train on some weeks of card payments and say how well the frauds of a later week are told',
    options: {
      transactions: text,
      'train-start': text,
      'train-days': text,
      'history-days': text,
      'delay-days': text,
      'test-days': text,
      seed: text,
      json: flag,
    },
    run: async (given) => (await import('./commands/fraud-evaluate.ts')).fraudEvaluate(given),
  },
  'fraud simulate': {
    usage:
      'fraud simulate --out FILE [--seed 0] [--customers 5000] [--terminals 10000] [--days 183] [--start 2018-04-01] [--handbook-only]',
    what: 'write simulated card payments with their frauds, in the layout of the Fraud Detection Handbook (.gz: compressed)',
    options: {
      out: text,
      seed: text,
      customers: text,
      terminals: text,
      days: text,
      start: text,
      'handbook-only': flag,
    },
    run: async (given) => (await import('./commands/fraud-simulate.ts')).fraudSimulate(given),
  },
  'practice skills': {
    usage: 'practice skills [--json]',
    what: 'list what can be practised: every skill, what must be known before it, and its templates',
    options: { json: flag },
    run: async (given) => (await import('./commands/practice-skills.ts')).practiceSkills(given),
  },
  'practice generate': {
    usage: 'practice generate --skill ID [--success 0.7] [--count 1] [--seed 0] [--language en|zh] [--json]',
    what: 'make verified exercises of a skill at which a learner who has just met it succeeds as often as asked',
    options: { skill: text, success: text, count: text, seed: text, language: text, json: flag },
    run: async (given) => (await import('./commands/practice-generate.ts')).practiceGenerate(given),
  },
  'practice evaluate': {
    usage: 'practice evaluate --train FILE --valid FILE --test FILE [--seed 0] [--json]',
    what: 'train models of what learners know on their answers and say how well the answers of others are foretold',
    options: { train: text, valid: text, test: text, seed: text, json: flag },
    run: async (given) => (await import('./commands/practice-evaluate.ts')).practiceEvaluate(given),
  },
  'practice train-wording': {
    usage: 'practice train-wording [--seed 1] [--out DIR]',
    what: 'train the small language model that rewords word problems, on the sentences of the grammar',
    options: { seed: text, out: text },
    run: async (given) => (await import('./commands/practice-train-wording.ts')).practiceTrainWording(given),
  },
  'practice word-problems': {
    usage: 'practice word-problems [--story ID] [--count 1] [--seed 0] [--language en|zh] [--json]',
    what: 'tell word problems, reworded by the language model where the meaning stays the same',
    options: { story: text, count: text, seed: text, language: text, json: flag },
    run: async (given) => (await import('./commands/practice-word-problems.ts')).practiceWordProblems(given),
  },
  'admin create': {
    usage: 'admin create --email ADDRESS [--name NAME]',
    what: 'make the first administrator; the password is asked for, or read from standard input',
    options: { email: text, name: text },
    run: async ({ options }) => (await import('./commands/admin-create.ts')).adminCreate(options),
  },
  doctor: {
    usage: 'doctor',
    what: 'check this machine, the database and the models, and say how to mend what is wrong',
    options: {},
    run: async () => (await import('./commands/doctor.ts')).doctor(),
  },
  'gpu install': {
    usage: 'gpu install',
    what: 'fetch what an NVIDIA GPU needs and a default install leaves out',
    options: {},
    run: async () => (await import('./commands/gpu-install.ts')).gpuInstall(),
  },
  stop: {
    usage: 'stop',
    what: 'stop an embedded database that was left running',
    options: {},
    run: async () => (await import('./commands/stop.ts')).stop(),
  },
  help: {
    usage: 'help',
    what: 'print this',
    options: {},
    run: async () => (await import('./commands/help.ts')).help(commands),
  },
};

/** The longest name that the words begin with. */
export function commandNamed(words: readonly string[]): string | null {
  const names = Object.keys(commands).filter((name) => `${words.join(' ')} `.startsWith(`${name} `));
  return names.sort((a, b) => b.length - a.length)[0] ?? null;
}
