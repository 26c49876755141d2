/** GET: everyone who matches the worklist's filter, as CSV, written part by part as it is read. */
import { diagnosisVocabulary, parseFilter, parseSearch, worklistQuery } from '@praxis/diagnosis/ui';
import { csvLines, csvText } from '@praxis/ui';
import { getTranslations } from 'next-intl/server';
import { csvColumns, csvRows } from '../../../../diagnosis/worklist-csv.ts';
import { auditRead } from '../../../../server/access.ts';
import { endpoint, refuse } from '../../../../server/endpoint.ts';
import { seePatients } from '../../../../server/permissions.ts';
import { services } from '../../../../server/services.ts';

/** People a part: few enough that other requests are answered between two parts. */
const batch = 1_000;

export const GET = endpoint(seePatients, async (request, { person }) => {
  const filter = parseFilter(Object.fromEntries(new URL(request.url).searchParams));
  const search = parseSearch(filter.text, diagnosisVocabulary);
  const words = await getTranslations('diagnosis');
  if (!search.ok)
    return refuse(400, 'invalidBody', {
      detail: words('screens.worklist.unknownText', { part: search.part }),
    });
  const { target } = search;
  const { diagnosis } = await services();
  const word = remembered((key) => words(key));

  /** Each part is audited before it is sent. */
  async function* parts(): AsyncGenerator<string> {
    for (let page = 1; ; page += 1) {
      const { rows } = await diagnosis.worklist(worklistQuery(filter, target, page, batch));
      const ids = rows.map((row) => row.person.id);
      if (ids.length > 0)
        await auditRead(person, 'diagnosis.worklistCsv', { type: 'person', ids }, { ...filter });
      const lines = csvRows(rows, word);
      yield page === 1 ? csvText({ columns: csvColumns(word), rows: lines }) : csvLines(lines);
      if (rows.length < batch) return;
    }
  }

  const text = parts();
  // What fails before anything was sent still has a status; later the download breaks off.
  let part = await text.next();
  const body = new ReadableStream<string>({
    async pull(controller) {
      if (part.done) return controller.close();
      controller.enqueue(part.value);
      part = await text.next();
    },
    cancel: async () => {
      await text.return(undefined);
    },
  });
  return new Response(body.pipeThrough(new TextEncoderStream()), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="worklist-${filter.outcome}.csv"`,
      'cache-control': 'no-store',
    },
  });
});

/** Looks each word up once: there are a few dozen in some hundred thousand cells. */
function remembered(word: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const text = known.get(key) ?? word(key);
    known.set(key, text);
    return text;
  };
}
