/** GET: everyone who matches the worklist's filter, as CSV. */
import { outcomes, type WorklistRow } from '@praxis/diagnosis';
import { diagnosisVocabulary, parseFilter, parseSearch, worklistQuery } from '@praxis/diagnosis/ui';
import { csvText } from '@praxis/ui';
import { getTranslations } from 'next-intl/server';
import { auditRead } from '../../../../server/access.ts';
import { endpoint, refuse } from '../../../../server/endpoint.ts';
import { seePatients } from '../../../../server/permissions.ts';
import { services } from '../../../../server/services.ts';

/** People a query: the whole cohort takes 18 of them. */
const batch = 1_000;

export const GET = endpoint(seePatients, async (request, { person }) => {
  const filter = parseFilter(Object.fromEntries(new URL(request.url).searchParams));
  const search = parseSearch(filter.text, diagnosisVocabulary);
  const words = await getTranslations('diagnosis');
  if (!search.ok)
    return refuse(400, 'invalidBody', {
      detail: words('screens.worklist.unknownText', { part: search.part }),
    });
  const { diagnosis } = await services();
  const rows: WorklistRow[] = [];
  for (let page = 1; ; page += 1) {
    const part = await diagnosis.worklist(worklistQuery(filter, search.target, page, batch));
    rows.push(...part.rows);
    if (part.rows.length < batch) break;
  }
  const ids = rows.map((row) => row.person.id);
  if (ids.length > 0) await auditRead(person, 'diagnosis.worklistCsv', ids, { ...filter });
  const column = (name: string) => words(`screens.worklist.csvColumns.${name}`);
  const table = {
    columns: [
      column('person'),
      column('age'),
      column('sex'),
      ...outcomes.flatMap((outcome) =>
        ['risk', 'lower', 'upper', 'band'].map((name) => `${words(`outcomes.${outcome}`)}: ${column(name)}`),
      ),
      column('known'),
    ],
    rows: rows.map((row) => [
      row.person.id,
      row.person.ageYears,
      words(`screens.sex.${row.person.male ? 'male' : 'female'}`),
      ...outcomes.flatMap((outcome) => {
        const risk = row.risks.find((one) => one.outcome === outcome);
        if (!risk) return [null, null, null, null];
        if (risk.status !== 'risk') return [null, null, null, words('bands.alreadyHas')];
        const share = (value: number) => Number(value.toFixed(4));
        return [
          share(risk.probability),
          share(risk.lower),
          share(risk.upper),
          words(risk.trusted ? `bands.${risk.band}` : 'screens.risk.notSure'),
        ];
      }),
      row.diagnosed.map((code) => words(`diagnoses.${code}`)).join('; '),
    ]),
  };
  return new Response(csvText(table), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="worklist-${filter.outcome}.csv"`,
      'cache-control': 'no-store',
    },
  });
});
