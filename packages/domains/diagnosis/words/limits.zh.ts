/** What the models do not know and for whom they should not be used, in Chinese. */
import type { limitsEn } from './limits.en.ts';
import type { SameShape } from './shape.ts';

export const limitsZh: SameShape<typeof limitsEn> = {
  notMedicalDevice: '本产品不是获批的医疗器械，仅供研究和教学，不得作为诊疗依据。',
  oneCounty: '模型只学习了美国一个县的成年人，用于其他地区时风险可能不准。',
  era: '脂肪性肝病患者于 1997 至 2014 年间发现，此后诊疗已有变化。',
  adultsOnly: '仅适用于成年人：队列中没有 18 岁以下者。',
  fattyLiverSampled:
    '队列由脂肪性肝病患者及为每位患者匹配的至多四名同龄同性别者组成，患病比例远高于一般人群。',
  firstOnly: '不适用于已患该病者：所估计的是首次发生的风险。',
  diedLeftOut: '五年内死亡且此前未发生者已被剔除。对可能因其他疾病死亡的人，风险偏高。',
  lostLeftOut: '随访不足五年且期间未发生者已被剔除，期间发生者则保留，因此风险约为随访到底的队列的 1.4 倍。',
  recordedOnly: '从未记录的诊断一律视为没有。',
  oftenMissing: '多数人没有收缩压和吸烟记录。缺失时，模型以平均值代替，并计入“缺失”本身。',
  fib4Threshold: 'FIB-4 仅记录了高于 2.67 的值。没有数值，可能是低于此值，也可能是未检测，模型无法区分。',
  notCausal: '模型只看到哪些因素相伴出现，并不知道因果：改变某个数值，未必会使风险如所示改变。',
};
