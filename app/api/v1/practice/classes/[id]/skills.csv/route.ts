/** GET: the class by skill as CSV, a line for each learner and skill. */
import { skillsCsv } from '@praxis/practice/ui';
import { csvText } from '@praxis/ui';
import { getTranslations } from 'next-intl/server';
import { refusedClass } from '../../../../../../practice/class/class-endpoint.ts';
import { readClass } from '../../../../../../practice/class/reading.ts';
import { endpoint } from '../../../../../../server/endpoint.ts';
import { teach } from '../../../../../../server/permissions.ts';

export const GET = endpoint<{ id: string }>(teach, async (_request, { person, params }) => {
  const view = await readClass(
    person,
    params.id,
    'skillsCsv',
    (classes, ...asked) => classes.bySkill(...asked),
    ({ learners }) => learners.map(({ id }) => id),
  );
  if (view === null) return refusedClass({ code: 'unknownClass' });
  const words = await getTranslations('practice.class');
  return new Response(csvText(skillsCsv(view, (key) => words(key))), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="class-${view.class.id}-skills.csv"`,
      'cache-control': 'no-store',
    },
  });
});
