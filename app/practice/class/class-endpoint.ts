/** The frame of what a teacher does with a class: its number from the address, a body, an act that may be refused. */
import 'server-only';
import type { SignedIn } from '@praxis/db';
import type { ClassAnswered, ClassError, ClassService } from '@praxis/practice/service';
import { z } from 'zod';
import { endpoint, readBody, refuse } from '../../server/endpoint.ts';
import { teach } from '../../server/permissions.ts';
import { services } from '../../server/services.ts';
import { classNumber } from './class-number.ts';

interface Asked<Given, Params> {
  readonly classes: ClassService;
  readonly person: SignedIn;
  readonly id: number;
  readonly given: Given;
  readonly params: Params;
}

/** What was done, as the audit keeps it. */
interface Done {
  readonly action: string;
  readonly learners: readonly string[];
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Of a request that has none. */
export const noBody = z.undefined();

/** @param act returns what the audit keeps; 204 follows */
export function classEndpoint<Body extends z.ZodType, Params extends { id: string }>(
  body: Body,
  act: (asked: Asked<z.infer<Body>, Params>) => Promise<ClassAnswered<Done>>,
) {
  return endpoint<Params>(teach, async (request, { person, params }) => {
    const id = classNumber(params.id);
    if (id === null) return refusedClass({ code: 'unknownClass' });
    const read = await readBody(request, body);
    if (!read.ok) return read.response;
    const { classes, audit } = await services();
    const done = await act({ classes, person, id, given: read.body, params });
    if (!done.ok) return refusedClass(done.error);
    const { action, learners, detail } = done.value;
    await audit.record({
      userId: person.id,
      role: person.role,
      action,
      subjectType: 'learner',
      subjectIds: learners,
      detail: { class: id, ...detail },
    });
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  });
}

const statuses: Partial<Record<ClassError['code'], number>> = {
  unknownClass: 404,
  unknownSet: 404,
  noMember: 404,
  memberAlready: 409,
};

/** 404 for what is not there, 422 for a field that cannot be as it is; the message begins with the field's name. */
export function refusedClass({ code, ...values }: ClassError): Promise<Response> {
  return refuse(statuses[code] ?? 422, code, values);
}
