/** The model's inputs in Chinese, in the shape of the English ones. */
import type { featuresEn } from './features.en.ts';
import type { SameShape } from './shape.ts';

export const featuresZh: SameShape<typeof featuresEn> = {
  ageYears: { label: '年龄', short: '年龄', unit: '岁' },
  male: { label: '性别', short: '性别' },
  weightKg: { label: '体重', short: '体重', unit: 'kg' },
  heightCm: { label: '身高', short: '身高', unit: 'cm' },
  bmi: { label: '体重指数', short: 'BMI', unit: 'kg/m²', note: '由体重和身高算出。' },
  hdlMgDl: { label: '高密度脂蛋白胆固醇', short: 'HDL 胆固醇', unit: 'mg/dL' },
  hdlCount: {
    label: '截至第 0 天的 HDL 检测次数',
    short: 'HDL 检测次数',
    note: '检测次数多的人，往往事出有因。',
  },
  sbpMmHg: { label: '收缩压', short: '收缩压', unit: 'mmHg' },
  sbpCount: {
    label: '截至第 0 天的血压测量次数',
    short: '血压测量次数',
    note: '测量次数多的人，往往事出有因。',
  },
  smoker: { label: '吸烟', short: '吸烟' },
  smokeCount: {
    label: '截至第 0 天的吸烟记录数',
    short: '吸烟记录数',
    note: '被问及吸烟的人与未被问及的人有所不同。',
  },
  fib4: {
    label: 'FIB-4',
    short: 'FIB-4',
    note: '肝纤维化评分。数据仅记录高于 2.67 的值：没有数值，表示低于此值或未检测。',
  },
  fib4Count: {
    label: '截至第 0 天高于 2.67 的 FIB-4 次数',
    short: 'FIB-4 高于 2.67',
    note: '数据仅记录高于 2.67 的值：没有数值，表示低于此值或未检测。',
  },
  priorNafld: { label: '已确诊脂肪性肝病', short: '脂肪性肝病' },
  priorHypertension: { label: '已确诊高血压', short: '高血压' },
  priorDiabetes: { label: '已确诊糖尿病', short: '糖尿病' },
  priorDyslipidemia: { label: '已确诊血脂异常', short: '血脂异常' },
  priorMyocardialInfarction: { label: '既往心肌梗死', short: '心肌梗死' },
  priorAngina: { label: '已确诊心绞痛或心肌缺血', short: '心绞痛或心肌缺血' },
  priorHeartFailure: { label: '已确诊心力衰竭', short: '心力衰竭' },
  priorStroke: { label: '既往脑卒中', short: '脑卒中' },
  priorAtrialFibrillation: { label: '已确诊心房颤动', short: '心房颤动' },
  priorCardiacArrest: { label: '既往心脏骤停', short: '心脏骤停' },
};
