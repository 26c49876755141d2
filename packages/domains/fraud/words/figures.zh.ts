/** What a training run counts of fraud, in Chinese; the shape of the English ones. */
import type { figuresEn } from './figures.en.ts';

export const figuresZh: typeof figuresEn = {
  cardPrecision100: '每天排名前 100 的卡中确有欺诈的比例',
  moneyCaught: '所发现卡片涉及的欺诈金额',
  amount: '大额支付的发现率',
  terminal: '被攻破终端的发现率',
  leakedCard: '卡信息泄露的发现率',
  accountTakeover: '账户盗用的发现率',
  muleRing: '骡子账户团伙的发现率',
  merchantCollusion: '商户串通的发现率',
  untold: '未知手法的发现率',
};
