/** Words of the model card's sections on what acting does and what matters, in Chinese, in the shape of the English ones. */
import type { cardFiguresEn } from './card-figures.en.ts';
import type { SameShape } from './shape.ts';

export const cardFiguresZh: SameShape<typeof cardFiguresEn> = {
  leftOut: {
    private: '未列出：此模型以差分隐私训练，这些数字中的每一个都会透露一点训练人群的信息。',
    older: '这张模型卡写成时尚未计算这些数字，重新训练模型即可得到。',
  },
  notJudged: {
    tooFewRows: '不作评价：仅 {count} 人',
    tooFewEvents: '不作评价：{count, plural, =0 {没有事件} other {仅 # 例事件}}',
    tooFewOthers: '不作评价：{count, plural, =0 {没有人未发病} other {仅 # 人未发病}}',
  },
  acting: {
    title: '按它行动的效果',
    curve: {
      between: '在 {from} 到 {to} 之间优于全部处理或都不处理',
      at: '在 {from} 处优于全部处理或都不处理',
      nowhere: '没有明显优于全部处理或都不处理的阈值',
    },
    note: '假设风险达到阈值的人都接受处理。净获益为正确处理的人数，减去按阈值几率折算的错误处理人数：阈值为 10% 时，九个错误抵一个正确。色带为 95% 区间；{older, select, yes {这张较早的模型卡没有与全部处理相比的区间} other {底色标出的阈值，模型的优势超出该区间}}。',
    threshold: '达到多高的风险就处理',
    benefit: '每 100 人净获益',
    model: '按此模型',
    treatAll: '全部处理',
    treatNone: '都不处理',
    columns: {
      threshold: '阈值（%）',
      model: '模型（每 100 人）',
      lower: '下限（每 100 人）',
      upper: '上限（每 100 人）',
      treatAll: '全部处理（每 100 人）',
      treatNone: '都不处理（每 100 人）',
    },
    table: '常用阈值',
    tableNote: '模型未见过的 {rows} 人，其中 {events} 人发病。数字下方为 95% 区间。',
    thresholds: {
      threshold: '风险不低于（%）',
      flagged: '每 100 人标记',
      missed: '每 100 人漏掉',
      sensitivity: '灵敏度（%）',
      specificity: '特异度（%）',
      ppv: '阳性预测值（%）',
      npv: '阴性预测值（%）',
    },
    meanings: {
      threshold: '预测风险达到此值的人都被标记。',
      flagged: '100 人中有多少人被标记。',
      missed: '100 人中有多少人发病却未被标记。',
      sensitivity: '发病的人中被标记的比例。',
      specificity: '未发病的人中未被标记的比例。',
      ppv: '被标记的人中发病的比例。',
      npv: '未被标记的人中未发病的比例。',
    },
    interval: '{lower}–{upper}',
  },
  matters: {
    title: '什么最影响它的答案',
    byShare: '影响风险的因素中，{features}占 {share}',
    byLoss: '缺少{features}损失最大',
    note: '在 {rows} 人身上计算，每人均由未见过此人的模型回答。占比是在全部对数几率贡献中的份额，横线为 95% 区间。它说明什么影响答案，不说明什么导致结局；彼此相关的因素会分摊占比。',
    noteLoss:
      '在 {rows} 人身上计算：把该因素换成他人的数值后增加的对数损失，横线为 95% 区间。此模型不在此处训练，不给出贡献。它说明什么影响答案，不说明什么导致结局。',
    description: '条形图：{all} 个因素中最重要的 {count} 个，从 {most} 到 {least}。',
    columns: {
      feature: '因素',
      share: '占比（%）',
      contribution: '贡献（对数几率）',
      contributionLower: '贡献下限',
      contributionUpper: '贡献上限',
      loss: '打乱后增加的对数损失',
      lossLower: '对数损失下限',
      lossUpper: '对数损失上限',
    },
    dependence: {
      title: '风险如何随它变化',
      note: '只改变这一项、{rows} 人的其他情况都不变时，模型给出的平均风险：这不是因果，也不说明改变它会怎样。色带包含其中八成的人；下方每个刻度约相当于已知数值的九分之一。所问的人有些不可能存在，例如体重、身高不变而 BMI 不同的人。',
      finding: '{feature}：{low}（{lowAt}）至 {high}（{highAt}）',
      flat: '{feature}：无论取何值均约 {low}',
      risk: '风险',
      axis: '{feature}（{unit}）',
      columns: {
        value: '数值',
        mean: '平均风险（%）',
        low: '第 10 百分位（%）',
        middle: '中位数（%）',
        high: '第 90 百分位（%）',
      },
    },
  },
};
