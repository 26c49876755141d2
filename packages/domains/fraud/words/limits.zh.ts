/** 欺诈模型卡上的局限说明，键与英文一致。 */
import type { limitsEn } from './limits.en.ts';

export const limitsZh = {
  simulated: '若支付数据为模拟数据，则所有指标也是：模型学到的是模拟器的手法，而不是真人的手法。',
  unreported: '一周内无人报告的欺诈按正常支付计。',
  delay: '训练时，模型不知道最近一周的欺诈。',
  drift: '欺诈手法会变化：模型在其未见过的、更晚的支付上评估，应经常重新训练。',
} as const satisfies Record<keyof typeof limitsEn, string>;
