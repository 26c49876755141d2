/** The frame of what a learner does with an exercise: a number from the address, a body, an answer or a refusal. */
import 'server-only';
import type { Answered, Language, PracticeError, PracticeService } from '@praxis/practice/service';
import type { z } from 'zod';
import { auditRead } from '../server/access.ts';
import { endpoint, readBody, refuse } from '../server/endpoint.ts';
import { practise } from '../server/permissions.ts';
import { services } from '../server/services.ts';
import { exerciseLanguage } from './language.ts';

interface Asked<Given> {
  readonly practice: PracticeService;
  readonly learner: string;
  readonly turn: number;
  readonly given: Given;
  readonly language: Language;
}

export function turnEndpoint<Body extends z.ZodType, Value>(
  body: Body,
  act: (asked: Asked<z.infer<Body>>) => Promise<Answered<Value>>,
) {
  return endpoint<{ id: string }>(practise, async (request, { person, params }) => {
    const turn = Number(params.id);
    if (!Number.isSafeInteger(turn)) return refused({ code: 'unknownTurn' });
    const read = await readBody(request, body);
    if (!read.ok) return read.response;
    const { practice } = await services();
    await auditRead(person, 'practice.turn', { type: 'learner', ids: [person.id] }, { turn });
    return answered(
      await act({ practice, learner: person.id, turn, given: read.body, language: await exerciseLanguage() }),
    );
  });
}

export async function answered(outcome: Answered<unknown>): Promise<Response> {
  if (!outcome.ok) return refused(outcome.error);
  return Response.json(outcome.value, { headers: { 'cache-control': 'no-store' } });
}

const statuses = {
  noExercise: 503,
  unknownTurn: 404,
  unknownSkill: 404,
  turnOpen: 409,
  closedAlready: 409,
} as const;

const refused = ({ code }: PracticeError): Promise<Response> =>
  refuse(statuses[code], practiceRefusals[code]);

/** Under these keys the words for refusals stand. */
const practiceRefusals = {
  noExercise: 'noExercise',
  unknownTurn: 'unknownTurn',
  unknownSkill: 'unknownSkill',
  turnOpen: 'turnOpen',
  closedAlready: 'turnClosed',
} as const;
