/** The refusals of `alerts.en.ts` in Chinese. */
import type { alertRefusalsEn } from './alerts.en.ts';

export const alertRefusalsZh: Readonly<Record<keyof typeof alertRefusalsEn, string>> = {
  unknownAlert: '没有编号为 {id} 的预警。',
  heldByOther: '{by} 正在处理此预警，保留至 {until}。请处理另一条，或稍候。',
  closedAlready: '{by} 已将此预警结案：{verdict}。',
  notClosed: '此预警未结案，没有可撤销的结论。',
  notYours: '此预警由他人结案，只有本人可以撤销结论。',
  reasonUnknown: '“{reason}”不是结论“{verdict}”的原因。可用：{known}。',
  noteEmpty: '备注为空。',
};
