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
    abstains: '模型对此人不确定，对改变后的估计也不可靠。',
    nothingChangeable: '体重、HDL 胆固醇、血压和吸烟中，没有既有记录又可改善的项目。',
    outOfReach:
      '在通常范围内改变体重、HDL 胆固醇、血压和吸烟，都不能使风险低于 {bound}，最低为 {closest}。年龄和病史的影响更大。',
  },
  alikeTitle: '对照：与此人最接近的记录',
  alike: '队列中记录与此人最接近的 {people} 人里，有 {events} 人在五年内发病',
  share: '这是单纯的计数，不是风险：占 {share}，仅因偶然就会在 {range} 之间变动（95% 区间）。',
  within: '模型给出的风险 {risk} 落在此区间内，与计数并不矛盾。',
  above:
    '模型给出的风险 {risk} 高于此区间。高风险者最接近的记录往往不如其本人极端，计数因而偏低；也可能是模型给出的风险偏高。',
  below:
    '模型给出的风险 {risk} 低于此区间。低风险者最接近的记录往往不如其本人极端，计数因而偏高；也可能是模型给出的风险偏低。',
  who: '他们大多 {from} 至 {to} 岁，女性占 {female}。',
  alikeNote:
    '上方的风险由模型给出：它按整个队列的规律衡量每一项数值，并经过校准。计数则对各项数值一视同仁，只看最接近的 {people} 人后来如何。两者因此不同。',
  nobody: '此人的已知信息太少，无法判断谁与其相似。',
};
