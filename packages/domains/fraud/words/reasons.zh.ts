/** The sentences of `reasons.en.ts` in Chinese, with the same parameters. */
import type { knownWindowsEn, reasonsEn, rulesEn, windowsEn } from './reasons.en.ts';

export const reasonsZh: typeof reasonsEn = {
  amount: { said: '金额为 {amount}' },
  weekend: { said: '{count, plural, =0 {发生在工作日} other {发生在周末}}' },
  night: { said: '{count, plural, =0 {发生在白天} other {发生在夜间，UTC 7:00 之前}}' },
  hour: { said: '发生在 UTC {count}:00 至 {count}:59' },
  customerCount: {
    said: '{window}此卡有 {count, plural, other {#}} 笔支付{usual, plural, =0 {} other {，平常为 # 笔}}',
  },
  customerSum: { said: '{window}此卡共支付 {amount}' },
  customerMean: { said: '{window}此卡平均每笔 {amount}' },
  usualAmount: { said: '此卡每笔金额的中位数为 {amount}', missing: '此卡没有可供比较的历史支付' },
  ratioToUsual: { said: '是此卡金额中位数的 {value} 倍', missing: '此卡没有可供比较的历史支付' },
  deviationsFromUsual: {
    said: '与平常金额相差 {value} 个标准差',
    missing: '此卡历史支付太少，无法比较',
  },
  ratioToOrdinaryMean: {
    said: '是{window}普通支付平均金额的 {value} 倍',
    missing: '{window}此卡没有可比较的普通支付',
  },
  ratioToCustomerMean: { said: '是{window}平均金额的 {value} 倍', missing: '{window}此卡没有其他支付' },
  ratioToCustomerMaximum: { said: '是{window}最大金额的 {value} 倍', missing: '{window}此卡没有其他支付' },
  customerHoursSinceLast: { said: '距此卡上一笔支付 {span}', missing: '30 天内此卡没有其他支付' },
  customerTerminals: { said: '{window}此卡用过 {count, plural, other {#}} 个终端' },
  customerExceptional: {
    said: '{window}此卡{count, plural, =0 {没有异常大额支付} other {有 # 笔异常大额支付}}',
  },
  customerExceptionalShare: { said: '{window}此卡 {share} 的支付金额异常大' },
  customerLargestRatio: {
    said: '{window}此卡最多付过平常金额的 {value} 倍',
    missing: '{window}此卡没有可供比较的支付',
  },
  customerHoursSinceExceptional: {
    said: '距此卡上一笔异常大额支付 {span}',
    missing: '14 天内此卡没有异常大额支付',
  },
  pairCount: {
    said: '{count, plural, =1 {{window}此卡在该终端没有其他支付} other {{window}此卡在该终端有 # 笔支付}}',
  },
  pairSum: { said: '{window}此卡在该终端共支付 {amount}' },
  pairMean: { said: '{window}此卡在该终端平均每笔 {amount}' },
  pairHoursSinceLast: {
    said: '距此卡在该终端的上一笔支付 {span}',
    missing: '30 天内此卡首次在该终端支付',
  },
  ratioToPairMean: {
    said: '是此卡{window}在该终端平均金额的 {value} 倍',
    missing: '{window}此卡首次在该终端支付',
  },
  terminalCount: {
    said: '{count, plural, =1 {{window}该终端没有其他支付} other {{window}该终端有 # 笔支付}}',
  },
  terminalSum: { said: '{window}该终端共收款 {amount}' },
  terminalMean: { said: '{window}所有卡在该终端平均每笔 {amount}' },
  terminalHoursSinceLast: { said: '距该终端上一笔支付 {span}', missing: '30 天内该终端没有其他支付' },
  ratioToTerminalMean: {
    said: '是该终端{window}平均金额的 {value} 倍',
    missing: '{window}该终端没有其他支付',
  },
  terminalCustomers: { said: '{window}有 {count, plural, other {#}} 张卡在该终端支付' },
  terminalMeanRatio: {
    said: '{window}在该终端支付的卡平均付了各自平常金额的 {value} 倍',
    missing: '{window}该终端没有可供比较的支付',
  },
  terminalExceptionalShare: { said: '{window}该终端 {share} 的支付对其卡而言金额异常大' },
  terminalKnownCount: {
    said: '{known}该终端{count, plural, =0 {没有支付} other {有 # 笔支付}}',
  },
  terminalKnownFrauds: {
    said: '{known}该终端{count, plural, =0 {没有已知欺诈} other {有 # 笔欺诈}}',
  },
  terminalRisk: { said: '{known}该终端 {share} 的支付是欺诈' },
  terminalHoursSinceKnown: {
    said: '该终端最近一笔已知结果的支付在 {span}前',
    missing: '该终端没有已知结果的支付',
  },
  terminalFraudRun: {
    said: '{count, plural, =0 {该终端最近一笔已知结果的支付为真实} other {该终端最近 # 笔已知结果的支付全是欺诈}}',
  },
  terminalHoursSinceRunStart: {
    said: '{span}前起，该终端已知的支付全是欺诈',
    missing: '该终端最近一笔已知结果的支付不是欺诈',
  },
  terminalHoursSinceGenuineBeforeRun: {
    said: '该终端最近一笔已知的真实支付在 {span}前，此后全是欺诈',
    missing: '未发现该终端在真实支付之后接连出现欺诈',
  },
  terminalOrdinaryFrauds: {
    said: '{known}该终端{count, plural, =0 {没有普通金额的欺诈} other {有 # 笔普通金额的欺诈}}',
  },
  terminalHoursSinceFirstOrdinaryFraud: {
    said: '该终端已知的第一笔普通金额欺诈在 {span}前',
    missing: '该终端没有已知的普通金额欺诈',
  },
  terminalHoursSinceLastOrdinaryFraud: {
    said: '该终端已知的最近一笔普通金额欺诈在 {span}前',
    missing: '该终端没有已知的普通金额欺诈',
  },
  terminalGenuineSinceOrdinaryFraud: {
    said: '该终端上次普通金额欺诈之后{count, plural, =0 {没有已知的真实支付} other {已知有 # 笔真实支付}}',
    missing: '该终端没有已知的普通金额欺诈',
  },
  terminalLastOrdinaryFraudAmount: {
    said: '该终端已知的最近一笔普通金额欺诈为 {amount}',
    missing: '该终端没有已知的普通金额欺诈',
  },
  customerKnownCount: { said: '{known}此卡{count, plural, =0 {没有支付} other {有 # 笔支付}}' },
  customerKnownFrauds: {
    said: '{known}此卡{count, plural, =0 {没有已知欺诈} other {有 # 笔欺诈}}',
  },
  customerRisk: { said: '{known}此卡 {share} 的支付是欺诈' },
};

export const windowsZh: typeof windowsEn = {
  '1Hour': '1 小时内',
  '1Day': '1 天内',
  '7Days': '7 天内',
  '14Days': '14 天内',
  '30Days': '30 天内',
};

export const knownWindowsZh: typeof knownWindowsEn = {
  '1Day': '7 至 8 天前',
  '7Days': '7 至 14 天前',
  '30Days': '7 至 37 天前',
};

export const rulesZh: typeof rulesEn = {
  cardConfirmed: '此卡 7 天内有 {found, plural, other {#}} 笔支付被分析员判为欺诈',
  terminalConfirmed:
    '该终端 7 天内有 {found, plural, other {#}} 笔支付被分析员判为欺诈；达到 {from} 笔时规则成立',
  manyPayments: '此卡 1 小时内有 {found, plural, other {#}} 笔支付；达到 {from} 笔时规则成立',
  farAboveLargest: '是此卡 30 天内最大一笔的 {value} 倍；达到 {from} 倍时规则成立',
};
