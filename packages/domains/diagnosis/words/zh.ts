/** The clinical words in Chinese, in the shape of the English ones. */
import type { en } from './en.ts';
import { featuresZh } from './features.zh.ts';
import { limitsZh } from './limits.zh.ts';
import { screensZh } from './screens.zh.ts';
import type { SameShape } from './shape.ts';

export const zh: SameShape<typeof en> = {
  name: '诊断风险',
  reaches: '风险工作列表、患者、模型卡',
  navigation: {
    worklist: '诊断风险',
    models: '模型卡',
    privateScore: '本机评分',
    patient: '打开编号 {id} 的患者',
  },
  outcomes: {
    diabetes: '糖尿病',
    hypertension: '高血压',
    cardiovascular: '重大心血管事件',
  },
  outcomesShort: {
    diabetes: '糖尿病',
    hypertension: '高血压',
    cardiovascular: '心血管',
  },
  outcomeSentences: {
    diabetes: '自第 0 天起五年内首次确诊糖尿病。',
    hypertension: '自第 0 天起五年内首次确诊高血压。',
    cardiovascular:
      '自第 0 天起五年内首次发生重大心血管事件：心肌梗死、脑卒中、心力衰竭、心绞痛或心肌缺血、心脏骤停。',
  },
  bands: { low: '低', moderate: '中等', high: '高', veryHigh: '很高', alreadyHas: '已患' },
  bandMeanings: {
    low: '情况相近的 100 人中，五年内发生者不足 5 人',
    moderate: '情况相近的 100 人中，五年内有 5 至 10 人发生',
    high: '情况相近的 100 人中，五年内有 10 至 20 人发生',
    veryHigh: '情况相近的 100 人中，五年内有 20 人或更多发生',
    alreadyHas: '第 0 天时已患，不再计算发生风险',
  },
  features: featuresZh,
  diagnoses: {
    nafld: '脂肪性肝病',
    hypertension: '高血压',
    diabetes: '糖尿病',
    dyslipidemia: '血脂异常',
    myocardialInfarction: '心肌梗死',
    angina: '心绞痛或心肌缺血',
    heartFailure: '心力衰竭',
    stroke: '脑卒中',
    atrialFibrillation: '心房颤动',
    cardiacArrest: '心脏骤停',
  },
  tests: {
    hdl: '高密度脂蛋白胆固醇',
    sbp: '收缩压',
    smoke: '吸烟',
    fib4: 'FIB-4',
  },
  limits: limitsZh,
  excluded: {
    outcomeBefore: '第 0 天时已患',
    diedBeforeHorizon: '五年内死亡，此前未发生',
    lostBeforeHorizon: '随访不足五年，期间未发生',
  },
  subgroups: {
    sex: { label: '性别', levels: { female: '女', male: '男' } },
    age: {
      label: '第 0 天年龄',
      levels: { under45: '45 岁以下', from45to64: '45～64 岁', from65: '65 岁及以上' },
    },
    fattyLiver: { label: '脂肪性肝病', levels: { known: '第 0 天已确诊', notKnown: '第 0 天未确诊' } },
  },
  errors: {
    unknownPatient: '队列中没有编号为 {personId} 的人员。',
    modelNotReady: '“{outcome}”模型尚未就绪，正在训练。请稍后再试。',
    valueOutOfRange: '{feature}须在 {minimum} 至 {maximum}{unit} 之间。',
    notChangeable: '{feature}不能在此更改。',
    noRisk: '此人已有“{outcome}”，不存在首次发生的风险。',
  },
  screens: screensZh,
};
