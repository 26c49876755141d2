/** Words of the section "What would change it?" in Chinese, in the shape of the English ones. */
import type { alternativesEn } from './alternatives.en.ts';
import type { SameShape } from './shape.ts';

export const alternativesZh: SameShape<typeof alternativesEn> = {
  title: '怎样能降低风险：{outcome}',
  asking: '正在寻找最小的改变和相似的人……',
  failed: '未能算出结果。请收起本节后重新展开再试。',
  finding: '要使风险低于 {bound}，最小的改变是：',
  after: '风险为 {risk}（{range}）。',
  none: {
    lowestBand: '风险已处于最低一档。',
    notTrusted: '此人与模型学习过的人群差别太大，模型对改变后的估计不可靠。',
    nothingChangeable: '体重、HDL 胆固醇、血压和吸烟中，没有既有记录又可改善的项目。',
    outOfReach:
      '在通常范围内改变体重、HDL 胆固醇、血压和吸烟，都不能使风险低于 {bound}，最低为 {closest}。年龄和病史的影响更大。',
  },
  alikeTitle: '与此人相似的人',
  alike: '队列中与此人最相似的 {people} 人里，有 {events} 人在五年内发生',
  share: '即 {share}（95% 区间 {range}）。',
  who: '他们大多 {from} 至 {to} 岁，女性占 {female}。',
  alikeNote: '相似是指模型所用的各项信息都接近。一百人可用来核对模型，但不是更好的估计。',
  nobody: '此人的已知信息太少，无法判断谁与其相似。',
};
