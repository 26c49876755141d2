/** What is read of a class for pages and endpoints alike; its learners are audited before anything of them is shown. */
import 'server-only';
import type { SignedIn } from '@praxis/db';
import type { ClassAnswered, ClassService, Language } from '@praxis/practice/service';
import { auditRead } from '../../server/access.ts';
import { services } from '../../server/services.ts';
import { exerciseLanguage } from '../language.ts';
import { classNumber } from './class-number.ts';

type Read<View> = (
  classes: ClassService,
  teacher: string,
  id: number,
  language: Language,
) => Promise<ClassAnswered<View>>;

/**
 * @param about what is looked at, as the audit calls it
 * @param learnersOf ids of those of whom the view says something
 * @returns null where the teacher has no such class
 */
export async function readClass<View>(
  teacher: SignedIn,
  number: string,
  about: string,
  read: Read<View>,
  learnersOf: (view: View) => readonly string[],
): Promise<View | null> {
  const id = classNumber(number);
  if (id === null) return null;
  const { classes } = await services();
  const found = await read(classes, teacher.id, id, await exerciseLanguage());
  if (!found.ok) return null;
  const learners = learnersOf(found.value);
  if (learners.length > 0) {
    await auditRead(teacher, `practice.class.${about}`, { type: 'learner', ids: learners }, { class: id });
  }
  return found.value;
}
