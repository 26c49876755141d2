/** 与班级有关的请求被拒绝时的说明。 */
import type { classRefusalsEn } from './classes.en.ts';

export const classRefusalsZh: Record<keyof typeof classRefusalsEn, string> = {
  unknownClass: '您没有这个班级。',
  unknownLearner: '邮箱：本站没有使用 {email} 的学生。',
  memberAlready: '邮箱：{email} 已经在这个班级里了。',
  setSkills: '知识点：请选一到 {most} 个可以练习的知识点。',
  setExercises: '题数：请填 1 到 {most} 的整数。',
  setSuccess: '期望答对比例：请填 30% 到 95%。',
  setLearners: '学生：请至少选一名本班学生。',
  setDueOn: '截止日期：请填今天或以后的日期。',
  setNote: '留言：最多 {most} 个字。',
  setNoStock:
    '知识点：“{skill}”暂时没有{learner}没做过的题。新题会不断生成：请过一分钟再试，或换一个知识点。',
  unknownSet: '这个班级没有这份练习，或者它已经取消了。',
  noMember: '该学生不在这个班级。',
};
