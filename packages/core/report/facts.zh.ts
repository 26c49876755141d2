/** Facts of a model card in Chinese. */
import type { LearnerName } from '../registry/card.ts';
import type { MeasureName } from './facts.ts';
import type { FactWords } from './words.ts';

const learners: Readonly<Record<LearnerName, string>> = {
  logisticRegression: '逻辑回归',
  boostedTrees: '梯度提升树',
  deepTabular: '深度表格网络',
  blend: '逻辑回归与树的混合',
  deepBlend: '逻辑回归、树与网络的混合',
  treesDeepBlend: '树与网络的混合',
  attention: '先前记录上的注意力网络',
  attentionBlend: '树与注意力网络的混合',
  attentionDeepBlend: '树、网络与注意力网络的混合',
  privateLogistic: '隐私逻辑回归',
  distilled: '蒸馏网络',
  imported: '导入的模型',
};

const measures: Readonly<Record<MeasureName, string>> = {
  auroc: 'AUROC（区分度）',
  averagePrecision: '平均精确率（区分度）',
  brier: 'Brier 分数（总体）',
  logLoss: '对数损失（总体）',
  calibrationSlope: '校准斜率',
  calibrationIntercept: '校准截距',
  ece: '期望校准误差',
  ici: '综合校准指数',
  observedToExpected: '观察与预期之比（总体校准）',
};

const studies = {
  developed: '开发了一个模型并做了内部验证。',
  distilled: '开发了一个仿照另一模型作答的网络，两者在相同的行上评判。',
  imported: '对外来的模型重新校准并做了评估。',
};

const roles = {
  id: '行的标识列：',
  group: '同组的行不拆分，分组列：',
  time: '行的时间列：',
  weight: '行的权重列：',
};

const kinds = { number: '数值', count: '计数', flag: '是或否', category: '类别' };

const numbers = {
  standardised: '数值中心化并缩放到标准差为 1，计数取 log(1 + x)',
  piecewiseLinear: '数值缩放到标准差为 1 并在分位点处转折，计数取 log(1 + x)',
  bins: '数值与阈值比较',
  declaredBounds: '数值在声明的界限处截断并在其间缩放，计数取 log(1 + x)',
};

const categories = { flags: '类别的每个水平各有一个标志', bins: '类别的水平分为两部分' };

const missing = {
  averageAndFlag: '缺失值取平均值，训练数据有缺失时另设缺失标志',
  middleAndFlag: '缺失值取界限的中点，并以标志注明缺失',
  ownSide: '缺失值归入阈值较合适的一侧',
};

const splits = {
  stratifiedFolds: '折，各折结局比例相同',
  groupedFolds: '折，按整组划分',
  timeFolds: '个时间窗，每个由更早的行所训练的模型预测',
};

const predictions = {
  outOfFold: '每个留出的行由未见过它的模型评分，输入原始值，经过校准。',
  heldOut: '留出的行由模型本身评分，输入原始值，经过校准。',
  asItIs: '留出的行由外来模型原样评分，用其他折校准。',
};

const whys = {
  onlyOne: '没有要求其他学习器。',
  betterAuroc: '选定理由：没有更简单者的 AUROC 在最佳者的一个标准误之内。',
  notDistinguishableSimpler: '选定理由：在与最佳者无法区分的各项中最简单。',
  betterAveragePrecision: '选定理由：没有更简单者的平均精确率在最佳者的一个标准误之内。',
  averagePrecisionAlikeSimpler: '选定理由：在平均精确率与最佳者无法区分的各项中最简单。',
};

const seen = {
  yes: '它见过用来评判的行：数值偏好。',
  no: '它的训练文件与评判文件不同。',
  unknown: '不知道它用什么训练：若见过用来评判的行，数值偏好。',
};

const methods = { platt: 'Platt 直线', isotonic: '保序回归', beta: 'beta 校准' };

