/** The names that stories use, written down here once more: a re-extraction that read the product's list would believe it. */
import type { StoryLanguage } from '../../packages/domains/practice/index.ts';

type Words = readonly (readonly [string, string])[];

const table = (text: string): Readonly<Record<StoryLanguage, Words>> => {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '));
  return {
    en: rows.flatMap(([key = '', en = '']) => en.split('/').map((word) => [word, key] as const)),
    zh: rows.flatMap(([key = '', , zh = '']) => zh.split('/').map((word) => [word, key] as const)),
  };
};

const peopleTable = table(`
  mia Mia 小美
  leo Leo 乐乐
  anna Anna 安安
  omar Omar 小刚
  ruby Ruby 小红
  sam Sam 小明
  nina Nina 妮妮
  ben Ben 小宝
  zoe Zoe 佳佳
  ivan Ivan 小军
  lily Lily 丽丽
  tom Tom 小龙
`);
const thingTable = table(`
  apple apples/apple 个苹果/苹果
  pencil pencils/pencil 支铅笔/铅笔
  sticker stickers/sticker 张贴纸/贴纸
  marble marbles/marble 颗弹珠/弹珠
  book books/book 本书/书
  biscuit biscuits/biscuit 块饼干/饼干
  card cards/card 张卡片/卡片
  peach peaches/peach 个桃子/桃子
`);
const itemTable = table(`
  jacket jacket 外套
  backpack backpack 书包
  football football 足球
  kite kite 风筝
  lamp lamp 台灯
  scarf scarf 围巾
`);

export const personWords = (language: StoryLanguage): Words => peopleTable[language];
/** 书包 is no 书. */
export const thingWords = (language: StoryLanguage): Words =>
  thingTable[language].map(([word, key]) => [word === '书' ? '书(?!包)' : word, key] as const);
export const itemWords = (language: StoryLanguage): Words => itemTable[language];
