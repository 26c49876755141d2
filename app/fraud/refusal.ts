/** What an endpoint of alerts answers where the service refuses. */
import 'server-only';
import { type TriageError, type Verdict, verdictReasons } from '@praxis/fraud/service';
import { getFormatter, getTranslations } from 'next-intl/server';
import { refuse } from '../server/endpoint.ts';

/** `{ error: { code, message } }`; 404 for no alert, 409 for its state, 422 for what was said of it. */
export async function refused(error: TriageError, id: string | number): Promise<Response> {
  switch (error.code) {
    case 'unknownAlert':
      return refuse(404, error.code, { id: String(id) });
    case 'heldByOther': {
      const format = await getFormatter();
      const until = format.dateTime(error.until, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
      return refuse(409, error.code, { by: error.by, until });
    }
    case 'closedAlready':
      return refuse(409, error.code, { by: error.by, verdict: await verdictWord(error.verdict) });
    case 'notClosed':
    case 'notYours':
      return refuse(409, error.code);
    case 'reasonUnknown': {
      const { verdict, reason } = error;
      const known = verdictReasons[verdict].join(', ');
      return refuse(422, error.code, { verdict: await verdictWord(verdict), reason, known });
    }
    case 'noteEmpty':
      return refuse(422, error.code);
  }
}

async function verdictWord(verdict: Verdict): Promise<string> {
  const words = await getTranslations('fraud.screens.verdicts');
  return words(verdict);
}