export const factsZh: FactWords = {
  study: ({ kind }) => studies[kind],
  outcome: ({ outcome }, say) => {
    const definition = say.definition(outcome);
    return `结局：${say.outcome(outcome)}${definition === null ? '' : `。${definition}`}`;
  },
  horizon: ({ days }, say) => `时间范围：${say.count(days)} 天`,
  target: ({ column, positive, negative }) =>
    `${column} 为 ${positive} 表示发生，为 ${negative} 表示未发生。`,
  source: ({ file, rows, sha256 }, say) => `${file}：${say.count(rows)} 行，SHA-256 ${sha256}`,
  judgedBy: ({ file, sha256 }) => `由 ${file} 的行评判，SHA-256 ${sha256}`,
  column: ({ role, column }) => `${roles[role]}${column}`,
  cohort: ({ rows, events }, say) =>
    `${say.count(rows)} 行：${say.count(events)} 行发生结局（${say.share(events / rows)}），${say.count(rows - events)} 行未发生`,
  excluded: ({ reason, rows }, say) => `剔除 ${say.count(rows)}（${say.excluded(reason)}）`,
  noneExcluded: () => '没有剔除任何行。',
  predictors: ({ count }, say) => `预测因素：${say.count(count)} 个`,
  predictor: ({ name, kind, unit }, say) =>
    `${say.feature(name)}：${kinds[kind]}${unit === null ? '' : `，${say.unit(name, unit)}`}`,
  eventsPerPredictor: ({ ratio }, say) => `每个预测因素的事件数：${say.number(ratio)}`,
  number: ({ name, unit, mean, low, high, missing: share }, say) =>
    `${say.feature(name)}：均值 ${say.number(mean)}${unit === null ? '' : ` ${say.unit(name, unit)}`}，98% 在 ${say.number(low)} 至 ${say.number(high)} 之间，缺失 ${say.share(share)}`,
  flag: ({ name, share, missing: gaps }, say) =>
    `${say.feature(name)}：有值的行中占 ${say.share(share)}，缺失 ${say.share(gaps)}`,
  declaredNumber: ({ name, low, high }, say) =>
    `${say.feature(name)}：声明在 ${say.number(low)} 至 ${say.number(high)} 之间`,
  category: ({ name, levels, missing: share }, say) =>
    `${say.feature(name)}：${say.list(levels.map((level) => `${level.name} ${say.share(level.share)}`))}；缺失 ${say.share(share)}`,
  declaredCategory: ({ name, levels }, say) => `${say.feature(name)}：声明的水平为 ${say.list(levels)}`,
  missing: ({ name, missing: share }, say) => `${say.feature(name)}：缺失 ${say.share(share)}`,
  noneMissing: () => '预测因素没有缺失值。',
  preparation: (part) =>
    `${learners[part.learner]}：${numbers[part.numbers]}；${categories[part.categories]}；${missing[part.missing]}。`,
  sameForAll: () => '所有的行用同一套准备方式。',
  split: ({ kind, folds, repeats, nested, seed }, say) =>
    kind === 'heldOut'
      ? `一次留出部分行（种子 ${seed}）。`
      : `交叉验证：${say.count(folds)} ${splits[kind]}${repeats === 1 ? '' : `，重新划分 ${say.count(repeats)} 次`}（种子 ${seed}）${nested ? '；在每折内选择模型' : ''}。`,
  predictionsBy: ({ by }) => predictions[by],
  part: ({ learner, weight }, say) => `模型的部分：${learners[learner]}，权重 ${say.number(weight)}`,
  candidate: ({ learner, parameters }, say) => {
    const settings = Object.entries(parameters).map(([name, value]) => `${name} ${say.number(value)}`);
    return `候选：${learners[learner]}${settings.length === 0 ? '' : `（${say.list(settings)}）`}`;
  },
  why: ({ why }) => whys[why],
  search: ({ trials, seconds }, say) =>
    `每次拟合在自己的训练行上搜索设置：${say.count(trials)} 次尝试${seconds === null ? '' : `，至多 ${say.count(seconds)} 秒`}。`,
  searched: ({ learner, trials }, say) => `${learners[learner]}的最终拟合：实际尝试 ${say.count(trials)} 次`,
  noSearch: () => '除学习器在拟合中自行选定者外，没有搜索设置。',
  importedFrom: ({ file, sha256, producer }) =>
    `并非在此训练：${file}${producer === '' ? '' : `，由 ${producer} 写成`}，SHA-256 ${sha256}`,
  hasSeenRows: ({ hasSeenRows }) => (hasSeenRows === null ? seen.unknown : hasSeenRows ? seen.yes : seen.no),
  teacher: ({ artifact, learner, learntRows }, say) =>
    `它在 ${say.count(learntRows)} 行上学习了模型 ${artifact}（${learners[learner]}）的答案。`,
  privacy: ({ epsilon, delta }, say) => `差分隐私：ε = ${say.number(epsilon)}，δ = ${say.number(delta)}`,
  calibration: ({ method, intercept, slope }, say) =>
    `校准：${methods[method]}${method === 'platt' ? `，对数几率 = ${say.number(intercept)} + ${say.number(slope)} × 对数几率` : ''}`,
  measures: ({ measures: names }, say) => `指标：${say.list(names.map((name) => measures[name]))}`,
  calibrationGroups: ({ groups }, say) => `校准图：${say.count(groups)} 组中预测与观察的对照`,
  decisionCurve: ({ points }, say) => `决策曲线（临床效用）：${say.count(points)} 个阈值处的净获益`,
  thresholds: ({ points }, say) => `${say.count(points)} 个阈值处的灵敏度、特异度和预测值`,
  subgroupsJudged: ({ groups }, say) =>
    `按以下分组查看了性能：${say.list(groups.map((group) => say.group(group)))}。`,
  measure: ({ measure, value, interval }, say) =>
    `${measures[measure]}：${say.number(value)}${interval === null ? '' : `（95% 区间 ${say.number(interval.lower)} 至 ${say.number(interval.upper)}）`}`,
  subgroup: ({ group, level, rows, events, auroc, observedToExpected }, say) => {
    const judged = [
      ...(auroc === null
        ? ['人数过少，无法评判']
        : [
            `AUROC ${say.number(auroc.value)}（95% 区间 ${say.number(auroc.lower)} 至 ${say.number(auroc.upper)}）`,
          ]),
      ...(observedToExpected === null ? [] : [`观察与预期之比 ${say.number(observedToExpected)}`]),
    ];
    return `${say.group(group)} – ${say.level(group, level)}：${say.count(rows)} 行，${say.count(events)} 个事件，${judged.join('，')}`;
  },
  probability: () => '模型给出结局的概率，经过校准。',
  interval: ({ replicates, level }, say) =>
    `并给出 ${say.share(level)} 区间，来自重采样行上的 ${say.count(replicates)} 次重新拟合。`,
  noInterval: () => '不给出概率的区间。',
  sets: ({ level, positive, negative }, say) =>
    `结局的集合，由留出的行经保形预测得出，对每种结局的 ${say.share(level)} 的行包含实际发生的结局：概率不低于 ${say.number(positive)} 时含有发生，不发生的概率不低于 ${say.number(negative)} 时含有不发生。`,
  noThreshold: () => '模型不含用于决策的阈值。',
  fitted: ({ rows, events }, say) => `最终拟合：${say.count(rows)} 行，${say.count(events)} 个事件`,
  judged: ({ rows, events }, say) => `评估（留出）：${say.count(rows)} 行，${say.count(events)} 个事件`,
  file: ({ name, sha256 }) => `${name}，SHA-256 ${sha256}`,
  software: ({ name, version }) => `${name} ${version}`,
  limit: ({ limit }, say) => say.limit(limit),
  ranges: ({ count }, say) => `模型卡载有 ${say.count(count)} 个预测因素的常见范围；超出范围即为外推。`,
  abstains: () => '模型会指出与训练数据不相似的行，并对其不作判断。',
};
