/** 练习领域的中文词句；结构与 `en.ts` 相同。 */
import { classZh } from './class.zh.ts';
import type { en } from './en.ts';
import { learnerZh } from './learner.zh.ts';
import { screensZh } from './screens.zh.ts';
import type { SameShape } from './shape.ts';

export const zh: SameShape<typeof en> = {
  name: '练习',
  reaches: '数学练习，一题接一题，难度刚好',
  reachesAs: { teacher: '班级：谁会什么、谁遇到困难、布置练习' },
  navigation: { practice: '练习', skills: '技能图', calendar: '复习日历', class: '班级' },
  outcomes: {},
  learner: learnerZh,
  screens: screensZh,
  class: classZh,
};
